#include "modules/platform/account/account_http.hpp"

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

struct AccountQuery {
    std::optional<UnitId> unit;
    std::optional<std::string> search;
    std::optional<AccountStatus> status;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(AccountQuery, (), (unit, search, status, cursor, limit))

struct AfterAccount {
    std::string sort_key;
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(AfterAccount, (), (sort_key, account))

struct AccountItem {
    AccountId id;
    std::string login;
    std::string name;
    std::optional<PersonId> person;
    UnitId unit;
    Language language = Language::vi;
    AccountStatus status = AccountStatus::active;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(AccountItem, (), (id, login, name, person, unit, language, status, actions))

struct RolePair {
    Role one = Role::civil_servant;
    Role other = Role::civil_servant;
};
BOOST_DESCRIBE_STRUCT(RolePair, (), (one, other))

// In a list: with the roles held today and those of them that check each other.
struct ListedAccountItem {
    AccountItem account;
    std::vector<Role> roles;
    std::vector<RolePair> conflicts;
};
BOOST_DESCRIBE_STRUCT(ListedAccountItem, (), (account, roles, conflicts))

struct AccountActItem {
    AccountStatus became = AccountStatus::active;
    std::optional<AccountId> done_by;
    Instant done_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AccountActItem, (), (became, done_by, done_at, reason))

struct AccountReply {
    AccountItem account;
    std::vector<AccountActItem> acts;
    std::vector<RolePair> conflicts;
};
BOOST_DESCRIBE_STRUCT(AccountReply, (), (account, acts, conflicts))

struct NewAccount {
    std::string login;
    std::string name;
    UnitId unit;
    std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (login, name, unit, language))

struct OpenedReply {
    AccountItem account;
    std::string first_password;
};
BOOST_DESCRIBE_STRUCT(OpenedReply, (), (account, first_password))

struct Reason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (reason))

// What this reader may do to the account now. The web offers these acts and no others.
std::vector<std::string> acts_open_to(const Actor& actor, const Account& account) {
    const bool is_own = actor.account() == account.id;
    const bool may_edit = actor.may(Permission::edit_accounts, account.place);
    const bool may_recover = actor.may(Permission::recover_accounts, account.place);
    if (account.status == AccountStatus::closed) {
        return may_edit ? std::vector<std::string>{"reopen"} : std::vector<std::string>{};
    }

    std::vector<std::string> acts;
    if (may_edit && !account.person) acts.emplace_back("link");
    if (may_edit && !is_own) acts.emplace_back("close");
    if (may_recover && !is_own) acts.emplace_back("recover");
    if (actor.may_somewhere(Permission::grant_roles) && !is_own) acts.emplace_back("grant");
    return acts;
}

AccountItem item_of(const Account& account, const Actor& reader) {
    return {
        .id = account.id,
        .login = account.login,
        .name = account.name,
        .person = account.person ? std::optional(account.person) : std::nullopt,
        .unit = account.unit,
        .language = account.language,
        .status = account.status,
        .actions = acts_open_to(reader, account),
    };
}

std::vector<RolePair> conflicts_of(const std::vector<Role>& roles) {
    std::vector<RolePair> pairs;
    for (const auto& [one, other] : conflicts_among(roles)) pairs.push_back({one, other});
    return pairs;
}

AccountReply reply_of(const AccountRecord& record, const Actor& reader) {
    AccountReply reply{
        .account = item_of(record.account, reader),
        .acts = {},
        .conflicts = conflicts_of(record.roles),
    };
    for (const auto& act : record.acts) {
        const auto by = act.done_by ? std::optional(act.done_by) : std::nullopt;
        reply.acts.push_back({act.became, by, act.done_at, act.reason});
    }
    return reply;
}

Result<Page<ListedAccountItem>> list_page(
    AccountService& accounts, const Actor& actor, const AccountQuery& query
) {
    const auto after = TRY(decode_cursor<AfterAccount>(query.cursor)).value_or(AfterAccount{});
    const auto found = TRY(accounts.list(
        actor,
        {.unit = query.unit.value_or(UnitId{}),
         .search = query.search.value_or(""),
         .status = query.status,
         .after_key = after.sort_key,
         .after = after.account,
         .limit = query.limit.value()}
    ));
    Page<ListedAccountItem> page;
    for (const auto& [account, roles] : found.accounts) {
        page.items.push_back({item_of(account, actor), roles, conflicts_of(roles)});
    }
    if (found.has_more) {
        const auto& last = found.accounts.back().account;
        page.next = encode_cursor(AfterAccount{last.sort_key, last.id});
    }
    return page;
}

void add_reading(Routes& at, AccountService& accounts) {
    at.get(
        "/accounts",
        "list_accounts",
        Policy::needs(Permission::read_accounts),
        [&accounts](const Request& request, const AccountQuery& query) {
            return list_page(accounts, request.actor(), query);
        }
    );
    at.get(
        "/accounts/{account}",
        "read_account",
        Policy::signed_in(),
        [&accounts](const Request& request) -> Result<AccountReply> {
            const auto id = TRY(request.path_id<AccountId>("account"));
            return reply_of(TRY(accounts.find(request.actor(), id)), request.actor());
        }
    );
}

}  // namespace

static void add_acts(Routes& at, AccountService& accounts) {
    const auto edits = Policy::needs(Permission::edit_accounts);
    at.post(
        "/accounts",
        "open_account",
        edits,
        [&accounts](
            const Request& request, const NewAccount& body
        ) -> Result<Created<OpenedReply>> {
            const auto opened = TRY(accounts.open(
                request.actor(),
                {.login = body.login,
                 .unit = body.unit,
                 .name = body.name,
                 .language = body.language.value_or(Language::vi)}
            ));
            const auto item = item_of(opened.account, request.actor());
            return Created<OpenedReply>{
                {item, opened.first_password}, "/accounts/" + to_text(item.id.value)};
        }
    );
    at.post(
        "/accounts/{account}/closure",
        "close_account",
        edits,
        [&accounts](const Request& request, const Reason& body) -> Result<AccountItem> {
            const auto id = TRY(request.path_id<AccountId>("account"));
            const auto account = TRY(accounts.close(request.actor(), id, body.reason));
            return item_of(account, request.actor());
        }
    );
    at.del(
        "/accounts/{account}/closure",
        "reopen_account",
        edits,
        [&accounts](const Request& request, const Reason& query) -> Result<AccountItem> {
            const auto id = TRY(request.path_id<AccountId>("account"));
            const auto account = TRY(accounts.reopen(request.actor(), id, query.reason));
            return item_of(account, request.actor());
        }
    );
}

void add_account_routes(Router& router, AccountService& accounts) {
    Routes at(router, "platform");
    add_reading(at, accounts);
    add_acts(at, accounts);
}

}  // namespace nangluc::platform
