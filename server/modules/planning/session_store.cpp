#include "modules/planning/line_store.hpp"

namespace nangluc::planning {

constexpr auto select_sessions = R"sql(
    SELECT id, line_id, place_unit_id, place, starts_on, ends_on, seats, min_seats, cost_fixed,
           cost_per_person, cancelled
      FROM planning_sessions
     WHERE plan_id = $1
     ORDER BY starts_on, id
)sql";

std::vector<Session> list_sessions(db::Tx& tx, PlanId plan) {
    std::vector<Session> sessions;
    for (const auto& row : tx.all(select_sessions, plan)) {
        sessions.push_back({
            .id = row.get<PlanSessionId>("id"),
            .line = row.get<LineId>("line_id"),
            .place_unit = row.get<UnitId>("place_unit_id"),
            .place = row.get<std::string>("place"),
            .starts_on = row.get<Date>("starts_on"),
            .ends_on = row.get<Date>("ends_on"),
            .seats = row.get<int>("seats"),
            .min_seats = row.get<int>("min_seats"),
            .cost_fixed = row.get<Money>("cost_fixed"),
            .cost_per_person = row.get<Money>("cost_per_person"),
            .cancelled = row.get<std::optional<std::string>>("cancelled"),
        });
    }
    return sessions;
}

constexpr auto insert_session = R"sql(
    INSERT INTO planning_sessions (
        id, plan_id, line_id, place_unit_id, place, starts_on, ends_on, seats, min_seats,
        cost_fixed, cost_per_person
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql";

void add_session(db::Tx& tx, PlanId plan, const Session& session) {
    tx.run(
        insert_session,
        session.id,
        plan,
        session.line,
        session.place_unit,
        session.place,
        session.starts_on,
        session.ends_on,
        session.seats,
        session.min_seats,
        session.cost_fixed,
        session.cost_per_person
    );
}

constexpr auto update_session = R"sql(
    UPDATE planning_sessions
       SET place_unit_id = $2, place = $3, starts_on = $4, ends_on = $5, seats = $6,
           min_seats = $7, cost_fixed = $8, cost_per_person = $9
     WHERE id = $1
)sql";

void save_session(db::Tx& tx, const Session& session) {
    tx.run(
        update_session,
        session.id,
        session.place_unit,
        session.place,
        session.starts_on,
        session.ends_on,
        session.seats,
        session.min_seats,
        session.cost_fixed,
        session.cost_per_person
    );
}

constexpr auto delete_session = R"sql(
    DELETE FROM planning_sessions WHERE id = $1
)sql";

void remove_session(db::Tx& tx, PlanSessionId session) {
    tx.run(delete_session, session);
}

}  // namespace nangluc::planning
