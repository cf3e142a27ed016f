#include "modules/needs/register/duty_store.hpp"

namespace nangluc::needs {

constexpr auto select_concurrent_holdings = R"sql(
    SELECT h.holding_id, h.person_id, h.post_id, h.unit_id, h.position_id, h.position_group_id,
           h.occupational_group_id, h.post_rank_id, h.kind, h.share_percent, h.position_name,
           n.full_name || COALESCE(', ' || a.full_name, '') AS unit_name, p.path, h.from_date,
           h.until_date
      FROM organisation_v_places p
      JOIN organisation_v_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      LEFT JOIN organisation_v_names a
        ON a.unit_id = p.parent_id
       AND a.from_date <= $3 AND a.until_date > $3
       AND a.recorded_at <= $4 AND a.superseded_at > $4
      JOIN organisation_v_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'concurrent'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
       AND (p.path > $5
            OR (p.path = $5 AND h.person_id > $6)
            OR (p.path = $5 AND h.person_id = $6 AND h.holding_id > $7))
     ORDER BY p.path, h.person_id, h.holding_id
     LIMIT $8
)sql";

std::vector<NamedHolding> list_concurrent_holdings(
    db::Tx& tx, const UnitPath& place, AsOf at, const DutyPlace& after, int limit
) {
    std::vector<NamedHolding> holdings;
    const auto add = [&](const db::Row& row) {
        holdings.push_back({
            .holding =
                {
                    .id = row.get<HoldingId>("holding_id"),
                    .person = row.get<PersonId>("person_id"),
                    .post = row.get<PostId>("post_id"),
                    .unit = row.get<UnitId>("unit_id"),
                    .position = row.get<PositionId>("position_id"),
                    .position_group = row.get<GroupId>("position_group_id"),
                    .occupational_group = row.get<GroupId>("occupational_group_id"),
                    .rank = row.get<RankId>("post_rank_id"),
                    .kind = row.get<organisation::HoldingKind>("kind"),
                    .share_percent = row.get<int>("share_percent"),
                    .period = row.period(),
                },
            .place = row.get<UnitPath>("path"),
            .unit_name = row.get<std::string>("unit_name"),
            .position_name = row.get<std::string>("position_name"),
        });
    };
    tx.each(
        select_concurrent_holdings,
        add,
        place.range_from(),
        place.range_until(),
        at.on,
        at.known_at,
        after.path,
        after.person.value,
        after.holding.value,
        limit
    );
    return holdings;
}

constexpr auto count_concurrent_below = R"sql(
    SELECT COUNT(*) AS duties
      FROM organisation_v_places p
      JOIN organisation_v_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'concurrent'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
)sql";

int count_concurrent_holdings(db::Tx& tx, const UnitPath& place, AsOf at) {
    return tx
        .one(count_concurrent_below, place.range_from(), place.range_until(), at.on, at.known_at)
        ->get<int>("duties");
}

constexpr auto count_people_below = R"sql(
    SELECT COUNT(DISTINCT h.person_id) AS people
      FROM organisation_v_places p
      JOIN organisation_v_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
)sql";

int count_people(db::Tx& tx, const UnitPath& place, AsOf at) {
    return tx.one(count_people_below, place.range_from(), place.range_until(), at.on, at.known_at)
        ->get<int>("people");
}

}  // namespace nangluc::needs
