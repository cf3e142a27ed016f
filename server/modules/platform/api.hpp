#pragma once

// What other modules, the world and the command line may know of accounts and settings. Calls take
// the caller's transaction and check no rights: the caller has.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "kit/actor.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

using GrantId = Id<struct GrantTag>;

}  // namespace nangluc

namespace nangluc::platform {

// Sets of permissions, dated and given over a sub-tree; role.hpp has the table.
enum class Role {
    civil_servant,
    supervisor,
    hr_officer,
    planner,
    approver,
    assessor,
    administrator,
    auditor,
};
BOOST_DESCRIBE_ENUM(
    Role, civil_servant, supervisor, hr_officer, planner, approver, assessor, administrator, auditor
)

enum class Language { vi, en, ko, uz, th };
BOOST_DESCRIBE_ENUM(Language, vi, en, ko, uz, th)

// The account of a person; none where the person has none, or a closed one.
AccountId find_account_of_person(db::Tx& tx, PersonId person);

// The unit that answers for it; none for none.
UnitId unit_of_account(db::Tx& tx, AccountId account);

// Says whose an account is. Refuses account.has_person for one that is somebody's, and
// account.person_has_one for somebody who has another.
Result<> link_account(db::Tx& tx, AccountId account, PersonId person);
// Takes that back, and ends the account's sessions at once: whoever sits there was shown another's
// file. Nothing where it is not that person's.
void unlink_account(db::Tx& tx, AccountId account, PersonId person, Instant now);

// The name to show for who did something; empty for none.
std::string name_of_account(db::Tx& tx, AccountId account);

// Accounts and grants in bulk, for a new installation and for the world.
struct AccountToAdd {
    AccountId id;
    std::string login;
    PersonId person = {};
    UnitId unit;     // that answers for the account
    UnitPath place;  // of the unit, today
    std::string name;
    std::string sort_key;  // made from the name where it is empty
    Language language = Language::vi;
    std::string password_hash;  // of PasswordHasher; empty: cannot sign in yet
    bool must_change = true;
};
void add_accounts(db::Tx& tx, const Clock& clock, std::span<const AccountToAdd> accounts);

struct GrantToAdd {
    GrantId id;
    AccountId account;
    Role role = Role::civil_servant;
    UnitId unit;
    Period period;
    std::string reason;
};
void add_grants(db::Tx& tx, const Clock& clock, std::span<const GrantToAdd> grants);

// How many open accounts these units answer for: what a reorganisation would touch.
int count_accounts_of(db::Tx& tx, const std::vector<UnitId>& units);

// Places are kept beside accounts for lists of a sub-tree. To be called when units have moved and
// at the first work of a day; a unit that no longer stands keeps its last place.
void refresh_places(db::Tx& tx, const Subtrees& subtrees, Date today);

// A setting of setting.hpp as it holds at `at`: the value of the decision in force, or the default.
// Throws std::logic_error for a name that is none.
std::int64_t setting(db::Tx& tx, std::string_view name, AsOf at);

// News for one account: a code with its facts as JSON, which the web turns into words.
struct NoticeToAdd {
    AccountId account;
    std::string kind;  // "plan.returned"
    std::int64_t object = 0;
    std::string facts = "{}";
};
void add_notice(db::Tx& tx, IdMaker& ids, const Clock& clock, const NoticeToAdd& notice);

}  // namespace nangluc::platform
