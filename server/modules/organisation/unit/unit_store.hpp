#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/organisation/unit/unit.hpp"

namespace nangluc::organisation {

// The unit in a row with the columns unit_id, parent_id, code, kind, type, level, name, full_name,
// full_name_en, path.
Unit unit_of(const db::Row& row);

// Units whose folded name or code contains the folded text, nearest to the root first.
std::vector<Unit> find_units(db::Tx& tx, std::string_view text, AsOf at, int limit);
// The same at or below a place, each with the name of the unit above it, since names repeat.
struct FoundUnit {
    Unit unit;
    std::string above;
};
std::vector<FoundUnit> find_units_below(
    db::Tx& tx, std::string_view text, const UnitPath& place, AsOf at, int limit
);
// The units from the root to this one.
std::vector<Unit> list_ancestors(db::Tx& tx, const UnitPath& path, AsOf at);
std::vector<Unit> list_roots(db::Tx& tx, AsOf at);
std::vector<Unit> list_children(db::Tx& tx, UnitId parent, AsOf at);
// Which of these units have something below them.
std::vector<UnitId> list_parents_among(db::Tx& tx, UnitId parent, AsOf at);

std::vector<Succession> list_successions(db::Tx& tx);
std::vector<Succession> list_predecessors(db::Tx& tx, UnitId unit);
std::vector<Succession> list_successors(db::Tx& tx, UnitId unit);

// A figure that a published source states, kept beside what the tables compute.
struct QuotedCount {
    std::string label;
    std::string level;
    int quoted = 0;
    Date on_date;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(QuotedCount, (), (label, level, quoted, on_date, source))

std::vector<QuotedCount> list_quoted_counts(db::Tx& tx);

// One date on which the structure changed below a place, and how many units it touched.
struct StructureChange {
    Date on;
    int units = 0;
};
BOOST_DESCRIBE_STRUCT(StructureChange, (), (on, units))

std::vector<StructureChange> list_structure_changes(db::Tx& tx);

// The last name and place a unit had by a date, where it no longer stands then.
Result<Unit> find_former_unit(db::Tx& tx, UnitId unit, Instant known_at);

}  // namespace nangluc::organisation
