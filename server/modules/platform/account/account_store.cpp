#include "modules/platform/account/account_store.hpp"

#include "base/search_pattern.hpp"
#include "base/text.hpp"
#include "modules/platform/session/session_store.hpp"

namespace nangluc::platform {

static Account account_of(const db::Row& row) {
    return {
        .id = row.get<AccountId>("id"),
        .login = row.get<std::string>("login"),
        .person = row.get<PersonId>("person_id"),
        .unit = row.get<UnitId>("unit_id"),
        .place = row.get<UnitPath>("unit_path"),
        .name = row.get<std::string>("name"),
        .sort_key = row.get<std::string>("sort_key"),
        .language = row.get<Language>("language"),
        .status = row.get<AccountStatus>("status"),
        .version = row.get<int>("version"),
    };
}

constexpr auto select_account = R"sql(
    SELECT id, login, person_id, unit_id, unit_path, name, sort_key, language, status, version
      FROM platform_accounts
     WHERE id = $1
)sql";

Result<Account> find_account(db::Tx& tx, AccountId id) {
    const auto row = tx.one(select_account, id);
    if (!row) return not_found("account");
    return account_of(*row);
}

constexpr auto select_account_by_login = R"sql(
    SELECT id, login, person_id, unit_id, unit_path, name, sort_key, language, status, version
      FROM platform_accounts
     WHERE login_folded = $1
)sql";

Result<Account> find_account_by_login(db::Tx& tx, std::string_view login) {
    const auto row = tx.one(select_account_by_login, fold(login));
    if (!row) return not_found("account");
    return account_of(*row);
}

constexpr auto select_account_of_person = R"sql(
    SELECT id, status
      FROM platform_accounts
     WHERE person_id = $1
)sql";

bool has_account(db::Tx& tx, PersonId person) {
    return tx.one(select_account_of_person, person).has_value();
}

AccountId find_account_of_person(db::Tx& tx, PersonId person) {
    const auto row = tx.one(select_account_of_person, person);
    const bool is_open = row && row->get<AccountStatus>("status") == AccountStatus::active;
    return is_open ? row->get<AccountId>("id") : AccountId{};
}

constexpr auto select_account_name = R"sql(
    SELECT name
      FROM platform_accounts
     WHERE id = $1
)sql";

std::string name_of_account(db::Tx& tx, AccountId account) {
    const auto row = tx.one(select_account_name, account);
    return row ? row->get<std::string>("name") : "";
}

constexpr auto select_account_unit = R"sql(
    SELECT unit_id
      FROM platform_accounts
     WHERE id = $1
)sql";

UnitId unit_of_account(db::Tx& tx, AccountId account) {
    const auto row = tx.one(select_account_unit, account);
    return row ? row->get<UnitId>("unit_id") : UnitId{};
}

constexpr auto update_account_person = R"sql(
    UPDATE platform_accounts
       SET person_id = $2, version = version + 1
     WHERE id = $1
)sql";

Result<> link_account(db::Tx& tx, AccountId id, PersonId person) {
    const auto account = TRY(find_account(tx, id));
    if (account.person) return conflict("account.has_person");
    if (has_account(tx, person)) return conflict("account.person_has_one");

    tx.run(update_account_person, id, person);
    return {};
}

constexpr auto clear_account_person = R"sql(
    UPDATE platform_accounts
       SET person_id = NULL, version = version + 1
     WHERE id = $1 AND person_id = $2
)sql";

void unlink_account(db::Tx& tx, AccountId id, PersonId person, Instant now) {
    if (tx.run(clear_account_person, id, person) == 1) end_sessions(tx, id, {}, now);
}

constexpr auto select_accounts = R"sql(
    SELECT id, login, person_id, unit_id, unit_path, name, sort_key, language, status, version
      FROM platform_accounts
     WHERE unit_path >= $1 AND unit_path < $2
       AND (name_folded LIKE $3 ESCAPE '!' OR login_folded LIKE $3 ESCAPE '!')
       AND (status = $4 OR $4 IS NULL)
       AND (sort_key > $5 OR (sort_key = $5 AND id > $6))
     ORDER BY sort_key, id
     LIMIT $7
)sql";

std::vector<Account> list_accounts(db::Tx& tx, const AccountFilter& filter) {
    std::vector<Account> accounts;
    tx.each(
        select_accounts,
        [&](const db::Row& row) { accounts.push_back(account_of(row)); },
        filter.root.range_from(),
        filter.root.range_until(),
        search_pattern(filter.search),
        filter.status,
        filter.after_key,
        filter.after.value,
        filter.limit
    );
    return accounts;
}

constexpr auto update_account = R"sql(
    UPDATE platform_accounts
       SET language = $3, status = $4, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

Result<> save_account(db::Tx& tx, Account& account) {
    const auto rows =
        tx.run(update_account, account.id, account.version, account.language, account.status);
    if (rows == 0) return stale("account.stale");

    ++account.version;
    return {};
}

constexpr auto insert_account_act = R"sql(
    INSERT INTO platform_account_acts (id, account_id, became, done_by, done_at, reason)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_account_act(db::Tx& tx, std::int64_t id, AccountId account, const AccountAct& act) {
    tx.run(insert_account_act, id, account, act.became, act.done_by, act.done_at, act.reason);
}

constexpr auto select_account_acts = R"sql(
    SELECT became, done_by, done_at, reason
      FROM platform_account_acts
     WHERE account_id = $1
     ORDER BY id
)sql";

std::vector<AccountAct> list_account_acts(db::Tx& tx, AccountId account) {
    std::vector<AccountAct> acts;
    for (const auto& row : tx.all(select_account_acts, account)) {
        acts.push_back({
            .became = row.get<AccountStatus>("became"),
            .done_by = row.get<AccountId>("done_by"),
            .done_at = row.get<Instant>("done_at"),
            .reason = row.get<std::string>("reason"),
        });
    }
    return acts;
}

constexpr auto select_password = R"sql(
    SELECT hash, must_change
      FROM platform_passwords
     WHERE account_id = $1
)sql";

std::optional<Password> find_password(db::Tx& tx, AccountId account) {
    const auto row = tx.one(select_password, account);
    if (!row) return std::nullopt;
    return Password{
        .hash = row->get<std::string>("hash"),
        .must_change = row->get<bool>("must_change"),
    };
}

constexpr auto upsert_password = R"sql(
    INSERT INTO platform_passwords (account_id, hash, must_change, changed_at)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id) DO UPDATE SET hash = $2, must_change = $3, changed_at = $4
)sql";

void save_password(db::Tx& tx, AccountId account, const Password& password, Instant now) {
    tx.run(upsert_password, account, password.hash, password.must_change, now);
}

}  // namespace nangluc::platform
