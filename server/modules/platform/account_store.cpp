#include "modules/platform/api.hpp"

namespace nangluc::platform {

constexpr auto select_account_of_person = R"sql(
    SELECT id
      FROM platform_accounts
     WHERE person_id = $1 AND status = 'active'
)sql";

AccountId find_account_of_person(db::Tx& tx, PersonId person) {
    const auto row = tx.one(select_account_of_person, person);
    return row ? row->get<AccountId>("id") : AccountId{};
}

}  // namespace nangluc::platform
