#pragma once

#include "modules/platform/api.hpp"

namespace nangluc::platform {

enum class AccountStatus { active, closed };
BOOST_DESCRIBE_ENUM(AccountStatus, active, closed)

// Someone who may sign in. A unit answers for the account: whoever administers that unit may open
// and close it. What it may do is said by grants, not here.
struct Account {
    AccountId id;
    std::string login;
    PersonId person;  // none for an account without a staff record
    UnitId unit;
    UnitPath place;  // where the unit stands, or last stood
    std::string name;
    std::string sort_key;
    Language language = Language::vi;
    AccountStatus status = AccountStatus::active;
    int version = 1;

    Result<> close();
    Result<> reopen();
};

// Refuses with invalid("account.login_malformed") what is not 3 to 60 letters without marks,
// digits, dots, hyphens, underscores or at signs.
Result<> check_login(std::string_view login);

}  // namespace nangluc::platform
