#include "modules/competency/foundation/foundation_service.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/competency/next_position/next_position_store.hpp"

namespace nangluc::competency {

struct DescriptionChange {
    PositionId position;
    UnitId scope;
    std::string decision_number;
    Date from;
};
BOOST_DESCRIBE_STRUCT(DescriptionChange, (), (position, scope, decision_number, from))

namespace {

// How many competencies are required of whoever holds a position there. A province has thousands of
// positions and few that differ in anything requirements ask for: each kind is counted once.
class RequiredCounts {
public:
    RequiredCounts(db::Tx& tx, AsOf at) : tx_(tx), at_(at), table_(load_requirement_table(tx, at)) {
        std::set<UnitId> scopes;
        for (const auto& requirement : table_.all()) {
            const auto& reason = requirement.reason;
            if (reason.kind == ReasonKind::post) posts_asked_.insert(PostId{reason.id});
            if (!scopes.insert(requirement.scope).second) continue;
            if (auto path = organisation::path_of(tx, requirement.scope, at)) {
                scopes_.push_back(std::move(path.value()));
            }
        }
    }

    int count(const FoundedPosition& position) {
        if (position.unit != unit_) enter(position);
        const bool has_own = std::ranges::any_of(position.posts, [&](PostId post) {
            return posts_asked_.contains(post);
        });
        if (has_own) return count_of(position, position.posts);

        const auto [known, is_new] =
            counts_.try_emplace({position.position, position.rank, level_, scopes_here_}, 0);
        if (is_new) known->second = count_of(position, {position.posts.front()});
        return known->second;
    }

private:
    // Position, rank, administrative level, and which scopes the place lies in: all that decides,
    // but for requirements of single posts.
    using Kind = std::tuple<PositionId, RankId, std::string, std::string>;

    void enter(const FoundedPosition& position) {
        unit_ = position.unit;
        level_ = organisation::administrative_level_of(tx_, position.place, at_);
        scopes_here_.clear();
        for (const auto& scope : scopes_) {
            scopes_here_ += scope.contains(position.place) ? '1' : '0';
        }
    }

    int count_of(const FoundedPosition& position, const std::vector<PostId>& posts) const {
        std::set<CompetencyId> required;
        for (const auto post : posts) {
            const Standing standing{
                .holdings = {organisation::Holding{
                    .post = post,
                    .unit = position.unit,
                    .position = position.position,
                    .position_group = position.position_group,
                    .occupational_group = position.occupational_group,
                    .rank = position.rank,
                }},
                .places = {position.place},
                .levels = {level_},
            };
            for (const auto* requirement : table_.of(standing, Goal::present)) {
                required.insert(requirement->competency);
            }
        }
        return static_cast<int>(required.size());
    }

    db::Tx& tx_;
    AsOf at_;
    RequirementTable table_;
    std::vector<UnitPath> scopes_;
    std::set<PostId> posts_asked_;
    std::map<Kind, int> counts_;
    UnitId unit_;
    std::string level_;
    std::string scopes_here_;
};

bool is_described(const DescribedPlaces& described, const FoundedPosition& position) {
    const auto places = described.find(position.position);
    if (places == described.end()) return false;
    return std::ranges::any_of(places->second, [&](const UnitPath& scope) {
        return scope.contains(position.place);
    });
}

}  // namespace

Result<FoundationReport> FoundationService::report(const Actor& actor, UnitId unit, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<FoundationReport> {
        const auto standing = TRY(organisation::find_unit(tx, unit, at));
        const auto& place = standing.path;
        const auto today = kit_.clock.as_of_now();
        const auto judged = TRY(organisation::place_of_rights(tx, unit, at, today));
        TRY(actor.require(Permission::read_people, judged, "unit"));
        const auto described = list_described_places(tx, at);
        RequiredCounts required(tx, at);

        FoundationReport report{
            .unit_name = standing.full_name,
            .may_edit = actor.may(Permission::edit_requirements, judged),
        };
        for (auto& position : list_positions_below(tx, place, at)) {
            position.described = is_described(described, position);
            position.competencies = required.count(position);
            ++report.positions;
            report.posts += position.authorised;
            if (position.missing().empty()) {
                ++report.complete;
            } else {
                report.incomplete.push_back(std::move(position));
            }
        }
        return report;
    });
}

Result<std::vector<PositionDescription>> FoundationService::descriptions(
    const Actor& actor, PositionId position, UnitId unit, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<PositionDescription>> {
        const auto today = kit_.clock.as_of_now();
        const auto judged = TRY(organisation::place_of_rights(tx, unit, at, today));
        if (!actor.sees(judged)) return not_found("unit");
        const auto place = TRY(organisation::path_of(tx, unit, at));
        TRY(require_position(tx, position));
        std::vector<PositionDescription> told;
        for (auto& description : list_descriptions(tx, position, at)) {
            const auto scope = organisation::path_of(tx, description.scope, at);
            if (scope && scope.value().contains(place)) told.push_back(std::move(description));
        }
        return told;
    });
}

Result<> FoundationService::describe(const Actor& actor, const PositionDescription& description) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto place =
            TRY(organisation::path_of(tx, description.scope, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_requirements, place, "unit"));
        TRY(require_position(tx, description.position));
        if (description.text.empty()) {
            return invalid("description.missing", {{"/text", "required"}});
        }
        if (description.decision_number.empty()) {
            return invalid("requirement.decision_missing", {{"/decision_number", "required"}});
        }

        put_description(tx, kit_, description);
        const DescriptionChange change{
            description.position,
            description.scope,
            description.decision_number,
            description.period.from,
        };
        kit_.audit.write(
            tx,
            actor,
            {.act = "position.described",
             .object = description.position.value,
             .unit = description.scope,
             .change = json::write(change)}
        );
        return {};
    });
}

}  // namespace nangluc::competency
