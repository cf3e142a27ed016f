#include "modules/planning/solution_store.hpp"

#include "base/clock.hpp"

namespace nangluc::planning {

using db::to_value;

constexpr auto insert_solution = R"sql(
    INSERT INTO planning_solutions (
        id, plan_id, value, bound, input_hash, engine_version, unlocated, account_id, solved_at
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

constexpr auto delete_seats_before = R"sql(
    DELETE FROM planning_seats
     WHERE session_id IN (SELECT id FROM planning_sessions WHERE plan_id = $1)
)sql";

constexpr auto insert_seat = R"sql(
    INSERT INTO planning_seats (session_id, person_id, solution_id, travel_cost)
    VALUES ($1, $2, $3, $4)
)sql";

constexpr auto insert_unplaced = R"sql(
    INSERT INTO planning_unplaced (solution_id, line_id, person_id, competency_id, reason)
    VALUES ($1, $2, $3, $4, $5)
)sql";

void add_solution(db::Tx& tx, const Kit& kit, const Solution& solution, const Seating& seating) {
    tx.run(
        insert_solution,
        solution.id,
        solution.plan,
        seating.value,
        seating.bound,
        seating.input_hash,
        seating.engine_version,
        solution.unlocated,
        solution.by,
        kit.clock.now()
    );
    std::vector<db::Values> unplaced;
    for (const auto& [line, person, competency, reason] : seating.unplaced) {
        unplaced.push_back(
            {to_value(solution.id),
             to_value(line),
             to_value(person),
             to_value(competency),
             to_value(reason)}
        );
    }
    tx.run_each(insert_unplaced, unplaced);
}

void take_seats(db::Tx& tx, const Solution& solution, const std::vector<PlanSeat>& taken) {
    tx.run(delete_seats_before, solution.plan);

    std::vector<db::Values> seats;
    for (const auto& [session, person, travel] : taken) {
        seats.push_back(
            {to_value(session), to_value(person), to_value(solution.id), to_value(travel)}
        );
    }
    tx.run_each(insert_seat, seats);
}

constexpr auto select_seats = R"sql(
    SELECT s.session_id, s.person_id, s.travel_cost
      FROM planning_seats s
      JOIN planning_sessions e ON e.id = s.session_id
     WHERE e.plan_id = $1
     ORDER BY s.session_id, s.person_id
)sql";

std::vector<PlanSeat> list_seats(db::Tx& tx, PlanId plan) {
    std::vector<PlanSeat> seats;
    for (const auto& row : tx.all(select_seats, plan)) {
        seats.push_back({
            row.get<PlanSessionId>("session_id"),
            row.get<PersonId>("person_id"),
            row.get<Money>("travel_cost"),
        });
    }
    return seats;
}

constexpr auto select_solution = R"sql(
    SELECT id, plan_id, value, bound, input_hash, engine_version, unlocated, account_id, solved_at
      FROM planning_solutions
     WHERE id = $1
)sql";

std::optional<Solution> find_solution(db::Tx& tx, SolutionId id) {
    const auto row = tx.one(select_solution, id);
    if (!row) return std::nullopt;
    return Solution{
        .id = id,
        .plan = row->get<PlanId>("plan_id"),
        .value = row->get<std::int64_t>("value"),
        .bound = row->get<std::int64_t>("bound"),
        .input_hash = row->get<std::string>("input_hash"),
        .engine_version = row->get<std::string>("engine_version"),
        .unlocated = row->get<int>("unlocated"),
        .by = row->get<AccountId>("account_id"),
        .solved_at = row->get<Instant>("solved_at"),
    };
}

constexpr auto select_seat_counts = R"sql(
    SELECT e.id AS session_id, COUNT(s.person_id) AS people,
           CAST(COALESCE(SUM(s.travel_cost), 0) AS bigint) AS travel
      FROM planning_sessions e
      LEFT JOIN planning_seats s ON s.session_id = e.id
     WHERE e.plan_id = $1
     GROUP BY e.id
     ORDER BY e.id
)sql";

std::vector<SessionSeats> count_seats(db::Tx& tx, PlanId plan) {
    std::vector<SessionSeats> counts;
    for (const auto& row : tx.all(select_seat_counts, plan)) {
        counts.push_back({
            .session = row.get<PlanSessionId>("session_id"),
            .people = row.get<int>("people"),
            .travel = row.get<Money>("travel"),
        });
    }
    return counts;
}

constexpr auto select_seated_people = R"sql(
    SELECT COUNT(DISTINCT s.person_id) AS people
      FROM planning_seats s
      JOIN planning_sessions e ON e.id = s.session_id
     WHERE e.plan_id = $1
)sql";

int count_seated_people(db::Tx& tx, PlanId plan) {
    return tx.one(select_seated_people, plan)->get<int>("people");
}

constexpr auto select_unplaced_counts = R"sql(
    SELECT line_id, reason, COUNT(DISTINCT person_id) AS people
      FROM planning_unplaced
     WHERE solution_id = $1
     GROUP BY line_id, reason
     ORDER BY line_id, reason
)sql";

std::vector<UnplacedCount> count_unplaced(db::Tx& tx, SolutionId solution) {
    std::vector<UnplacedCount> counts;
    for (const auto& row : tx.all(select_unplaced_counts, solution.value)) {
        counts.push_back({
            .line = row.get<LineId>("line_id"),
            .reason = row.get<Unseated>("reason"),
            .people = row.get<int>("people"),
        });
    }
    return counts;
}

constexpr auto select_participants = R"sql(
    SELECT e.id AS session_id, e.line_id, s.person_id, p.staff_number, p.name, k.unit_id,
           COALESCE(n.full_name, '') || COALESCE(', ' || a.full_name, '') AS unit_name, s.travel_cost
      FROM planning_seats s
      JOIN planning_sessions e ON e.id = s.session_id
      JOIN organisation_v_people p ON p.person_id = s.person_id
      JOIN (SELECT line_id, person_id, MIN(unit_id) AS unit_id
              FROM planning_line_needs
             GROUP BY line_id, person_id) k
        ON k.line_id = e.line_id AND k.person_id = s.person_id
      LEFT JOIN organisation_v_names n
        ON n.unit_id = k.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.superseded_at = 9223372036854775807
      LEFT JOIN organisation_v_places w
        ON w.unit_id = k.unit_id
       AND w.from_date <= $3 AND w.until_date > $3
       AND w.superseded_at = 9223372036854775807
      LEFT JOIN organisation_v_names a
        ON a.unit_id = w.parent_id
       AND a.from_date <= $3 AND a.until_date > $3
       AND a.superseded_at = 9223372036854775807
     WHERE e.plan_id = $1 AND (e.id = $2 OR $2 = 0)
     ORDER BY e.starts_on, e.id, p.sort_key, s.person_id
)sql";

std::vector<Participant> list_participants(
    db::Tx& tx, PlanId plan, PlanSessionId session, Date on
) {
    std::vector<Participant> participants;
    for (const auto& row : tx.all(select_participants, plan, session.value, on)) {
        participants.push_back({
            .session = row.get<PlanSessionId>("session_id"),
            .line = row.get<LineId>("line_id"),
            .person = row.get<PersonId>("person_id"),
            .staff_number = row.get<std::string>("staff_number"),
            .name = row.get<std::string>("name"),
            .unit = row.get<UnitId>("unit_id"),
            .unit_name = row.get<std::string>("unit_name"),
            .travel = row.get<Money>("travel_cost"),
        });
    }
    return participants;
}

// By day, or by a level of a competency that both teach the person.
constexpr auto select_doubly_seated = R"sql(
    SELECT DISTINCT s.person_id
      FROM planning_sessions e
      JOIN planning_seats s ON s.session_id = e.id
      JOIN planning_seats o ON o.person_id = s.person_id
      JOIN planning_sessions x ON x.id = o.session_id AND x.plan_id <> e.plan_id
      JOIN planning_plans p ON p.id = x.plan_id
     WHERE e.plan_id = $1 AND p.year = $2 AND p.status IN ('submitted', 'approved')
       AND ((x.starts_on <= e.ends_on AND x.ends_on >= e.starts_on)
         OR EXISTS (SELECT 1
                      FROM planning_line_needs a
                      JOIN planning_line_needs b
                        ON b.person_id = a.person_id AND b.competency_id = a.competency_id
                       AND b.to_level = a.to_level
                     WHERE a.line_id = e.line_id AND a.person_id = s.person_id
                       AND b.line_id = x.line_id))
     ORDER BY s.person_id
)sql";

int count_doubly_seated(db::Tx& tx, const Plan& plan) {
    int people = 0;
    tx.each(
        select_doubly_seated, [&](const db::Row&) { ++people; }, plan.id, plan.year
    );
    return people;
}

constexpr auto select_engagements = R"sql(
    SELECT s.person_id, e.starts_on, e.ends_on, l.programme_version_id
      FROM planning_seats s
      JOIN planning_sessions e ON e.id = s.session_id
      JOIN planning_lines l ON l.id = e.line_id
      JOIN planning_plans p ON p.id = e.plan_id
     WHERE p.year = $2 AND p.id <> $1 AND p.status IN ('submitted', 'approved')
       AND s.person_id IN (SELECT n.person_id
                             FROM planning_lines m
                             JOIN planning_line_needs n ON n.line_id = m.id
                            WHERE m.plan_id = $1)
     ORDER BY s.person_id, e.id
)sql";

std::vector<SeatingInput::Engagement> list_engagements(db::Tx& tx, const Plan& plan) {
    std::vector<SeatingInput::Engagement> engagements;
    std::map<ProgrammeVersionId, std::vector<programmes::Outcome>> outcomes;
    for (const auto& row : tx.all(select_engagements, plan.id, plan.year)) {
        const auto programme = row.get<ProgrammeVersionId>("programme_version_id");
        const auto known = outcomes.find(programme);
        if (known == outcomes.end()) {
            outcomes[programme] = programmes::find_version(tx, programme).value().outcomes;
        }
        engagements.push_back({
            .person = row.get<PersonId>("person_id"),
            .days = {row.get<Date>("starts_on"), add_days(row.get<Date>("ends_on"), 1)},
            .outcomes = outcomes.at(programme),
        });
    }
    return engagements;
}

}  // namespace nangluc::planning
