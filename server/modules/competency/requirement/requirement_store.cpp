#include "kit/db/db.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

constexpr auto select_requirements_in_force = R"sql(
    SELECT id, reason_kind, reason_id, reason_word, scope_unit_id, competency_id,
           minimum, desired, goal, decision_number, from_date, until_date
      FROM competency_requirements
     WHERE from_date <= $1 AND until_date > $1
       AND recorded_at <= $2 AND superseded_at > $2
     ORDER BY id
)sql";

std::vector<Requirement> list_requirements_in_force(db::Tx& tx, AsOf at) {
    std::vector<Requirement> requirements;
    tx.each(
        select_requirements_in_force,
        [&](const db::Row& row) {
            requirements.push_back({
                .id = row.get<RequirementId>("id"),
                .reason =
                    {row.get<ReasonKind>("reason_kind"),
                     row.get<std::int64_t>("reason_id"),
                     row.get<std::string>("reason_word")},
                .scope = row.get<UnitId>("scope_unit_id"),
                .competency = row.get<CompetencyId>("competency_id"),
                .minimum = row.get<int>("minimum"),
                .desired = row.get<int>("desired"),
                .goal = row.get<Goal>("goal"),
                .decision_number = row.get<std::string>("decision_number"),
                .period = row.period(),
            });
        },
        at.on,
        at.known_at
    );
    return requirements;
}

RequirementTable load_requirement_table(db::Tx& tx, AsOf at) {
    auto requirements = list_requirements_in_force(tx, at);
    std::unordered_map<UnitId, UnitPath> scopes;
    for (const auto& requirement : requirements) {
        if (scopes.contains(requirement.scope)) continue;
        if (auto path = organisation::path_of(tx, requirement.scope, at)) {
            scopes.emplace(requirement.scope, std::move(path.value()));
        }
    }
    return {std::move(requirements), scopes};
}

}  // namespace nangluc::competency
