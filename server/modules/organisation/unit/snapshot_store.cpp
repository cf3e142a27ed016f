#include "modules/organisation/unit/snapshot_store.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"

namespace nangluc::organisation {

using db::to_value;
using db::Values;

constexpr auto insert_decision = R"sql(
    INSERT INTO organisation_decisions (id, number, issuer, title, effective_on, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

DecisionId add_decision(db::Tx& tx, const Kit& kit, const NewDecision& decision) {
    const auto id = kit.ids.make<DecisionId>();
    const auto& [number, issuer, title, effective_on] = decision;
    tx.run(insert_decision, id, number, issuer, title, effective_on, kit.clock.now());
    return id;
}

constexpr auto insert_quoted_count = R"sql(
    INSERT INTO organisation_quoted_counts (id, label, level, quoted, on_date, source)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_quoted_count(db::Tx& tx, const Kit& kit, const QuotedCount& count) {
    const auto& [label, level, quoted, on_date, source] = count;
    tx.run(insert_quoted_count, kit.ids.next(), label, level, quoted, on_date, source);
}

// Calls `load` with the rows that `row_of` makes of the items.
template <class Item, class RowOf>
static void load_all(
    db::Tx& tx,
    std::string_view table,
    const std::vector<std::string_view>& columns,
    const std::vector<Item>& items,
    const RowOf& row_of
) {
    std::size_t next = 0;
    tx.load(table, columns, [&](Values& row) {
        if (next == items.size()) return false;
        row = row_of(items[next++]);
        return true;
    });
}

static void load_names(db::Tx& tx, const Kit& kit, const std::vector<DatedName>& names) {
    const auto now = kit.clock.now();
    load_all(
        tx,
        "organisation_unit_names",
        {"id",
         "unit_id",
         "code",
         "type",
         "name",
         "full_name",
         "name_en",
         "full_name_en",
         "folded",
         "sort_key",
         "decision_id",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        names,
        [&](const DatedName& name) -> Values {
            const auto& called = name.called;
            return {
                to_value(kit.ids.next()),
                to_value(name.unit),
                to_value(called.code),
                to_value(called.type),
                to_value(called.name),
                to_value(called.full_name),
                to_value(called.name_en),
                to_value(called.full_name_en),
                to_value(fold(called.full_name + " " + called.full_name_en)),
                to_value(sort_key(called.name)),
                to_value(name.decision),
                to_value(name.period.from),
                to_value(name.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
        }
    );
}

static void load_places(db::Tx& tx, const Kit& kit, const std::vector<DatedPlace>& places) {
    const auto now = kit.clock.now();
    load_all(
        tx,
        "organisation_unit_places",
        {"id",
         "unit_id",
         "parent_id",
         "level",
         "path",
         "seq",
         "decision_id",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        places,
        [&](const DatedPlace& place) -> Values {
            return {
                to_value(kit.ids.next()),
                to_value(place.unit),
                to_value(place.parent),
                to_value(place.level),
                to_value(place.path),
                to_value(place.seq),
                to_value(place.decision),
                to_value(place.period.from),
                to_value(place.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
        }
    );
}

void save_history(db::Tx& tx, const Kit& kit, const Origin& origin, const UnitHistory& history) {
    load_all(
        tx,
        "organisation_units",
        {"id", "country", "kind", "system"},
        history.units,
        [&](UnitId unit) -> Values {
            return {
                to_value(unit),
                to_value(origin.country),
                to_value(origin.kind),
                to_value(origin.system),
            };
        }
    );
    load_names(tx, kit, history.names);
    load_places(tx, kit, history.places);

    const auto now = kit.clock.now();
    load_all(
        tx,
        "organisation_successions",
        {"id",
         "decision_id",
         "old_unit_id",
         "new_unit_id",
         "extent",
         "is_default",
         "effective_on",
         "recorded_at"},
        history.successions,
        [&](const Succession& succession) -> Values {
            return {
                to_value(kit.ids.next()),
                to_value(succession.decision),
                to_value(succession.old_unit),
                to_value(succession.new_unit),
                to_value(succession.extent),
                to_value(succession.is_default),
                to_value(succession.effective_on),
                to_value(now),
            };
        }
    );
}

}  // namespace nangluc::organisation
