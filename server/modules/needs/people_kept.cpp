#include "kit/db/column.hpp"
#include "modules/needs/module.hpp"

namespace nangluc::needs {

constexpr auto select_people_kept = R"sql(
    SELECT person_id
      FROM needs_group_members
     WHERE person_id >= $1 AND person_id <= $2
    UNION
    SELECT person_id
      FROM needs_proposals
     WHERE person_id >= $1 AND person_id <= $2
     ORDER BY person_id
)sql";

std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last) {
    return db::column<PersonId>(tx, select_people_kept, "person_id", first, last);
}

}  // namespace nangluc::needs
