#include "app/world/content.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/json/json.hpp"
#include "kit/sheet/table.hpp"
#include "modules/assessment/rating/rating_load.hpp"
#include "modules/competency/foundation/foundation_store.hpp"
#include "modules/competency/framework/framework_load.hpp"
#include "modules/competency/requirement/requirement_load.hpp"
#include "modules/programmes/programme_store.hpp"

namespace nangluc::world {

struct StatedRule {
    std::string code;
    int version = 1;
    std::string title;
    std::string scope;  // nation, or the code of a commune
    Date from;
    Date until;
    assessment::RuleDefinition definition;
};
BOOST_DESCRIBE_STRUCT(StatedRule, (), (code, version, title, scope, from, until, definition))

struct StatedRules {
    std::vector<StatedRule> rules;
};
BOOST_DESCRIBE_STRUCT(StatedRules, (), (rules))

namespace {

using competency::Reason;
using competency::ReasonKind;
using competency::Requirement;
using sheet::Table;

constexpr Date in_force{2025, 9, 1};

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

class ContentLoad {
public:
    ContentLoad(
        db::Tx& tx, const Kit& kit, std::string share, const Offices& offices, const Scopes& scopes
    )
        : tx_(tx), kit_(kit), share_(std::move(share)), offices_(offices), scopes_(scopes) {}

    Result<Content> run() {
        TRY(competency::import_published_frameworks(
            tx_, kit_, share_ + "/frameworks", competency::Demo::with, scopes_.requirements
        ));
        content_.competencies = competency::list_competencies(tx_, "vi");
        TRY(load_requirements());
        TRY(load_descriptions());
        TRY(load_rules());
        TRY(load_programmes());
        return content_;
    }

private:
    CompetencyId competency_called(std::string_view code) const {
        const auto found =
            std::ranges::find(content_.competencies, code, &competency::Competency::code);
        return found == content_.competencies.end() ? CompetencyId{} : found->id;
    }

    std::int64_t group_called(std::string_view kind, const std::string& code) const {
        const auto found =
            std::ranges::find_if(offices_.groups, [&](const organisation::GroupRow& group) {
                return group.kind == kind && group.code == code;
            });
        return found == offices_.groups.end() ? 0 : found->id.value;
    }

    std::int64_t rank_called(const std::string& code) const {
        const auto found = std::ranges::find(offices_.ranks, code, &organisation::RankRow::code);
        return found == offices_.ranks.end() ? 0 : found->id.value;
    }

    Reason reason_of(ReasonKind kind, const std::string& code) const {
        switch (kind) {
            case ReasonKind::administrative_level:
                return {kind, 0, code};
            case ReasonKind::position_group:
                return {kind, group_called("position", code), {}};
            case ReasonKind::occupational_group:
                return {kind, group_called("occupational", code), {}};
            case ReasonKind::rank:
                return {kind, rank_called(code), {}};
            default:
                return {kind, offices_.positions.at(code).id.value, {}};
        }
    }

    Result<> load_requirements() {
        const auto table = TRY(Table::read(share_ + "/world/requirements.csv"));
        std::vector<Requirement> requirements;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto kind = TRY(parse_word<ReasonKind>(table.at(row, "reason_kind")));
            requirements.push_back({
                .id = {},
                .reason = reason_of(kind, table.at(row, "reason_code")),
                .scope = scopes_.requirements,
                .competency = competency_called(table.at(row, "competency")),
                .minimum = number_of(table.at(row, "minimum")),
                .desired = number_of(table.at(row, "desired")),
                .goal = competency::Goal::present,
                .decision_number = "215/QĐ-UBND (demo)",
                .period = {in_force},
            });
        }
        competency::load_requirements(tx_, kit_, requirements);
        return {};
    }

    Result<> load_descriptions() {
        const auto table = TRY(Table::read(share_ + "/world/descriptions.csv"));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            competency::put_description(
                tx_,
                kit_,
                {
                    .position = offices_.positions.at(table.at(row, "code")).id,
                    .scope = scopes_.requirements,
                    .text = table.at(row, "text"),
                    .decision_number = "214/QĐ-UBND (demo)",
                    .period = {in_force},
                }
            );
        }
        return {};
    }

    Result<> load_rules() {
        const std::ifstream in(share_ + "/world/rules.json");
        std::stringstream text;
        text << in.rdbuf();
        const auto stated = TRY(json::read<StatedRules>(text.str()));

        std::vector<assessment::Rule> rules;
        for (const auto& rule : stated.rules) {
            const auto commune = scopes_.by_code.find(rule.scope);
            const bool is_national = rule.scope == "nation";
            if (!is_national && commune == scopes_.by_code.end()) continue;
            rules.push_back({
                .id = {},
                .code = rule.code,
                .version = rule.version,
                .title = rule.title,
                .definition = rule.definition,
                .decision_number = "88/QĐ-SNV (demo)",
                .scope = is_national ? scopes_.nation : commune->second,
                .period = {rule.from, rule.until},
            });
        }
        assessment::load_rules(tx_, kit_, rules, kit_.clock.now());
        return {};
    }

    // "dc3.1.3:1>3 vn.6.1:0>2"
    std::vector<programmes::Outcome> outcomes_of(const std::string& text) const {
        std::vector<programmes::Outcome> outcomes;
        for (const auto& stated : words_of(text)) {
            const std::string_view word = stated;
            const auto colon = word.find(':');
            const auto arrow = word.find('>');
            outcomes.push_back({
                .competency = competency_called(word.substr(0, colon)),
                .from_level = number_of(word.substr(colon + 1, arrow - colon - 1)),
                .to_level = number_of(word.substr(arrow + 1)),
            });
        }
        return outcomes;
    }

    Result<> load_programmes() {
        const auto table = TRY(Table::read(share_ + "/world/programmes.csv"));
        std::map<std::string, ProgrammeId> programmes;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto& code = table.at(row, "code");
            auto programme = programme_of(table, row);
            if (const auto required = programmes.find(table.at(row, "requires"));
                required != programmes.end()) {
                programme.version.prerequisites.push_back(required->second);
            }
            programmes[code] = programme.version.programme;
            content_.programmes[code] = programme.version.id;
            programmes::add_programme(
                tx_, programme.version.programme, programme, kit_.clock.now()
            );
            programmes::add_version(tx_, kit_, programme);
        }
        return {};
    }

    programmes::Programme programme_of(const Table& table, std::size_t row) const {
        const auto number = [&](std::string_view column) {
            return number_of(table.at(row, column));
        };
        return {
            .version =
                {
                    .id = kit_.ids.make<ProgrammeVersionId>(),
                    .programme = kit_.ids.make<ProgrammeId>(),
                    .code = table.at(row, "code"),
                    .number = 1,
                    .title = table.at(row, "title"),
                    .title_en = table.at(row, "title_en"),
                    .provider = table.at(row, "provider"),
                    .hours = number("hours"),
                    .days = number("days"),
                    .min_class = number("min_class"),
                    .max_class = number("max_class"),
                    .cost_per_class = {number("cost_per_class")},
                    .cost_per_person = {number("cost_per_person")},
                    .outcomes = outcomes_of(table.at(row, "outcomes")),
                    .prerequisites = {},
                },
            .owner = scopes_.requirements,
            .purpose = "",
            .audience = "",
            .content = table.at(row, "content"),
            .form = table.at(row, "form"),
            .languages = "vi",
            .legal_basis = "171/2025/NĐ-CP",
            .source = table.at(row, "source"),
            .status = programmes::ProgrammeStatus::approved,
            .lock = 1,
            .period = {{2025, 7, 1}},
        };
    }

    db::Tx& tx_;
    const Kit& kit_;
    std::string share_;
    const Offices& offices_;
    const Scopes& scopes_;
    Content content_;
};

}  // namespace

Result<Content> load_content(
    db::Tx& tx,
    const Kit& kit,
    const std::string& share,
    const Offices& offices,
    const Scopes& scopes
) {
    return ContentLoad(tx, kit, share, offices, scopes).run();
}

}  // namespace nangluc::world
