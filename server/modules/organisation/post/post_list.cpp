#include "modules/organisation/post/post_list.hpp"

#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

constexpr auto select_listed_posts = R"sql(
    SELECT t.id AS post_id, t.unit_id, n.full_name AS unit_name, t.position_id,
           q.name AS position_name, q.name_en AS position_name_en, q.kind, t.rank_id,
           a.authorised, a.from_date AS since, b.authorised AS next_authorised,
           b.from_date AS next_from,
           (SELECT COUNT(DISTINCT h.person_id)
              FROM organisation_holdings h
             WHERE h.post_id = t.id AND h.kind IN ('main', 'acting')
               AND h.from_date <= $3 AND h.until_date > $3
               AND h.recorded_at <= $4 AND h.superseded_at > $4) AS filled
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
      LEFT JOIN organisation_post_authorisations b
        ON b.post_id = t.id AND b.from_date = a.until_date
       AND b.recorded_at <= $4 AND b.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY p.path,
              CASE q.kind WHEN 'leadership' THEN 0 WHEN 'professional' THEN 1 ELSE 2 END,
              q.code, t.id
     LIMIT $5 OFFSET $6
)sql";

std::vector<ListedPost> list_posts(
    db::Tx& tx, const UnitPath& place, const PostSlice& slice, AsOf at
) {
    std::vector<ListedPost> posts;
    const auto add = [&](const db::Row& row) {
        posts.push_back({
            .post = row.get<PostId>("post_id"),
            .unit = row.get<UnitId>("unit_id"),
            .unit_name = row.get<std::string>("unit_name"),
            .position = row.get<PositionId>("position_id"),
            .position_name = row.get<std::string>("position_name"),
            .position_name_en = row.get<std::string>("position_name_en"),
            .kind = row.get<PositionKind>("kind"),
            .rank = row.get<RankId>("rank_id"),
            .authorised = row.get<int>("authorised"),
            .since = row.get<Date>("since"),
            .filled = row.get<int>("filled"),
            .next_authorised = row.get<std::optional<int>>("next_authorised"),
            .next_from = row.get<std::optional<Date>>("next_from"),
        });
    };
    tx.each(
        select_listed_posts,
        add,
        place.range_from(),
        place.range_until(),
        at.on,
        at.known_at,
        slice.limit,
        slice.from
    );
    return posts;
}

}  // namespace nangluc::organisation
