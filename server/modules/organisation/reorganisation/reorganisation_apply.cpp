#include "base/clock.hpp"
#include "base/text.hpp"
#include "modules/organisation/reorganisation/reorganisation_posts.hpp"
#include "modules/organisation/reorganisation/reorganisation_store.hpp"
#include "modules/organisation/unit/snapshot_store.hpp"

namespace nangluc::organisation {

constexpr auto insert_unit = R"sql(
    INSERT INTO organisation_units (id, country, kind, system)
    SELECT CAST($1 AS bigint), country, CAST($2 AS text), system
      FROM organisation_units
     WHERE id = $3
)sql";

constexpr auto supersede_name = R"sql(
    UPDATE organisation_unit_names
       SET superseded_at = $3
     WHERE unit_id = $1 AND from_date <= $2 AND until_date > $2
       AND superseded_at = 9223372036854775807
)sql";

constexpr auto insert_closed_name = R"sql(
    INSERT INTO organisation_unit_names
           (id, unit_id, code, type, name, full_name, name_en, full_name_en, folded, sort_key,
            decision_id, from_date, until_date, recorded_at, superseded_at)
    SELECT CAST($4 AS bigint), unit_id, code, type, name, full_name, name_en, full_name_en,
           folded, sort_key, decision_id, from_date, CAST($2 AS bigint), CAST($3 AS bigint),
           9223372036854775807
      FROM organisation_unit_names
     WHERE unit_id = $1 AND superseded_at = $3 AND from_date < $2 AND until_date > $2
)sql";

static void close_name(db::Tx& tx, const Kit& kit, UnitId unit, Date on) {
    const auto now = kit.clock.now();
    tx.run(supersede_name, unit, on, now);
    tx.run(insert_closed_name, unit, on, now, kit.ids.next());
}

constexpr auto supersede_place = R"sql(
    UPDATE organisation_unit_places
       SET superseded_at = $3
     WHERE unit_id = $1 AND from_date <= $2 AND until_date > $2
       AND superseded_at = 9223372036854775807
)sql";

constexpr auto insert_closed_place = R"sql(
    INSERT INTO organisation_unit_places
           (id, unit_id, parent_id, level, path, seq, decision_id, from_date, until_date,
            recorded_at, superseded_at)
    SELECT CAST($4 AS bigint), unit_id, parent_id, level, path, seq, decision_id, from_date,
           CAST($2 AS bigint), CAST($3 AS bigint), 9223372036854775807
      FROM organisation_unit_places
     WHERE unit_id = $1 AND superseded_at = $3 AND from_date < $2 AND until_date > $2
)sql";

static void close_place(db::Tx& tx, const Kit& kit, UnitId unit, Date on) {
    const auto now = kit.clock.now();
    tx.run(supersede_place, unit, on, now);
    tx.run(insert_closed_place, unit, on, now, kit.ids.next());
}

constexpr auto insert_name = R"sql(
    INSERT INTO organisation_unit_names
           (id, unit_id, code, type, name, full_name, name_en, full_name_en, folded, sort_key,
            decision_id, from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 99991231, $13,
            9223372036854775807)
)sql";

static void open_name(
    db::Tx& tx, const Kit& kit, const Reorganisation& by, const Outcome::Named& named
) {
    const auto& called = named.called;
    tx.run(
        insert_name,
        kit.ids.next(),
        named.unit,
        called.code,
        called.type,
        called.name,
        called.full_name,
        called.name_en,
        called.full_name_en,
        fold(called.full_name + " " + called.full_name_en),
        sort_key(called.name),
        by.decision,
        by.effective_on,
        kit.clock.now()
    );
}

// A unit keeps its order among its siblings; a new one stands after them.
constexpr auto insert_place = R"sql(
    INSERT INTO organisation_unit_places
           (id, unit_id, parent_id, level, path, seq, decision_id, from_date, until_date,
            recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5,
            COALESCE((SELECT MAX(seq) FROM organisation_unit_places WHERE unit_id = $2),
                     (SELECT MAX(seq) + 1 FROM organisation_unit_places WHERE parent_id = $3), 1),
            $6, $7, 99991231, $8, 9223372036854775807)
)sql";

static void open_place(
    db::Tx& tx, const Kit& kit, const Reorganisation& by, const Outcome::Placed& placed
) {
    tx.run(
        insert_place,
        kit.ids.next(),
        placed.unit,
        placed.path.parent(),
        placed.level,
        placed.path,
        by.decision,
        by.effective_on,
        kit.clock.now()
    );
}

constexpr auto insert_succession = R"sql(
    INSERT INTO organisation_successions
           (id, decision_id, old_unit_id, new_unit_id, extent, is_default, effective_on,
            recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql";

static void add_succession(
    db::Tx& tx, const Kit& kit, const Reorganisation& by, const Succession& succession
) {
    tx.run(
        insert_succession,
        kit.ids.next(),
        by.decision,
        succession.old_unit,
        succession.new_unit,
        succession.extent,
        succession.is_default,
        succession.effective_on,
        kit.clock.now()
    );
}

static void apply_structure(
    db::Tx& tx, const Kit& kit, const Reorganisation& by, const Outcome& outcome
) {
    for (const auto& named : outcome.established) {
        tx.run(insert_unit, named.unit, named.called.kind, by.root);
        open_name(tx, kit, by, named);
    }
    for (const auto& named : outcome.renamed) {
        close_name(tx, kit, named.unit, by.effective_on);
        open_name(tx, kit, by, named);
    }
    for (const auto unit : outcome.ended) {
        close_name(tx, kit, unit, by.effective_on);
        close_place(tx, kit, unit, by.effective_on);
    }
    for (const auto& placed : outcome.placed) {
        close_place(tx, kit, placed.unit, by.effective_on);
        open_place(tx, kit, by, placed);
    }
    for (const auto& succession : outcome.successions) add_succession(tx, kit, by, succession);
}

void apply_outcome(db::Tx& tx, const Kit& kit, const Reorganisation& by, const Outcome& outcome) {
    apply_structure(tx, kit, by, outcome);

    for (const auto& succession : outcome.successions) {
        if (succession.extent != Extent::whole) continue;
        move_staff(tx, kit, {by.effective_on, by.decision}, succession);
    }
    const auto people = list_people_to_place(tx, by, outcome.asked);
    for (const auto unit : outcome.asked) {
        end_staff(tx, kit, {by.effective_on, by.decision}, unit);
    }
    for (const auto& person : people) {
        if (person.placed) place_person(tx, kit, by, person.unit, {person.person, person.placed});
    }
}

void place_person(
    db::Tx& tx,
    const Kit& kit,
    const Reorganisation& by,
    UnitId old_unit,
    const Placement& placement
) {
    move_person(
        tx, kit, {by.effective_on, by.decision}, placement.person, {old_unit, placement.unit}
    );
}

}  // namespace nangluc::organisation
