#include "kit/db/db.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

static Holding holding_of(const db::Row& row) {
    return {
        .id = row.get<HoldingId>("holding_id"),
        .person = row.get<PersonId>("person_id"),
        .post = row.get<PostId>("post_id"),
        .unit = row.get<UnitId>("unit_id"),
        .position = row.get<PositionId>("position_id"),
        .position_group = row.get<GroupId>("position_group_id"),
        .occupational_group = row.get<GroupId>("occupational_group_id"),
        .rank = row.get<RankId>("rank_id"),
        .kind = row.get<HoldingKind>("kind"),
        .share_percent = row.get<int>("share_percent"),
        .period = row.period(),
    };
}

constexpr auto select_holdings_below = R"sql(
    SELECT h.id AS holding_id, h.person_id, h.post_id, h.unit_id, t.position_id,
           q.position_group_id, q.occupational_group_id,
           COALESCE(r.id, t.rank_id) AS rank_id, h.kind, h.share_percent,
           h.from_date, h.until_date
      FROM organisation_unit_places p
      JOIN organisation_holdings h
        ON h.unit_id = p.unit_id
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
      LEFT JOIN organisation_person_facts f
        ON f.person_id = h.person_id AND f.kind = 'rank'
       AND f.from_date <= $3 AND f.until_date > $3
       AND f.recorded_at <= $4 AND f.superseded_at > $4
      LEFT JOIN organisation_ranks r ON r.code = f.value
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY p.path, h.person_id, CASE h.kind WHEN 'main' THEN 0 ELSE 1 END, h.id
)sql";

void each_holding_below(
    db::Tx& tx, const UnitPath& root, AsOf at, const std::function<void(const Holding&)>& use
) {
    tx.each(
        select_holdings_below,
        [&](const db::Row& row) { use(holding_of(row)); },
        root.range_from(),
        root.range_until(),
        at.on,
        at.known_at
    );
}

constexpr auto select_holdings = R"sql(
    SELECT h.id AS holding_id, h.person_id, h.post_id, h.unit_id, t.position_id,
           q.position_group_id, q.occupational_group_id,
           COALESCE(r.id, t.rank_id) AS rank_id, h.kind, h.share_percent,
           h.from_date, h.until_date
      FROM organisation_holdings h
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
      LEFT JOIN organisation_person_facts f
        ON f.person_id = h.person_id AND f.kind = 'rank'
       AND f.from_date <= $2 AND f.until_date > $2
       AND f.recorded_at <= $3 AND f.superseded_at > $3
      LEFT JOIN organisation_ranks r ON r.code = f.value
     WHERE h.person_id = $1
       AND h.from_date <= $2 AND h.until_date > $2
       AND h.recorded_at <= $3 AND h.superseded_at > $3
     ORDER BY CASE h.kind WHEN 'main' THEN 0 ELSE 1 END, h.id
)sql";

std::vector<Holding> list_holdings(db::Tx& tx, PersonId person, AsOf at) {
    std::vector<Holding> holdings;
    for (const auto& row : tx.all(select_holdings, person, at.on, at.known_at)) {
        holdings.push_back(holding_of(row));
    }
    return holdings;
}

constexpr auto select_main_unit = R"sql(
    SELECT unit_id
      FROM organisation_holdings
     WHERE person_id = $1 AND kind = 'main'
       AND from_date <= $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY until_date DESC, from_date DESC, id DESC
     LIMIT 1
)sql";

Result<UnitId> main_unit_of(db::Tx& tx, PersonId person, AsOf at) {
    const auto row = tx.one(select_main_unit, person, at.on, at.known_at);
    if (!row) return not_found("person");
    return row->get<UnitId>("unit_id");
}

Result<UnitPath> place_of_person(db::Tx& tx, PersonId person, AsOf at) {
    const auto unit = TRY(main_unit_of(tx, person, at));
    if (auto path = path_of(tx, unit, at)) return path;
    const auto successor = successor_on(tx, unit, at.on);
    if (!successor) return not_found("person");
    return path_of(tx, successor, at);
}

constexpr auto select_person = R"sql(
    SELECT id AS person_id, staff_number, name, sort_key
      FROM organisation_people
     WHERE id = $1
)sql";

Result<Person> find_person(db::Tx& tx, PersonId person) {
    const auto row = tx.one(select_person, person);
    if (!row) return not_found("person");
    return Person{
        .id = row->get<PersonId>("person_id"),
        .staff_number = row->get<std::string>("staff_number"),
        .name = row->get<std::string>("name"),
        .sort_key = row->get<std::string>("sort_key"),
    };
}

}  // namespace nangluc::organisation
