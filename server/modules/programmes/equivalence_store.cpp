#include "modules/programmes/equivalence_store.hpp"

#include "base/clock.hpp"

namespace nangluc::programmes {

constexpr auto select_equivalences = R"sql(
    SELECT programme_id, stands_for_id, months_valid, from_date, until_date
      FROM programmes_equivalences
     WHERE (programme_id = $1 OR stands_for_id = $1)
       AND from_date <= $2 AND until_date > $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY id
)sql";

std::vector<Equivalence> list_equivalences(db::Tx& tx, ProgrammeId programme, AsOf at) {
    std::vector<Equivalence> equivalences;
    for (const auto& row : tx.all(select_equivalences, programme, at.on, at.known_at)) {
        equivalences.push_back({
            .programme = row.get<ProgrammeId>("programme_id"),
            .stands_for = row.get<ProgrammeId>("stands_for_id"),
            .months_valid = row.get<int>("months_valid"),
            .period = row.period(),
        });
    }
    return equivalences;
}

constexpr auto insert_equivalence = R"sql(
    INSERT INTO programmes_equivalences (
        id, programme_id, stands_for_id, months_valid, from_date, until_date, recorded_at,
        superseded_at
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql";

void add_equivalence(db::Tx& tx, const Kit& kit, const Equivalence& equivalence) {
    tx.run(
        insert_equivalence,
        kit.ids.next(),
        equivalence.programme,
        equivalence.stands_for,
        equivalence.months_valid,
        equivalence.period.from,
        equivalence.period.until,
        kit.clock.now(),
        Instant::never()
    );
}

}  // namespace nangluc::programmes
