#include "base/text.hpp"

#include "modules/platform/account/account_store.hpp"

namespace nangluc::platform {

static std::string sort_key_of(const AccountToAdd& account) {
    if (!account.sort_key.empty()) return account.sort_key;
    const auto parts = split_name(account.name);
    return name_sort_key(parts.family, parts.middle, parts.given);
}

// The values of one row after the other, for Tx::load.
template <class Item, class Fill>
static void load(
    db::Tx& tx,
    std::string_view table,
    const std::vector<std::string_view>& columns,
    std::span<const Item> items,
    Fill fill
) {
    std::size_t i = 0;
    tx.load(table, columns, [&](db::Values& values) {
        if (i == items.size()) return false;
        values = fill(items[i++]);
        return true;
    });
}

void add_accounts(db::Tx& tx, const Clock& clock, std::span<const AccountToAdd> accounts) {
    using db::to_value;
    load(
        tx,
        "platform_accounts",
        {"id",
         "login",
         "login_folded",
         "person_id",
         "unit_id",
         "unit_path",
         "name",
         "name_folded",
         "sort_key",
         "language",
         "status",
         "version"},
        accounts,
        [](const AccountToAdd& account) -> db::Values {
            return {
                to_value(account.id),
                account.login,
                fold(account.login),
                to_value(account.person),
                to_value(account.unit),
                account.place.text,
                account.name,
                fold(account.name),
                sort_key_of(account),
                to_value(account.language),
                to_value(AccountStatus::active),
                to_value(1),
            };
        }
    );

    std::vector<AccountToAdd> with_password;
    for (const auto& account : accounts) {
        if (!account.password_hash.empty()) with_password.push_back(account);
    }
    load(
        tx,
        "platform_passwords",
        {"account_id", "hash", "must_change", "changed_at"},
        std::span<const AccountToAdd>(with_password),
        [now = clock.now()](const AccountToAdd& account) -> db::Values {
            return {
                to_value(account.id),
                account.password_hash,
                to_value(account.must_change),
                to_value(now),
            };
        }
    );
}

void add_grants(db::Tx& tx, const Clock& clock, std::span<const GrantToAdd> grants) {
    using db::to_value;
    load(
        tx,
        "platform_grants",
        {"id",
         "account_id",
         "role",
         "unit_id",
         "from_date",
         "until_date",
         "granted_by",
         "reason",
         "recorded_at",
         "superseded_at",
         "replaces"},
        grants,
        [now = clock.now()](const GrantToAdd& grant) -> db::Values {
            return {
                to_value(grant.id),
                to_value(grant.account),
                to_value(grant.role),
                to_value(grant.unit),
                to_value(grant.period.from),
                to_value(grant.period.until),
                {},
                grant.reason,
                to_value(now),
                to_value(Instant::never()),
                {},
            };
        }
    );
}

constexpr auto count_accounts_of_unit = R"sql(
    SELECT COUNT(*) AS accounts
      FROM platform_accounts
     WHERE unit_id = $1 AND status = 'active'
)sql";

int count_accounts_of(db::Tx& tx, const std::vector<UnitId>& units) {
    int count = 0;
    for (const auto unit : units) {
        count += tx.one(count_accounts_of_unit, unit).value().get<int>("accounts");
    }
    return count;
}

constexpr auto select_kept_places = R"sql(
    SELECT DISTINCT unit_id, unit_path
      FROM platform_accounts
)sql";

constexpr auto update_places = R"sql(
    UPDATE platform_accounts
       SET unit_path = $3
     WHERE unit_id = $1 AND unit_path = $2
)sql";

void refresh_places(db::Tx& tx, const Subtrees& subtrees, Date today) {
    for (const auto& row : tx.all(select_kept_places)) {
        const auto unit = row.get<UnitId>("unit_id");
        const auto kept = row.get<UnitPath>("unit_path");
        const auto place = subtrees.path_of(tx, unit, today);
        if (place && *place != kept) tx.run(update_places, unit, kept, *place);
    }
}

}  // namespace nangluc::platform
