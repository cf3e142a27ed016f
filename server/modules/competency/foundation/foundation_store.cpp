#include "modules/competency/foundation/foundation_store.hpp"

#include <algorithm>
#include <tuple>

#include "base/clock.hpp"

namespace nangluc::competency {

constexpr auto select_positions_below = R"sql(
    SELECT t.post_id, t.unit_id, t.rank_id, t.authorised, p.path, n.full_name AS unit_name,
           COALESCE(a.full_name, '') AS above_name,
           q.position_id, q.code, q.name, q.name_en, q.position_group_id, q.occupational_group_id
      FROM organisation_v_places p
      JOIN organisation_v_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      LEFT JOIN organisation_v_names a
        ON a.unit_id = p.parent_id
       AND a.from_date <= $3 AND a.until_date > $3
       AND a.recorded_at <= $4 AND a.superseded_at > $4
      JOIN organisation_v_posts t
        ON t.unit_id = p.unit_id
       AND t.from_date <= $3 AND t.until_date > $3
       AND t.recorded_at <= $4 AND t.superseded_at > $4
      JOIN organisation_v_positions q ON q.position_id = t.position_id
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY p.path, q.code, q.position_id, t.post_id
)sql";

std::vector<FoundedPosition> list_positions_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    std::vector<FoundedPosition> positions;
    const auto add = [&](const db::Row& row) {
        const auto unit = row.get<UnitId>("unit_id");
        const auto position = row.get<PositionId>("position_id");
        const bool is_new = positions.empty() || positions.back().unit != unit ||
                            positions.back().position != position;
        if (is_new) {
            positions.push_back({
                .unit = unit,
                .unit_name = row.get<std::string>("unit_name"),
                .above_name = row.get<std::string>("above_name"),
                .place = row.get<UnitPath>("path"),
                .position = position,
                .code = row.get<std::string>("code"),
                .name = row.get<std::string>("name"),
                .name_en = row.get<std::string>("name_en"),
                .position_group = row.get<GroupId>("position_group_id"),
                .occupational_group = row.get<GroupId>("occupational_group_id"),
                .rank = row.get<RankId>("rank_id"),
            });
        }
        positions.back().posts.push_back(row.get<PostId>("post_id"));
        positions.back().authorised += row.get<int>("authorised");
    };
    tx.each(
        select_positions_below, add, place.range_from(), place.range_until(), at.on, at.known_at
    );
    // Pages go by this order, and the collation of a database may be another one.
    const auto key = [](const FoundedPosition& position) {
        return std::tie(position.place, position.code, position.position);
    };
    if (!std::ranges::is_sorted(positions, {}, key)) std::ranges::sort(positions, {}, key);
    return positions;
}

// Read whole: a description a unit and position is more than the units asked about, and joining
// them row by row cost their product.
constexpr auto select_described_places = R"sql(
    SELECT d.position_id, p.path
      FROM competency_position_descriptions d
      JOIN organisation_v_places p ON p.unit_id = d.scope_unit_id
     WHERE d.from_date <= $1 AND d.until_date > $1
       AND d.recorded_at <= $2 AND d.superseded_at > $2
       AND p.from_date <= $1 AND p.until_date > $1
       AND p.recorded_at <= $2 AND p.superseded_at > $2
)sql";

DescribedPlaces list_described_places(db::Tx& tx, AsOf at) {
    DescribedPlaces places;
    tx.each(
        select_described_places,
        [&](const db::Row& row) {
            places[row.get<PositionId>("position_id")].push_back(row.get<UnitPath>("path"));
        },
        at.on,
        at.known_at
    );
    return places;
}

constexpr auto select_descriptions = R"sql(
    SELECT position_id, scope_unit_id, text, decision_number, from_date, until_date
      FROM competency_position_descriptions
     WHERE position_id = $1
       AND from_date <= $2 AND until_date > $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY id
)sql";

std::vector<PositionDescription> list_descriptions(db::Tx& tx, PositionId position, AsOf at) {
    std::vector<PositionDescription> descriptions;
    for (const auto& row : tx.all(select_descriptions, position, at.on, at.known_at)) {
        descriptions.push_back({
            .position = row.get<PositionId>("position_id"),
            .scope = row.get<UnitId>("scope_unit_id"),
            .text = row.get<std::string>("text"),
            .decision_number = row.get<std::string>("decision_number"),
            .period = row.period(),
        });
    }
    return descriptions;
}

constexpr auto update_descriptions = R"sql(
    UPDATE competency_position_descriptions
       SET superseded_at = $4
     WHERE position_id = $1 AND scope_unit_id = $2 AND until_date > $3 AND superseded_at = $5
)sql";

constexpr auto insert_description = R"sql(
    INSERT INTO competency_position_descriptions
           (id, position_id, scope_unit_id, text, decision_number,
            from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

static void insert(db::Tx& tx, const Kit& kit, const PositionDescription& description) {
    tx.run(
        insert_description,
        kit.ids.next(),
        description.position,
        description.scope,
        description.text,
        description.decision_number,
        description.period.from,
        description.period.until,
        kit.clock.now(),
        Instant::never()
    );
}

void put_description(db::Tx& tx, const Kit& kit, const PositionDescription& description) {
    const auto on = description.period.from;
    auto before = list_descriptions(tx, description.position, AsOf::latest(on));
    tx.run(
        update_descriptions,
        description.position,
        description.scope,
        on,
        kit.clock.now(),
        Instant::never()
    );
    for (auto& old : before) {
        if (old.scope != description.scope || old.period.from >= on) continue;
        old.period.until = on;
        insert(tx, kit, old);
    }
    insert(tx, kit, description);
}

}  // namespace nangluc::competency
