#pragma once

// A unit of the small country is dissolved on a day, and another takes over what it had.

#include "testing/office.hpp"

namespace nangluc::testing {

inline constexpr auto end_name = R"sql(
    UPDATE organisation_unit_names SET until_date = $2 WHERE unit_id = $1
)sql";

inline constexpr auto end_place = R"sql(
    UPDATE organisation_unit_places SET until_date = $2 WHERE unit_id = $1
)sql";

inline constexpr auto insert_succession = R"sql(
    INSERT INTO organisation_successions (id, decision_id, old_unit_id, new_unit_id, extent,
           is_default, effective_on, recorded_at)
    VALUES ($1, NULL, $1, $2, 'whole', 1, $3, 0)
)sql";

inline void merge_unit(Office& office, UnitId old_unit, UnitId into, Date on) {
    office.db.transaction([&](db::Tx& tx) {
        tx.run(end_name, old_unit, on);
        tx.run(end_place, old_unit, on);
        tx.run(insert_succession, old_unit, into, on);
    });
}

}  // namespace nangluc::testing
