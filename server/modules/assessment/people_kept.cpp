#include "kit/db/column.hpp"
#include "modules/assessment/module.hpp"

namespace nangluc::assessment {

constexpr auto select_people_kept = R"sql(
    SELECT person_id
      FROM assessment_ratings
     WHERE person_id >= $1 AND person_id <= $2
     UNION
    SELECT person_id
      FROM assessment_sittings
     WHERE person_id >= $1 AND person_id <= $2
     UNION
    SELECT person_id
      FROM assessment_reviews
     WHERE person_id >= $1 AND person_id <= $2
     ORDER BY person_id
)sql";

std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last) {
    return db::column<PersonId>(tx, select_people_kept, "person_id", first, last);
}

}  // namespace nangluc::assessment
