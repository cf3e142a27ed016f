#include "modules/organisation/roster/roster_store.hpp"

#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

constexpr auto select_posts_below = R"sql(
    SELECT t.id AS post_id, t.unit_id, p.path, n.name AS unit_name, t.position_id,
           q.name AS position_name, q.name_en AS position_name_en, q.kind, q.duty,
           a.authorised, a.from_date AS authorised_since,
           (SELECT MAX(h.until_date)
              FROM organisation_holdings h
             WHERE h.post_id = t.id AND h.kind IN ('main', 'acting')
               AND h.until_date <= $3
               AND h.recorded_at <= $4 AND h.superseded_at > $4) AS last_left
      FROM organisation_unit_places p
      JOIN organisation_unit_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      JOIN organisation_posts t ON t.unit_id = p.unit_id
      JOIN organisation_positions q ON q.id = t.position_id
      JOIN organisation_post_authorisations a
        ON a.post_id = t.id
       AND a.from_date <= $3 AND a.until_date > $3
       AND a.recorded_at <= $4 AND a.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY p.path,
              CASE q.kind WHEN 'leadership' THEN 0 WHEN 'professional' THEN 1 ELSE 2 END,
              q.code, t.id
)sql";

std::vector<AuthorisedPost> list_posts_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    std::vector<AuthorisedPost> posts;
    const auto add = [&](const db::Row& row) {
        posts.push_back({
            .post = row.get<PostId>("post_id"),
            .unit = row.get<UnitId>("unit_id"),
            .place = row.get<UnitPath>("path"),
            .unit_name = row.get<std::string>("unit_name"),
            .position = row.get<PositionId>("position_id"),
            .position_name = row.get<std::string>("position_name"),
            .position_name_en = row.get<std::string>("position_name_en"),
            .position_kind = row.get<std::string>("kind"),
            .duty = row.get<std::string>("duty"),
            .authorised = row.get<int>("authorised"),
            .authorised_since = row.get<Date>("authorised_since"),
            .last_left = row.get<std::optional<Date>>("last_left"),
        });
    };
    tx.each(select_posts_below, add, place.range_from(), place.range_until(), at.on, at.known_at);
    return posts;
}

constexpr auto select_holders_below = R"sql(
    SELECT h.id AS holding_id, h.post_id, h.person_id, e.name, e.sort_key, e.staff_number,
           COALESCE(r.name, '') AS rank, COALESCE(r.name_en, '') AS rank_en,
           h.kind, h.share_percent, h.from_date AS since
      FROM organisation_unit_places p
      JOIN organisation_holdings h
        ON h.unit_id = p.unit_id
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
      JOIN organisation_people e ON e.id = h.person_id
      LEFT JOIN organisation_person_facts f
        ON f.person_id = h.person_id AND f.kind = 'rank'
       AND f.from_date <= $3 AND f.until_date > $3
       AND f.recorded_at <= $4 AND f.superseded_at > $4
      LEFT JOIN organisation_ranks r ON r.code = f.value
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
)sql";

std::vector<Holder> list_holders_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    std::vector<Holder> holders;
    const auto add = [&](const db::Row& row) {
        holders.push_back({
            .holding = row.get<HoldingId>("holding_id"),
            .post = row.get<PostId>("post_id"),
            .person = row.get<PersonId>("person_id"),
            .name = row.get<std::string>("name"),
            .sort_key = row.get<std::string>("sort_key"),
            .staff_number = row.get<std::string>("staff_number"),
            .rank = row.get<std::string>("rank"),
            .rank_en = row.get<std::string>("rank_en"),
            .kind = row.get<HoldingKind>("kind"),
            .share_percent = row.get<int>("share_percent"),
            .since = row.get<Date>("since"),
        });
    };
    tx.each(select_holders_below, add, place.range_from(), place.range_until(), at.on, at.known_at);
    return holders;
}

constexpr auto count_posts = R"sql(
    SELECT COUNT(*) AS posts
      FROM organisation_unit_places p
      JOIN organisation_posts t ON t.unit_id = p.unit_id
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
)sql";

int count_posts_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    return tx.one(count_posts, place.range_from(), place.range_until(), at.on, at.known_at)
        ->get<int>("posts");
}

// A unit has what stands below it: its divisions' posts are its own.
constexpr auto select_units_lacking = R"sql(
    SELECT c.unit_id, c.parent_id, n.code, u.kind, n.type, c.level, n.name, n.full_name,
           n.full_name_en, c.path,
           COALESCE(SUM(a.authorised), 0) AS authorised,
           COALESCE(SUM((SELECT COUNT(*)
                           FROM organisation_holdings h
                          WHERE h.post_id = t.id AND h.kind = 'concurrent'
                            AND h.from_date <= $4 AND h.until_date > $4
                            AND h.recorded_at <= $5 AND h.superseded_at > $5)), 0) AS concurrent
      FROM organisation_unit_places c
      JOIN organisation_units u ON u.id = c.unit_id
      JOIN organisation_unit_names n
        ON n.unit_id = c.unit_id
       AND n.from_date <= $4 AND n.until_date > $4
       AND n.recorded_at <= $5 AND n.superseded_at > $5
      LEFT JOIN organisation_unit_places d
        ON d.path >= c.path AND d.path < c.path || 'g'
       AND d.from_date <= $4 AND d.until_date > $4
       AND d.recorded_at <= $5 AND d.superseded_at > $5
      LEFT JOIN organisation_posts t
        ON t.unit_id = d.unit_id
       AND t.position_id IN (SELECT q.id FROM organisation_positions q WHERE q.duty = $6)
      LEFT JOIN organisation_post_authorisations a
        ON a.post_id = t.id
       AND a.from_date <= $4 AND a.until_date > $4
       AND a.recorded_at <= $5 AND a.superseded_at > $5
     WHERE c.path >= $1 AND c.path < $2 AND c.level = $3
       AND c.from_date <= $4 AND c.until_date > $4
       AND c.recorded_at <= $5 AND c.superseded_at > $5
     GROUP BY c.unit_id, c.parent_id, n.code, u.kind, n.type, c.level, n.name, n.full_name,
              n.full_name_en, n.sort_key, c.path
    HAVING COALESCE(SUM((SELECT COUNT(*)
                           FROM organisation_holdings h
                          WHERE h.post_id = t.id AND h.kind IN ('main', 'acting')
                            AND h.from_date <= $4 AND h.until_date > $4
                            AND h.recorded_at <= $5 AND h.superseded_at > $5)), 0) = 0
     ORDER BY n.sort_key, c.path
)sql";

std::vector<UnitLacking> list_units_lacking(
    db::Tx& tx, const UnitPath& place, std::string_view level, std::string_view duty, AsOf at
) {
    std::vector<UnitLacking> units;
    const auto add = [&](const db::Row& row) {
        units.push_back({unit_of(row), row.get<int>("authorised"), row.get<int>("concurrent")});
    };
    tx.each(
        select_units_lacking,
        add,
        place.range_from(),
        place.range_until(),
        level,
        at.on,
        at.known_at,
        duty
    );
    return units;
}

}  // namespace nangluc::organisation
