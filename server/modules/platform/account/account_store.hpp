#pragma once

#include "modules/platform/account/account.hpp"

namespace nangluc::platform {

// Absent: not_found("account").
Result<Account> find_account(db::Tx& tx, AccountId id);
Result<Account> find_account_by_login(db::Tx& tx, std::string_view login);
bool has_account(db::Tx& tx, PersonId person);

struct AccountFilter {
    UnitPath root;
    std::string search;  // in names and logins, marks ignored; empty: all
    std::optional<AccountStatus> status;
    std::string after_key;  // the sort key and id of the last one of the page before
    AccountId after;
    int limit = 50;
};
// By name.
std::vector<Account> list_accounts(db::Tx& tx, const AccountFilter& filter);

// Refuses with stale("account.stale") where the row is no longer of that version.
Result<> save_account(db::Tx& tx, Account& account);

// What became of an account, by whom and why. Only added.
struct AccountAct {
    AccountStatus became = AccountStatus::active;
    AccountId done_by;
    Instant done_at;
    std::string reason;
};
void add_account_act(db::Tx& tx, std::int64_t id, AccountId account, const AccountAct& act);
std::vector<AccountAct> list_account_acts(db::Tx& tx, AccountId account);

struct Password {
    std::string hash;
    bool must_change = false;
};
std::optional<Password> find_password(db::Tx& tx, AccountId account);
void save_password(db::Tx& tx, AccountId account, const Password& password, Instant now);

}  // namespace nangluc::platform
