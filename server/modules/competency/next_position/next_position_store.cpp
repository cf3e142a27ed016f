#include "modules/competency/next_position/next_position_store.hpp"

#include "base/clock.hpp"

namespace nangluc::competency {

constexpr auto select_agreed = R"sql(
    SELECT n.id, n.position_id, n.note, n.from_date, n.until_date, q.name, q.name_en
      FROM competency_next_positions n
      JOIN organisation_v_positions q ON q.position_id = n.position_id
     WHERE n.person_id = $1
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
     ORDER BY n.from_date, n.id
)sql";

static AgreedPosition agreed_of(const db::Row& row) {
    return {
        .id = row.get<NextPositionId>("id"),
        .position = row.get<PositionId>("position_id"),
        .name = row.get<std::string>("name"),
        .name_en = row.get<std::string>("name_en"),
        .note = row.get<std::string>("note"),
        .period = row.period(),
    };
}

std::vector<AgreedPosition> list_next_positions(db::Tx& tx, PersonId person, AsOf at) {
    std::vector<AgreedPosition> agreed;
    for (const auto& row : tx.all(select_agreed, person, at.on, at.known_at)) {
        agreed.push_back(agreed_of(row));
    }
    return agreed;
}

constexpr auto select_next_position = R"sql(
    SELECT n.id, n.person_id, n.position_id, n.agreed_by, n.note, n.from_date, n.until_date,
           q.name, q.name_en
      FROM competency_next_positions n
      JOIN organisation_v_positions q ON q.position_id = n.position_id
     WHERE n.id = $1 AND n.superseded_at = $2
)sql";

Result<StoredNextPosition> find_next_position(db::Tx& tx, NextPositionId id) {
    const auto row = tx.one(select_next_position, id, Instant::never());
    if (!row) return not_found("next_position");
    return StoredNextPosition{
        .person = row->get<PersonId>("person_id"),
        .agreed = agreed_of(*row),
        .agreed_by = row->get<AccountId>("agreed_by"),
    };
}

constexpr auto insert_next_position = R"sql(
    INSERT INTO competency_next_positions
           (id, person_id, position_id, agreed_by, note,
            from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

void add_next_position(db::Tx& tx, const Kit& kit, const StoredNextPosition& stored) {
    tx.run(
        insert_next_position,
        stored.agreed.id,
        stored.person,
        stored.agreed.position,
        stored.agreed_by.value,
        stored.agreed.note,
        stored.agreed.period.from,
        stored.agreed.period.until,
        kit.clock.now(),
        Instant::never()
    );
}

constexpr auto update_next_position = R"sql(
    UPDATE competency_next_positions SET superseded_at = $2 WHERE id = $1 AND superseded_at = $3
)sql";

Result<> supersede_next_position(db::Tx& tx, const Kit& kit, NextPositionId id) {
    if (tx.run(update_next_position, id, kit.clock.now(), Instant::never()) == 0) {
        return stale("next_position.stale");
    }
    return {};
}

constexpr auto select_position = R"sql(
    SELECT position_id FROM organisation_v_positions WHERE position_id = $1
)sql";

Result<> require_position(db::Tx& tx, PositionId position) {
    if (!tx.one(select_position, position)) return not_found("position");
    return {};
}

}  // namespace nangluc::competency
