#pragma once

#include "kit/kit.hpp"
#include "kit/secrets.hpp"

#include "modules/platform/recovery/recovery.hpp"

namespace nangluc::platform {

struct ConfirmedRecovery {
    Recovery recovery;
    std::string code;  // shown once
};

struct RecoveryUse {
    std::string login;
    std::string code;
    std::string password;
    std::string peer;
};

class RecoveryService {
public:
    RecoveryService(const Kit& kit, PasswordHasher& hasher) : kit_(kit), hasher_(hasher) {}

    // Those that wait for a second person, in the units where the actor may confirm.
    std::vector<Recovery> list_asked(const Actor& actor);
    // Refuses with forbidden("recovery.of_oneself"), conflict("account.closed"),
    // conflict("recovery.already_asked").
    Result<Recovery> ask(const Actor& actor, AccountId account, std::string_view reason);
    Result<ConfirmedRecovery> confirm(const Actor& actor, RecoveryId id);
    Result<Recovery> withdraw(const Actor& actor, RecoveryId id, std::string_view reason);

    // By the one who cannot sign in. Wrong codes are counted like wrong passwords. All sessions of
    // the account end.
    Result<> use(const RecoveryUse& wanted);

private:
    Result<Recovery> find_to_decide(db::Tx& tx, const Actor& actor, RecoveryId id) const;
    Result<> require_may_recover(db::Tx& tx, const Actor& actor, AccountId account) const;
    void save(db::Tx& tx, const Actor& actor, Recovery& recovery, std::string_view reason);

    Kit kit_;
    PasswordHasher& hasher_;
};

}  // namespace nangluc::platform
