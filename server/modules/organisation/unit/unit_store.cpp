#include "modules/organisation/unit/unit_store.hpp"

#include "base/search_pattern.hpp"
#include "base/text.hpp"

namespace nangluc::organisation {

Unit unit_of(const db::Row& row) {
    return {
        .id = row.get<UnitId>("unit_id"),
        .parent = row.get<UnitId>("parent_id"),
        .code = row.get<std::string>("code"),
        .kind = row.get<std::string>("kind"),
        .type = row.get<std::string>("type"),
        .level = row.get<std::string>("level"),
        .name = row.get<std::string>("name"),
        .full_name = row.get<std::string>("full_name"),
        .full_name_en = row.get<std::string>("full_name_en"),
        .path = row.get<UnitPath>("path"),
    };
}

static std::vector<Unit> units_of(const std::vector<db::Row>& rows) {
    std::vector<Unit> units;
    units.reserve(rows.size());
    for (const auto& row : rows) units.push_back(unit_of(row));
    return units;
}

constexpr auto select_unit = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
      JOIN organisation_unit_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
     WHERE p.unit_id = $1
       AND p.from_date <= $2 AND p.until_date > $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
)sql";

Result<Unit> find_unit(db::Tx& tx, UnitId unit, AsOf at) {
    const auto row = tx.one(select_unit, unit, at.on, at.known_at);
    if (!row) return not_found("unit");
    return unit_of(*row);
}

constexpr auto select_former_unit = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
      JOIN organisation_unit_names n ON n.unit_id = p.unit_id
     WHERE p.unit_id = $1
       AND p.recorded_at <= $2 AND p.superseded_at > $2
       AND n.recorded_at <= $2 AND n.superseded_at > $2
     ORDER BY p.until_date DESC, n.until_date DESC
     LIMIT 1
)sql";

Result<Unit> find_former_unit(db::Tx& tx, UnitId unit, Instant known_at) {
    const auto row = tx.one(select_former_unit, unit, known_at);
    if (!row) return not_found("unit");
    return unit_of(*row);
}

constexpr auto select_path = R"sql(
    SELECT path
      FROM organisation_unit_places
     WHERE unit_id = $1
       AND from_date <= $2 AND until_date > $2
       AND recorded_at <= $3 AND superseded_at > $3
)sql";

Result<UnitPath> path_of(db::Tx& tx, UnitId unit, AsOf at) {
    const auto row = tx.one(select_path, unit, at.on, at.known_at);
    if (!row) return not_found("unit");
    return row->get<UnitPath>("path");
}

constexpr auto select_units_below = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
      JOIN organisation_unit_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
       AND (p.level = $5 OR $5 = '')
     ORDER BY p.path
)sql";

std::vector<Unit> list_units_below(
    db::Tx& tx, const UnitPath& root, AsOf at, std::string_view level
) {
    return units_of(
        tx.all(select_units_below, root.range_from(), root.range_until(), at.on, at.known_at, level)
    );
}

constexpr auto select_roots = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
      JOIN organisation_unit_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $1 AND n.until_date > $1
       AND n.recorded_at <= $2 AND n.superseded_at > $2
     WHERE p.parent_id IS NULL
       AND p.from_date <= $1 AND p.until_date > $1
       AND p.recorded_at <= $2 AND p.superseded_at > $2
     ORDER BY p.seq, n.sort_key
)sql";

std::vector<Unit> list_roots(db::Tx& tx, AsOf at) {
    return units_of(tx.all(select_roots, at.on, at.known_at));
}

constexpr auto select_children = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
      JOIN organisation_unit_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
     WHERE p.parent_id = $1
       AND p.from_date <= $2 AND p.until_date > $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
     ORDER BY p.seq, n.sort_key
)sql";

std::vector<Unit> list_children(db::Tx& tx, UnitId parent, AsOf at) {
    return units_of(tx.all(select_children, parent, at.on, at.known_at));
}

constexpr auto select_parents_among = R"sql(
    SELECT DISTINCT c.parent_id
      FROM organisation_unit_places p
      JOIN organisation_unit_places c
        ON c.parent_id = p.unit_id
       AND c.from_date <= $2 AND c.until_date > $2
       AND c.recorded_at <= $3 AND c.superseded_at > $3
     WHERE p.parent_id = $1
       AND p.from_date <= $2 AND p.until_date > $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
)sql";

std::vector<UnitId> list_parents_among(db::Tx& tx, UnitId parent, AsOf at) {
    std::vector<UnitId> parents;
    for (const auto& row : tx.all(select_parents_among, parent, at.on, at.known_at)) {
        parents.push_back(row.get<UnitId>("parent_id"));
    }
    return parents;
}

std::vector<Unit> list_ancestors(db::Tx& tx, const UnitPath& path, AsOf at) {
    std::vector<Unit> ancestors;
    UnitPath prefix;
    for (std::size_t end = 16; end <= path.text.size(); end += 16) {
        prefix.text = path.text.substr(0, end);
        if (auto unit = find_unit(tx, prefix.unit(), at)) {
            ancestors.push_back(std::move(unit.value()));
        }
    }
    return ancestors;
}

constexpr auto select_administrative_level = R"sql(
    SELECT p.level
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
     WHERE p.unit_id = $1 AND u.kind = 'administrative'
       AND p.from_date <= $2 AND p.until_date > $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
)sql";

std::string administrative_level_of(db::Tx& tx, const UnitPath& place, AsOf at) {
    for (auto above = place; above.unit(); above.text.resize(above.text.size() - 16)) {
        const auto row = tx.one(select_administrative_level, above.unit(), at.on, at.known_at);
        if (row) return row->get<std::string>("level");
    }
    return {};
}

constexpr auto search_units = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path
      FROM organisation_unit_names n
      JOIN organisation_units u ON u.id = n.unit_id
      JOIN organisation_unit_places p
        ON p.unit_id = n.unit_id
       AND p.from_date <= $2 AND p.until_date > $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
     WHERE (n.folded LIKE $1 ESCAPE '!' OR n.code = $5)
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
     ORDER BY LENGTH(p.path), n.sort_key, p.path
     LIMIT $4
)sql";

std::vector<Unit> find_units(db::Tx& tx, std::string_view text, AsOf at, int limit) {
    const auto pattern = search_pattern(text);
    return units_of(tx.all(search_units, pattern, at.on, at.known_at, limit, text));
}

constexpr auto search_units_below = R"sql(
    SELECT p.unit_id, p.parent_id, n.code, u.kind, n.type, p.level, n.name, n.full_name,
           n.full_name_en, p.path, COALESCE(a.full_name, '') AS above
      FROM organisation_unit_places p
      JOIN organisation_units u ON u.id = p.unit_id
      JOIN organisation_unit_names n
        ON n.unit_id = p.unit_id
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
      LEFT JOIN organisation_unit_names a
        ON a.unit_id = p.parent_id
       AND a.from_date <= $2 AND a.until_date > $2
       AND a.recorded_at <= $3 AND a.superseded_at > $3
     WHERE (n.folded LIKE $1 ESCAPE '!' OR n.code = $5)
       AND p.path >= $6 AND p.path < $7
       AND p.from_date <= $2 AND p.until_date > $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
     ORDER BY LENGTH(p.path), n.sort_key, p.path
     LIMIT $4
)sql";

std::vector<FoundUnit> find_units_below(
    db::Tx& tx, std::string_view text, const UnitPath& place, AsOf at, int limit
) {
    const auto pattern = search_pattern(text);
    std::vector<FoundUnit> units;
    for (const auto& row : tx.all(
             search_units_below,
             pattern,
             at.on,
             at.known_at,
             limit,
             text,
             place.range_from(),
             place.range_until()
         )) {
        units.push_back({unit_of(row), row.get<std::string>("above")});
    }
    return units;
}

static std::vector<Succession> successions_of(const std::vector<db::Row>& rows) {
    std::vector<Succession> successions;
    successions.reserve(rows.size());
    for (const auto& row : rows) {
        successions.push_back({
            .old_unit = row.get<UnitId>("old_unit_id"),
            .new_unit = row.get<UnitId>("new_unit_id"),
            .extent = row.get<Extent>("extent"),
            .is_default = row.get<bool>("is_default"),
            .effective_on = row.get<Date>("effective_on"),
        });
    }
    return successions;
}

constexpr auto select_successions = R"sql(
    SELECT old_unit_id, new_unit_id, extent, is_default, effective_on
      FROM organisation_successions
     ORDER BY old_unit_id, new_unit_id
)sql";

std::vector<Succession> list_successions(db::Tx& tx) {
    return successions_of(tx.all(select_successions));
}

constexpr auto select_predecessors = R"sql(
    SELECT old_unit_id, new_unit_id, extent, is_default, effective_on
      FROM organisation_successions
     WHERE new_unit_id = $1
     ORDER BY effective_on, old_unit_id
)sql";

std::vector<Succession> list_predecessors(db::Tx& tx, UnitId unit) {
    return successions_of(tx.all(select_predecessors, unit));
}

constexpr auto select_successors = R"sql(
    SELECT old_unit_id, new_unit_id, extent, is_default, effective_on
      FROM organisation_successions
     WHERE old_unit_id = $1
     ORDER BY effective_on, is_default DESC, new_unit_id
)sql";

std::vector<Succession> list_successors(db::Tx& tx, UnitId unit) {
    return successions_of(tx.all(select_successors, unit));
}

constexpr auto select_quoted_counts = R"sql(
    SELECT label, level, quoted, on_date, source
      FROM organisation_quoted_counts
     ORDER BY on_date, id
)sql";

std::vector<QuotedCount> list_quoted_counts(db::Tx& tx) {
    std::vector<QuotedCount> counts;
    for (const auto& row : tx.all(select_quoted_counts)) {
        counts.push_back({
            .label = row.get<std::string>("label"),
            .level = row.get<std::string>("level"),
            .quoted = row.get<int>("quoted"),
            .on_date = row.get<Date>("on_date"),
            .source = row.get<std::string>("source"),
        });
    }
    return counts;
}

// A unit that is only called otherwise has changed too; offices and divisions come and go daily.
constexpr auto select_structure_changes = R"sql(
    SELECT c.from_date AS on_date, COUNT(*) AS units
      FROM (SELECT from_date, unit_id
              FROM organisation_unit_places
             WHERE superseded_at = 9223372036854775807
             UNION
            SELECT from_date, unit_id
              FROM organisation_unit_names
             WHERE superseded_at = 9223372036854775807) c
      JOIN organisation_units u ON u.id = c.unit_id
     WHERE u.kind = 'administrative'
     GROUP BY c.from_date
     ORDER BY c.from_date
)sql";

std::vector<StructureChange> list_structure_changes(db::Tx& tx) {
    std::vector<StructureChange> changes;
    for (const auto& row : tx.all(select_structure_changes)) {
        changes.push_back({row.get<Date>("on_date"), row.get<int>("units")});
    }
    return changes;
}

UnitId successor_on(db::Tx& tx, UnitId unit, Date on) {
    std::vector<Succession> chain;
    const auto stands = [&](UnitId candidate) {
        return static_cast<bool>(path_of(tx, candidate, AsOf::latest(on)));
    };
    // A chain is short: read it one step at a time rather than the whole table.
    for (UnitId at = unit; at && chain.size() < 64 && !stands(at);) {
        const auto next = list_successors(tx, at);
        if (next.empty()) break;
        chain.push_back(next.front());
        at = next.front().new_unit;
    }
    return SuccessionMap(chain).follow(unit, stands).unit;
}

Result<UnitPath> place_of_rights(db::Tx& tx, UnitId unit, AsOf asked, AsOf today) {
    const auto standing = successor_on(tx, unit, today.on);
    return standing ? path_of(tx, standing, today) : path_of(tx, unit, asked);
}

}  // namespace nangluc::organisation
