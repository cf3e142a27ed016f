#include "modules/organisation/post/staff_need.hpp"

namespace nangluc::organisation {

// Counted by the database: a nation has more posts than anybody would want to hold. CROSS JOIN:
// from the place to its posts, for SQLite, which else reads the posts of the whole nation.
constexpr auto select_position_needs = R"sql(
    SELECT q.id AS position_id, q.name, q.name_en, q.kind, q.duty,
           COUNT(*) AS posts, SUM(s.authorised) AS authorised, SUM(s.filled) AS filled,
           SUM(CASE WHEN s.authorised > s.filled THEN s.authorised - s.filled ELSE 0 END) AS needed,
           SUM(s.concurrent) AS concurrent
      FROM (SELECT t.id, t.position_id, a.authorised,
                   COUNT(CASE WHEN h.kind IN ('main', 'acting') THEN h.id END) AS filled,
                   COUNT(CASE WHEN h.kind = 'concurrent' THEN h.id END) AS concurrent
              FROM organisation_unit_places p
             CROSS JOIN organisation_posts t
              JOIN organisation_post_authorisations a
                ON a.post_id = t.id
               AND a.from_date <= $3 AND a.until_date > $3
               AND a.recorded_at <= $4 AND a.superseded_at > $4
              LEFT JOIN organisation_holdings h
                ON h.post_id = t.id
               AND h.from_date <= $3 AND h.until_date > $3
               AND h.recorded_at <= $4 AND h.superseded_at > $4
             WHERE t.unit_id = p.unit_id
               AND p.path >= $1 AND p.path < $2
               AND p.from_date <= $3 AND p.until_date > $3
               AND p.recorded_at <= $4 AND p.superseded_at > $4
             GROUP BY t.id, t.position_id, a.authorised) AS s
      JOIN organisation_positions q ON q.id = s.position_id
     GROUP BY q.id, q.name, q.name_en, q.kind, q.duty, q.code
     ORDER BY CASE q.kind WHEN 'leadership' THEN 0 WHEN 'professional' THEN 1 ELSE 2 END, q.code
)sql";

std::vector<PositionNeed> list_position_needs(db::Tx& tx, const UnitPath& place, AsOf at) {
    std::vector<PositionNeed> needs;
    const auto add = [&](const db::Row& row) {
        needs.push_back({
            .position = row.get<PositionId>("position_id"),
            .name = row.get<std::string>("name"),
            .name_en = row.get<std::string>("name_en"),
            .kind = row.get<std::string>("kind"),
            .duty = row.get<std::string>("duty"),
            .posts = row.get<int>("posts"),
            .authorised = row.get<int>("authorised"),
            .filled = row.get<int>("filled"),
            .needed = row.get<int>("needed"),
            .concurrent = row.get<int>("concurrent"),
        });
    };
    tx.each(
        select_position_needs, add, place.range_from(), place.range_until(), at.on, at.known_at
    );
    return needs;
}

}  // namespace nangluc::organisation
