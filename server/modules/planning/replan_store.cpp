#include "modules/planning/replan_store.hpp"

#include "base/clock.hpp"

namespace nangluc::planning {

using db::to_value;

constexpr auto insert_replan = R"sql(
    INSERT INTO planning_replans (
        plan_id, plan_version, session_id, reason, solution_id, account_id, made_at
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

constexpr auto insert_replan_seat = R"sql(
    INSERT INTO planning_replan_seats (solution_id, session_id, person_id, travel_cost)
    VALUES ($1, $2, $3, $4)
)sql";

void add_replan(
    db::Tx& tx, const Kit& kit, const Replan& replan, const std::vector<PlanSeat>& seats
) {
    remove_replan(tx, replan.plan);
    tx.run(
        insert_replan,
        replan.plan,
        replan.version,
        replan.session,
        replan.reason,
        replan.solution,
        replan.by,
        kit.clock.now()
    );
    std::vector<db::Values> rows;
    for (const auto& [session, person, travel] : seats) {
        rows.push_back(
            {to_value(replan.solution), to_value(session), to_value(person), to_value(travel)}
        );
    }
    tx.run_each(insert_replan_seat, rows);
}

constexpr auto select_replan = R"sql(
    SELECT plan_version, session_id, reason, solution_id, account_id
      FROM planning_replans
     WHERE plan_id = $1
)sql";

std::optional<Replan> find_replan(db::Tx& tx, PlanId plan) {
    const auto row = tx.one(select_replan, plan);
    if (!row) return std::nullopt;
    return Replan{
        .plan = plan,
        .version = row->get<int>("plan_version"),
        .session = row->get<PlanSessionId>("session_id"),
        .reason = row->get<std::string>("reason"),
        .solution = row->get<SolutionId>("solution_id"),
        .by = row->get<AccountId>("account_id"),
    };
}

constexpr auto delete_replan_seats = R"sql(
    DELETE FROM planning_replan_seats
     WHERE solution_id IN (SELECT solution_id FROM planning_replans WHERE plan_id = $1)
)sql";

constexpr auto delete_replan = R"sql(
    DELETE FROM planning_replans WHERE plan_id = $1
)sql";

void remove_replan(db::Tx& tx, PlanId plan) {
    tx.run(delete_replan_seats, plan);
    tx.run(delete_replan, plan);
}

constexpr auto select_replan_seats = R"sql(
    SELECT session_id, person_id, travel_cost
      FROM planning_replan_seats
     WHERE solution_id = $1
     ORDER BY session_id, person_id
)sql";

std::vector<PlanSeat> list_replan_seats(db::Tx& tx, SolutionId solution) {
    std::vector<PlanSeat> seats;
    for (const auto& row : tx.all(select_replan_seats, solution)) {
        seats.push_back({
            row.get<PlanSessionId>("session_id"),
            row.get<PersonId>("person_id"),
            row.get<Money>("travel_cost"),
        });
    }
    return seats;
}

constexpr auto select_replan_participants = R"sql(
    SELECT s.session_id, e.line_id, s.person_id, p.name,
           COALESCE(n.full_name, '') || COALESCE(', ' || a.full_name, '') AS unit_name
      FROM planning_replan_seats s
      JOIN planning_sessions e ON e.id = s.session_id
      JOIN organisation_v_people p ON p.person_id = s.person_id
      JOIN (SELECT line_id, person_id, MIN(unit_id) AS unit_id
              FROM planning_line_needs
             GROUP BY line_id, person_id) k
        ON k.line_id = e.line_id AND k.person_id = s.person_id
      LEFT JOIN organisation_v_names n
        ON n.unit_id = k.unit_id
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.superseded_at = 9223372036854775807
      LEFT JOIN organisation_v_places w
        ON w.unit_id = k.unit_id
       AND w.from_date <= $2 AND w.until_date > $2
       AND w.superseded_at = 9223372036854775807
      LEFT JOIN organisation_v_names a
        ON a.unit_id = w.parent_id
       AND a.from_date <= $2 AND a.until_date > $2
       AND a.superseded_at = 9223372036854775807
     WHERE s.solution_id = $1
     ORDER BY e.line_id, s.person_id
)sql";

std::vector<NamedSeat> list_replan_participants(db::Tx& tx, const Replan& replan, Date on) {
    std::vector<NamedSeat> seats;
    for (const auto& row : tx.all(select_replan_participants, replan.solution, on)) {
        seats.push_back({
            .session = row.get<PlanSessionId>("session_id"),
            .line = row.get<LineId>("line_id"),
            .person = row.get<PersonId>("person_id"),
            .name = row.get<std::string>("name"),
            .unit_name = row.get<std::string>("unit_name"),
        });
    }
    return seats;
}

constexpr auto select_reasons = R"sql(
    SELECT line_id, person_id, reason
      FROM planning_unplaced
     WHERE solution_id = $1
     ORDER BY line_id, person_id, competency_id
)sql";

std::map<std::pair<LineId, PersonId>, Unseated> reasons_in(db::Tx& tx, SolutionId solution) {
    std::map<std::pair<LineId, PersonId>, Unseated> reasons;
    for (const auto& row : tx.all(select_reasons, solution)) {
        const std::pair who(row.get<LineId>("line_id"), row.get<PersonId>("person_id"));
        reasons.emplace(who, row.get<Unseated>("reason"));
    }
    return reasons;
}

constexpr auto update_cancelled = R"sql(
    UPDATE planning_sessions
       SET cancelled = $3
     WHERE plan_id = $1 AND id = $2
)sql";

void cancel_session(db::Tx& tx, const Replan& replan) {
    tx.run(update_cancelled, replan.plan, replan.session, replan.reason);
}

}  // namespace nangluc::planning
