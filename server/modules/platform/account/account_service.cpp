#include "modules/platform/account/account_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/http/base64url.hpp"
#include "kit/json/json.hpp"

#include "modules/platform/grant/grant_store.hpp"
#include "modules/platform/grant/rights.hpp"
#include "modules/platform/session/session_store.hpp"

namespace nangluc::platform {

namespace {

struct AccountChange {
    AccountStatus became = AccountStatus::active;
    std::string reason;
    BOOST_DESCRIBE_CLASS(AccountChange, (), (became, reason), (), ())
};

Error refused(const db::DbError& error) {
    if (error.kind() != db::DbError::Kind::unique) throw error;
    return conflict("account.login_taken", {{"/login", "taken"}});
}

}  // namespace

Result<std::vector<UnitPath>> AccountService::roots_of_search(
    db::Tx& tx, const Actor& actor, const AccountSearch& search
) const {
    if (!search.unit) return actor.roots(Permission::read_accounts);

    const auto place = kit_.subtrees.path_of(tx, search.unit, kit_.clock.today());
    if (!place) return not_found("unit");
    TRY(actor.require(Permission::read_accounts, *place, "unit"));
    return std::vector{*place};
}

std::vector<Role> AccountService::roles_of(db::Tx& tx, AccountId account) const {
    std::vector<Role> roles;
    for (const auto& grant : list_grants(tx, account, kit_.clock.as_of_now())) {
        if (std::ranges::find(roles, grant.role) == roles.end()) roles.push_back(grant.role);
    }
    return roles;
}

Result<AccountPage> AccountService::list(const Actor& actor, const AccountSearch& search) {
    return kit_.db.read([&](db::Tx& tx) -> Result<AccountPage> {
        std::vector<Account> accounts;
        // Each root gives its first ones; together they hold the first ones of all.
        for (const auto& root : TRY(roots_of_search(tx, actor, search))) {
            auto found = list_accounts(
                tx,
                {.root = root,
                 .search = search.search,
                 .status = search.status,
                 .after_key = search.after_key,
                 .after = search.after,
                 .limit = search.limit + 1}
            );
            std::ranges::move(found, std::back_inserter(accounts));
        }
        std::ranges::sort(accounts, {}, [](const Account& account) {
            return std::pair(account.sort_key, account.id);
        });
        const auto limit = static_cast<std::size_t>(search.limit);
        AccountPage page{.accounts = {}, .has_more = accounts.size() > limit};
        if (page.has_more) accounts.resize(limit);
        for (auto& account : accounts) {
            auto roles = roles_of(tx, account.id);
            page.accounts.push_back({std::move(account), std::move(roles)});
        }
        return page;
    });
}

Result<AccountRecord> AccountService::find(const Actor& actor, AccountId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<AccountRecord> {
        AccountRecord record{.account = TRY(find_account(tx, id)), .roles = {}, .acts = {}};
        if (actor.account() != id) {
            const auto place = place_of(tx, kit_.subtrees, record.account, kit_.clock.today());
            TRY(actor.require(Permission::read_accounts, place, "account"));
        }
        record.roles = roles_of(tx, id);
        record.acts = list_account_acts(tx, id);
        return record;
    });
}

Result<OpenedAccount> AccountService::open(const Actor& actor, const AccountToOpen& wanted) {
    TRY(check_login(wanted.login));
    if (wanted.name.empty()) return invalid("account.without_name", {{"/name", "required"}});
    auto password = http::to_base64url(random_bytes(12));
    const auto hash = TRY(hasher_.hash(password));

    const auto work = [&](db::Tx& tx) -> Result<OpenedAccount> {
        const auto place = kit_.subtrees.path_of(tx, wanted.unit, kit_.clock.today());
        if (!place) return not_found("unit");
        TRY(actor.require(Permission::edit_accounts, *place, "unit"));
        if (find_account_by_login(tx, wanted.login)) {
            return conflict("account.login_taken", {{"/login", "taken"}});
        }

        const AccountToAdd added{
            .id = kit_.ids.make<AccountId>(),
            .login = wanted.login,
            .person = {},
            .unit = wanted.unit,
            .place = *place,
            .name = wanted.name,
            .sort_key = {},
            .language = wanted.language,
            .password_hash = hash,
        };
        add_accounts(tx, kit_.clock, {&added, 1});
        auto account = TRY(find_account(tx, added.id));
        TRY(keep_act(tx, actor, account, "opened"));
        return OpenedAccount{account, password};
    };
    try {
        return kit_.db.transaction(work);
    } catch (const db::DbError& error) {
        return refused(error);  // two opened the same login at once
    }
}

Result<Account> AccountService::find_to_edit(db::Tx& tx, const Actor& actor, AccountId id) const {
    auto account = TRY(find_account(tx, id));
    const auto place = place_of(tx, kit_.subtrees, account, kit_.clock.today());
    TRY(actor.require(Permission::edit_accounts, place, "account"));
    return account;
}

// The history row and the audit row of what the account has become.
Result<Account> AccountService::keep_act(
    db::Tx& tx, const Actor& actor, Account& account, std::string_view reason
) {
    const AccountAct act{
        .became = account.status,
        .done_by = actor.account(),
        .done_at = kit_.clock.now(),
        .reason = std::string(reason),
    };
    add_account_act(tx, kit_.ids.next(), account.id, act);
    kit_.audit.write(
        tx,
        actor,
        {.act = account.status == AccountStatus::active ? "account.opened" : "account.closed",
         .object = account.id.value,
         .unit = account.unit,
         .change = json::write(AccountChange{account.status, act.reason})}
    );
    return account;
}

Result<Account> AccountService::close(const Actor& actor, AccountId id, std::string_view reason) {
    if (reason.empty()) return invalid("account.without_reason", {{"/reason", "required"}});
    if (actor.account() == id) return conflict("account.own");

    return kit_.db.transaction([&](db::Tx& tx) -> Result<Account> {
        auto account = TRY(find_to_edit(tx, actor, id));
        TRY(account.close());
        TRY(save_account(tx, account));
        end_sessions(tx, id, {}, kit_.clock.now());
        return keep_act(tx, actor, account, reason);
    });
}

Result<Account> AccountService::reopen(const Actor& actor, AccountId id, std::string_view reason) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Account> {
        auto account = TRY(find_to_edit(tx, actor, id));
        TRY(account.reopen());
        TRY(save_account(tx, account));
        return keep_act(tx, actor, account, reason);
    });
}

}  // namespace nangluc::platform
