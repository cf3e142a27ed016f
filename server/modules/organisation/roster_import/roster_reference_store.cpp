#include "modules/organisation/roster_import/roster_reference_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

namespace {

void add_name(RosterReference& reference, const std::string& text, UnitId unit) {
    if (text.empty()) return;
    auto& units = reference.units_by_name[fold(text)];
    if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
}

void load_units(db::Tx& tx, const UnitPath& place, RosterReference& reference) {
    for (auto& unit : list_units_below(tx, place, AsOf::latest(reference.today))) {
        add_name(reference, unit.full_name, unit.id);
        add_name(reference, unit.name, unit.id);
        add_name(reference, unit.code, unit.id);
        reference.units.emplace(unit.id, std::move(unit));
    }
}

// Where a unit's people went: the default first, then the other parts.
std::vector<UnitId> heirs_of(
    UnitId unit,
    const std::unordered_map<UnitId, std::vector<Succession>>& after,
    const RosterReference& reference
) {
    std::vector<UnitId> heirs;
    std::vector<UnitId> open{unit};
    // Chains are short; the bound is against a circle in the table.
    for (std::size_t i = 0; i < open.size() && i < 64; ++i) {
        const auto next = after.find(open[i]);
        if (next == after.end()) continue;
        for (const auto& succession : next->second) {
            const auto heir = succession.new_unit;
            if (std::ranges::find(open, heir) != open.end()) continue;
            open.push_back(heir);
            if (reference.units.contains(heir)) heirs.push_back(heir);
        }
    }
    return heirs;
}

constexpr auto select_places_ever = R"sql(
    SELECT DISTINCT unit_id
      FROM organisation_unit_places
     WHERE path >= $1 AND path < $2 AND superseded_at = 9223372036854775807
)sql";

constexpr auto select_names_ever = R"sql(
    SELECT n.unit_id, n.name, n.full_name
      FROM organisation_unit_names n
     WHERE n.superseded_at = 9223372036854775807
       AND (n.unit_id IN (SELECT p.unit_id
                            FROM organisation_unit_places p
                           WHERE p.path >= $1 AND p.path < $2)
            OR n.unit_id IN (SELECT s.old_unit_id FROM organisation_successions s))
     ORDER BY n.until_date DESC, n.unit_id
)sql";

void load_former(db::Tx& tx, const UnitPath& place, RosterReference& reference) {
    std::unordered_map<UnitId, std::vector<Succession>> after;
    for (const auto& succession : list_successions(tx)) {
        auto& all = after[succession.old_unit];
        all.insert(succession.is_default ? all.begin() : all.end(), succession);
    }
    std::set<UnitId> ever;
    for (const auto& row : tx.all(select_places_ever, place.range_from(), place.range_until())) {
        ever.insert(row.get<UnitId>("unit_id"));
    }
    tx.each(
        select_names_ever,
        [&](const db::Row& row) {
            FormerUnit former{
                .unit = row.get<UnitId>("unit_id"),
                .full_name = row.get<std::string>("full_name"),
            };
            former.is_renamed = reference.units.contains(former.unit);
            former.now = former.is_renamed ? std::vector{former.unit}
                                           : heirs_of(former.unit, after, reference);
            if (former.now.empty() && !ever.contains(former.unit)) return;
            const auto short_name = fold(row.get<std::string>("name"));
            reference.former_by_name[fold(former.full_name)].push_back(former);
            if (short_name != fold(former.full_name)) {
                reference.former_by_name[short_name].push_back(std::move(former));
            }
        },
        place.range_from(),
        place.range_until()
    );
}

constexpr auto select_positions = R"sql(
    SELECT id, code, name, name_en
      FROM organisation_positions
     ORDER BY id
)sql";

void load_positions_by_name(db::Tx& tx, RosterReference& reference) {
    for (const auto& row : tx.all(select_positions)) {
        const auto id = row.get<PositionId>("id");
        reference.position_names[id] = row.get<std::string>("name");
        std::set<std::string> names;
        for (const auto* column : {"name", "name_en", "code"}) {
            names.insert(fold(row.get<std::string>(column)));
        }
        names.erase("");
        for (const auto& name : names) reference.positions_by_name[name].push_back(id);
    }
}

constexpr auto select_posts_of_tree = R"sql(
    SELECT t.id, t.unit_id, t.position_id, a.authorised,
           (SELECT MIN(b.from_date)
              FROM organisation_post_authorisations b
             WHERE b.post_id = t.id AND b.superseded_at = 9223372036854775807) AS since
      FROM organisation_unit_places p
      JOIN organisation_posts t ON t.unit_id = p.unit_id
      JOIN organisation_post_authorisations a
        ON a.post_id = t.id
       AND a.from_date <= $3 AND a.until_date > $3 AND a.superseded_at = 9223372036854775807
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3 AND p.superseded_at = 9223372036854775807
     ORDER BY t.id
)sql";

void load_posts_of_tree(db::Tx& tx, const UnitPath& place, RosterReference& reference) {
    const auto add = [&](const db::Row& row) {
        const KnownPost post{
            .id = row.get<PostId>("id"),
            .unit = row.get<UnitId>("unit_id"),
            .position = row.get<PositionId>("position_id"),
            .authorised = row.get<int>("authorised"),
            .since = row.get<Date>("since"),
        };
        reference.posts_by_unit[post.unit].push_back(post);
        reference.posts_by_position[post.position].push_back(post.id);
        reference.posts.emplace(post.id, post);
    };
    tx.each(select_posts_of_tree, add, place.range_from(), place.range_until(), reference.today);
}

constexpr auto select_ranks = R"sql(
    SELECT code, name, name_en
      FROM organisation_ranks
     ORDER BY seq
)sql";

void load_ranks_by_name(db::Tx& tx, RosterReference& reference) {
    for (const auto& row : tx.all(select_ranks)) {
        const auto code = row.get<std::string>("code");
        reference.rank_names.push_back(row.get<std::string>("name"));
        reference.rank_names_en.push_back(row.get<std::string>("name_en"));
        for (const auto* column : {"code", "name", "name_en"}) {
            const auto name = fold(row.get<std::string>(column));
            if (!name.empty()) reference.ranks_by_name.emplace(name, code);
        }
    }
}

constexpr auto select_usual_digits = R"sql(
    SELECT LENGTH(e.staff_number) AS digits
      FROM organisation_people e
      JOIN organisation_holdings h
        ON h.person_id = e.id AND h.kind = 'main'
       AND h.until_date > $3 AND h.superseded_at = 9223372036854775807
      JOIN organisation_unit_places p
        ON p.unit_id = h.unit_id
       AND p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3 AND p.superseded_at = 9223372036854775807
     WHERE LTRIM(e.staff_number, '0123456789') = ''
     GROUP BY LENGTH(e.staff_number)
     ORDER BY COUNT(*) DESC, LENGTH(e.staff_number) DESC
     LIMIT 1
)sql";

void load_usual_digits(db::Tx& tx, const UnitPath& place, RosterReference& reference) {
    const auto row =
        tx.one(select_usual_digits, place.range_from(), place.range_until(), reference.today);
    if (row) reference.usual_digits = row->get<int>("digits");
}

}  // namespace

Result<RosterReference> load_roster_reference(db::Tx& tx, UnitId unit, Date today) {
    const auto place = TRY(path_of(tx, unit, AsOf::latest(today)));
    RosterReference reference{.today = today, .root = unit};
    load_units(tx, place, reference);
    load_former(tx, place, reference);
    load_positions_by_name(tx, reference);
    load_posts_of_tree(tx, place, reference);
    load_ranks_by_name(tx, reference);
    load_usual_digits(tx, place, reference);
    return reference;
}

}  // namespace nangluc::organisation
