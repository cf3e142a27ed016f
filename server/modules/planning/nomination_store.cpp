#include "modules/planning/nomination_store.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "modules/assessment/api.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::planning {

constexpr auto delete_needs_of = R"sql(
    DELETE FROM planning_line_needs WHERE line_id = $1 AND person_id = $2
)sql";
constexpr auto delete_exclusions_of = R"sql(
    DELETE FROM planning_line_exclusions WHERE line_id = $1 AND person_id = $2
)sql";
constexpr auto delete_nomination = R"sql(
    DELETE FROM planning_nominations WHERE line_id = $1 AND person_id = $2
)sql";

constexpr auto insert_nominated_need = R"sql(
    INSERT INTO planning_line_needs (
        line_id, person_id, competency_id, unit_id, from_level, to_level
    )
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

constexpr auto insert_nomination = R"sql(
    INSERT INTO planning_nominations (
        line_id, person_id, competency_id, assessed, reason, account_id, nominated_at
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_nomination(
    db::Tx& tx,
    const Kit& kit,
    std::pair<LineId, AccountId> at_by,
    const std::vector<NominatedNeed>& needs
) {
    const auto& [line, account] = at_by;
    const auto person = needs.front().need.person;
    tx.run(delete_exclusions_of, line, person);
    for (const auto& nominated : needs) {
        const auto& [who, competency, unit, from_level, to_level] = nominated.need;
        tx.run(insert_nominated_need, line, who, competency, unit, from_level, to_level);
        tx.run(
            insert_nomination,
            line,
            who,
            competency,
            nominated.is_exception() ? 0 : 1,
            nominated.reason,
            account,
            kit.clock.now()
        );
    }
}

constexpr auto select_nomination = R"sql(
    SELECT competency_id FROM planning_nominations WHERE line_id = $1 AND person_id = $2
)sql";

bool has_nomination(db::Tx& tx, LineId line, PersonId person) {
    return !tx.all(select_nomination, line, person).empty();
}

constexpr auto select_needs_of = R"sql(
    SELECT competency_id FROM planning_line_needs WHERE line_id = $1 AND person_id = $2
)sql";

bool has_needs(db::Tx& tx, LineId line, PersonId person) {
    return !tx.all(select_needs_of, line, person).empty();
}

void remove_nomination(db::Tx& tx, LineId line, PersonId person) {
    tx.run(delete_needs_of, line, person);
    tx.run(delete_nomination, line, person);
}

constexpr auto select_exceptions = R"sql(
    SELECT m.line_id, m.person_id, p.staff_number, p.name, m.competency_id, m.reason,
           m.account_id, m.nominated_at,
           COALESCE(n.full_name, '') AS unit_name,
           (SELECT COUNT(*)
              FROM planning_seats s
              JOIN planning_sessions e ON e.id = s.session_id
             WHERE e.line_id = m.line_id AND s.person_id = m.person_id) AS seats
      FROM planning_nominations m
      JOIN planning_lines l ON l.id = m.line_id
      JOIN planning_line_needs k
        ON k.line_id = m.line_id AND k.person_id = m.person_id
       AND k.competency_id = m.competency_id
      JOIN organisation_v_people p ON p.person_id = m.person_id
      LEFT JOIN organisation_v_names n
        ON n.unit_id = k.unit_id
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.superseded_at = 9223372036854775807
     WHERE l.plan_id = $1 AND m.assessed = 0
     ORDER BY l.seq, p.sort_key, m.person_id, m.competency_id
)sql";

std::vector<AssessmentException> list_exceptions(db::Tx& tx, PlanId plan, Date on) {
    std::vector<AssessmentException> exceptions;
    for (const auto& row : tx.all(select_exceptions, plan, on)) {
        const auto by = row.get<AccountId>("account_id");
        exceptions.push_back({
            .line = row.get<LineId>("line_id"),
            .person = row.get<PersonId>("person_id"),
            .staff_number = row.get<std::string>("staff_number"),
            .name = row.get<std::string>("name"),
            .unit_name = row.get<std::string>("unit_name"),
            .competency = row.get<CompetencyId>("competency_id"),
            .reason = row.get<std::string>("reason"),
            .by = by,
            .by_name = platform::name_of_account(tx, by),
            .at = row.get<Instant>("nominated_at"),
            .is_seated = row.get<int>("seats") > 0,
        });
    }
    return exceptions;
}

constexpr auto select_exception_counts = R"sql(
    SELECT m.line_id, COUNT(DISTINCT m.person_id) AS people
      FROM planning_nominations m
      JOIN planning_lines l ON l.id = m.line_id
     WHERE l.plan_id = $1 AND m.assessed = 0
     GROUP BY m.line_id
     ORDER BY m.line_id
)sql";

std::map<LineId, int> count_exceptions(db::Tx& tx, PlanId plan) {
    std::map<LineId, int> counts;
    for (const auto& row : tx.all(select_exception_counts, plan)) {
        counts[row.get<LineId>("line_id")] = row.get<int>("people");
    }
    return counts;
}

constexpr auto select_valid_level = R"sql(
    SELECT level
      FROM assessment_v_held
     WHERE person_id = $1 AND competency_id = $2 AND valid_until > $3
)sql";

// The projection says most of it; the ratings themselves decide where it is out of date.
static bool is_assessed(db::Tx& tx, PersonId person, CompetencyId competency, AsOf at) {
    if (tx.one(select_valid_level, person, competency, at.on)) return true;
    const auto held = assessment::held_levels(tx, person, at);
    return std::ranges::find(held, competency, &assessment::Held::competency) != held.end();
}

void forget_expired(db::Tx& tx, std::vector<needs::Member>& members, AsOf at) {
    for (auto& member : members) {
        if (!member.held) continue;
        if (!is_assessed(tx, member.person, member.competency, at)) member.held.reset();
    }
}

}  // namespace nangluc::planning
