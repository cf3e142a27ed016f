#include "modules/competency/foundation_service.hpp"

#include <set>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/competency/next_position_store.hpp"

namespace nangluc::competency {

struct DescriptionChange {
    PositionId position;
    UnitId scope;
    std::string decision_number;
    Date from;
};
BOOST_DESCRIBE_STRUCT(DescriptionChange, (), (position, scope, decision_number, from))

// How many competencies are required of whoever holds the position there.
static int count_required(
    const RequirementTable& table, const FoundedPosition& position, const std::string& level
) {
    std::set<CompetencyId> required;
    for (const auto post : position.posts) {
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
            .levels = {level},
        };
        for (const auto* requirement : table.of(standing, Goal::present)) {
            required.insert(requirement->competency);
        }
    }
    return static_cast<int>(required.size());
}

Result<FoundationReport> FoundationService::report(const Actor& actor, UnitId unit, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<FoundationReport> {
        const auto place = TRY(organisation::path_of(tx, unit, at));
        TRY(actor.require(Permission::read_people, place, "unit"));
        const auto table = load_requirement_table(tx, at);

        FoundationReport report{.may_edit = actor.may(Permission::edit_requirements, place)};
        UnitId asked;
        std::string level;
        for (auto& position : list_positions_below(tx, place, at)) {
            if (position.unit != asked) {
                level = organisation::administrative_level_of(tx, position.place, at);
                asked = position.unit;
            }
            position.competencies = count_required(table, position, level);
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
        const auto place = TRY(organisation::path_of(tx, unit, at));
        if (!actor.sees(place)) return not_found("unit");
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
