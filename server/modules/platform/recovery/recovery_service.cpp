#include "modules/platform/recovery/recovery_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"

#include "modules/platform/account/account_store.hpp"
#include "modules/platform/grant/rights.hpp"
#include "modules/platform/recovery/recovery_store.hpp"
#include "modules/platform/session/attempt_store.hpp"
#include "modules/platform/session/password.hpp"
#include "modules/platform/session/session_store.hpp"

namespace nangluc::platform {

// Twelve letters and digits that nobody mistakes for another when read aloud: 59 bits.
static std::string new_code() {
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string code;
    while (code.size() < 12) {
        const auto byte = static_cast<unsigned char>(random_bytes(1).front());
        if (byte < letters.size() * 8) code += letters[byte % letters.size()];
    }
    return code;
}

// However it was read out: "ABCD-efgh 2345" is abcdefgh2345.
static std::string hash_of_code(std::string_view code) {
    std::string letters;
    for (const char c : code) {
        if (c == '-' || c == ' ') continue;
        letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return sha256("recovery" + letters);
}

Result<> RecoveryService::require_may_recover(db::Tx& tx, const Actor& actor, AccountId id) const {
    const auto account = TRY(find_account(tx, id));
    const auto place = place_of(tx, kit_.subtrees, account, kit_.clock.today());
    TRY(actor.require(Permission::recover_accounts, place, "account"));
    if (account.status == AccountStatus::closed) return conflict("account.closed");
    return {};
}

void RecoveryService::save(
    db::Tx& tx, const Actor& actor, Recovery& recovery, std::string_view reason
) {
    save_recovery(
        tx,
        kit_.ids,
        recovery,
        {.done_by = actor.account(), .done_at = kit_.clock.now(), .reason = std::string(reason)}
    );
    kit_.audit.write(
        tx,
        actor,
        {.act = "recovery." + name_of(recovery.status),
         .object = recovery.account.value,
         .unit = unit_of_account(tx, recovery.account)}
    );
}

std::vector<Recovery> RecoveryService::list_asked(const Actor& actor) {
    return kit_.db.read([&](db::Tx& tx) {
        auto recoveries = list_asked_recoveries(tx);
        std::erase_if(recoveries, [&](const Recovery& recovery) {
            return !require_may_recover(tx, actor, recovery.account);
        });
        return recoveries;
    });
}

Result<Recovery> RecoveryService::ask(
    const Actor& actor, AccountId account, std::string_view reason
) {
    if (reason.empty()) return invalid("recovery.without_reason", {{"/reason", "required"}});
    if (actor.account() == account) return forbidden("recovery.of_oneself");

    return kit_.db.transaction([&](db::Tx& tx) -> Result<Recovery> {
        TRY(require_may_recover(tx, actor, account));
        const auto known = list_recoveries(tx, account);
        const bool is_asked = std::ranges::any_of(known, [&](const Recovery& recovery) {
            return recovery.is_open(kit_.clock.now());
        });
        if (is_asked) return conflict("recovery.already_asked");

        Recovery recovery{.id = kit_.ids.make<RecoveryId>(), .account = account};
        save(tx, actor, recovery, reason);
        return recovery;
    });
}

Result<Recovery> RecoveryService::find_to_decide(db::Tx& tx, const Actor& actor, RecoveryId id)
    const {
    auto recovery = TRY(find_recovery(tx, id));
    const auto may = require_may_recover(tx, actor, recovery.account);
    if (!may && may.error().refusal == Refusal::not_found) return not_found("recovery");
    if (!may) return may.error();
    return recovery;
}

Result<ConfirmedRecovery> RecoveryService::confirm(const Actor& actor, RecoveryId id) {
    const auto code = new_code();

    return kit_.db.transaction([&](db::Tx& tx) -> Result<ConfirmedRecovery> {
        auto recovery = TRY(find_to_decide(tx, actor, id));
        const auto minutes = setting(tx, "recovery_code_minutes", kit_.clock.as_of_now());
        const Instant until{kit_.clock.now().microseconds + minutes * 60'000'000};
        TRY(recovery.confirm(actor.account(), hash_of_code(code), until));
        save(tx, actor, recovery, "");
        return ConfirmedRecovery{recovery, code};
    });
}

Result<Recovery> RecoveryService::withdraw(
    const Actor& actor, RecoveryId id, std::string_view reason
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Recovery> {
        auto recovery = TRY(find_to_decide(tx, actor, id));
        TRY(recovery.withdraw());
        save(tx, actor, recovery, reason);
        return recovery;
    });
}

Result<> RecoveryService::use(const RecoveryUse& wanted) {
    TRY(check_new_password(wanted.password, wanted.login));
    const auto counted = kit_.db.transaction([&](db::Tx& tx) {
        return count_attempt(tx, wanted.login, wanted.peer, kit_.clock.now());
    });
    if (!counted) return counted.error();
    const auto hash = TRY(hasher_.hash(wanted.password));

    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto now = kit_.clock.now();
        const auto account = find_account_by_login(tx, wanted.login);
        auto found = find_recovery_by_code(tx, hash_of_code(wanted.code));
        if (!account || !found) return unauthenticated("recovery.refused");
        auto& recovery = found.value();
        const bool is_theirs = recovery.account == account.value().id;
        const bool is_open = account.value().status == AccountStatus::active;
        if (!is_theirs || !is_open) return unauthenticated("recovery.refused");
        TRY(recovery.use(now));

        save_password(tx, recovery.account, {.hash = hash, .must_change = false}, now);
        end_sessions(tx, recovery.account, {}, now);
        forgive_attempt(tx, wanted.login, wanted.peer);
        save(tx, Actor(recovery.account, account.value().person, {}), recovery, "");
        return {};
    });
}

}  // namespace nangluc::platform
