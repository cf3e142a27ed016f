#include "kit/db/column.hpp"
#include "modules/competency/module.hpp"

namespace nangluc::competency {

constexpr auto select_people_kept = R"sql(
    SELECT DISTINCT person_id
      FROM competency_next_positions
     WHERE person_id >= $1 AND person_id <= $2
     ORDER BY person_id
)sql";

std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last) {
    return db::column<PersonId>(tx, select_people_kept, "person_id", first, last);
}

}  // namespace nangluc::competency
