#pragma once

#include "kit/kit.hpp"
#include "kit/secrets.hpp"

#include "modules/platform/account/account_store.hpp"
#include "modules/platform/grant/grant.hpp"

namespace nangluc::platform {

struct AccountToOpen {
    std::string login;
    UnitId unit;
    std::string name;
    Language language = Language::vi;
};

struct OpenedAccount {
    Account account;
    std::string first_password;  // told once; to be changed at the first sign-in
};

struct AccountSearch {
    UnitId unit;  // none: everything that the reader may see
    std::string search;
    std::optional<AccountStatus> status;
    std::string after_key;
    AccountId after;
    int limit = 50;
};

struct ListedAccount {
    Account account;
    std::vector<Role> roles;  // held today
};

struct AccountPage {
    std::vector<ListedAccount> accounts;
    bool has_more = false;
};

// An account with its history, for who administers it.
struct AccountRecord {
    Account account;
    std::vector<Role> roles;  // held today
    std::vector<AccountAct> acts;
};

class AccountService {
public:
    AccountService(const Kit& kit, PasswordHasher& hasher) : kit_(kit), hasher_(hasher) {}

    // By name, below the unit asked for and inside what the reader may see.
    Result<AccountPage> list(const Actor& actor, const AccountSearch& search);
    // Anyone may read their own.
    Result<AccountRecord> find(const Actor& actor, AccountId id);

    Result<OpenedAccount> open(const Actor& actor, const AccountToOpen& wanted);
    // Its sessions end at once. Nobody closes their own account.
    Result<Account> close(const Actor& actor, AccountId id, std::string_view reason);
    Result<Account> reopen(const Actor& actor, AccountId id, std::string_view reason);

private:
    Result<std::vector<UnitPath>> roots_of_search(
        db::Tx& tx, const Actor& actor, const AccountSearch& search
    ) const;
    std::vector<Role> roles_of(db::Tx& tx, AccountId account) const;
    Result<Account> find_to_edit(db::Tx& tx, const Actor& actor, AccountId id) const;
    Result<Account> keep_act(
        db::Tx& tx, const Actor& actor, Account& account, std::string_view reason
    );

    Kit kit_;
    PasswordHasher& hasher_;
};

}  // namespace nangluc::platform
