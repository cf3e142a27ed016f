#include "kit/db/db.hpp"
#include "modules/needs/gap/gap_service.hpp"

namespace nangluc::needs {

namespace {

constexpr auto select_positions = R"sql(
    SELECT position_id, name, name_en FROM organisation_v_positions
)sql";

std::unordered_map<PositionId, std::string> read_positions(db::Tx& tx, std::string_view language) {
    std::unordered_map<PositionId, std::string> positions;
    tx.each(select_positions, [&](const db::Row& row) {
        auto name = row.get<std::string>("name");
        auto name_en = row.get<std::string>("name_en");
        const bool is_english = language != "vi" && !name_en.empty();
        positions.emplace(row.get<PositionId>("position_id"), is_english ? name_en : name);
    });
    return positions;
}

Result<std::vector<Need>> ranking_in(
    const Register& reg, const RankingQuestion& question, const CompetencyNames& names
) {
    const auto number = reg.number_of(question.unit);
    if (number == gaps::no_unit) return not_found("unit");
    return rank_needs(reg, number, question.by, question.weights, names);
}

}  // namespace

std::string RankingPage::name_of(const Need& need) const {
    switch (by) {
        case RankBy::area:
            return need.area;
        case RankBy::position:
            return positions.at(need.position);
        case RankBy::competency:
            break;
    }
    return names.at(need.competency).name;
}

int RankingPage::weight_of(CompetencyId competency) const {
    const auto found = weights.find(competency);
    return found == weights.end() ? 1 : found->second;
}

Result<RankingPage> GapService::ranking(const Actor& actor, const RankingQuestion& question) {
    RankingPage page{
        .unit = TRY(readable(actor, question.unit, question.at)),
        .on = question.at.on,
        .by = question.by,
        .weights = question.weights,
        .needs = {},
        .names = {},
        .positions = {},
    };
    kit_.db.read([&](db::Tx& tx) {
        page.names = read_names(tx, question.language);
        page.positions = read_positions(tx, question.language);
    });
    if (!question.is_today) {
        const auto reckoned = TRY(reckon(page.unit.path, question.at));
        page.needs = TRY(ranking_in(*reckoned, question, page.names));
        return page;
    }
    TRY(keeper_.wait());
    page.needs =
        TRY(keeper_.read([&](const Register& reg) { return ranking_in(reg, question, page.names); })
        );
    return page;
}

}  // namespace nangluc::needs
