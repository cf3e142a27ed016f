#pragma once

#include "kit/http/dispatch.hpp"
#include "modules/platform/module.hpp"
#include "testing/client.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::platform {

// Platform alone, over a small tree: the nation, the province of Điện Biên, its communes Mường Ảng
// and Búng Lao, and another province.
struct PlatformApp : testing::TestKit {
    const UnitId nation{1};
    const UnitId province{2};
    const UnitId muong_ang{3};
    const UnitId bung_lao{4};
    const UnitId other_province{5};

    PlatformApp() {
        units.add(nation);
        units.add(province, nation);
        units.add(muong_ang, province);
        units.add(bung_lao, province);
        units.add(other_province, nation);
        module.add_routes(router);
        work.jobs.resolve_actors_with([this](AccountId account) { return module.actor_of(account); }
        );
    }

    // An account of the unit that may sign in, with the role over the same unit.
    AccountId add(const std::string& login, UnitId unit, std::optional<Role> role = {}) {
        const AccountToAdd account{
            .id = ids.make<AccountId>(),
            .login = login,
            .person = {ids.next()},
            .unit = unit,
            .place = units.at(unit),
            .name = "Lò Văn " + login,
            .sort_key = {},
            .password_hash = hash_of_test_password(),
            .must_change = false,
        };
        db().transaction([&](db::Tx& tx) { add_accounts(tx, clock, {&account, 1}); });
        if (role) give(account.id, *role, unit);
        return account.id;
    }
    GrantId give(AccountId account, Role role, UnitId unit) {
        const GrantToAdd grant{
            .id = ids.make<GrantId>(),
            .account = account,
            .role = role,
            .unit = unit,
            .period = {clock.today()},
            .reason = "test",
        };
        db().transaction([&](db::Tx& tx) { add_grants(tx, clock, {&grant, 1}); });
        return grant.id;
    }

    // A job of the kind "import".
    JobId start_job(AccountId by, UnitId unit) {
        return db().transaction([&](db::Tx& tx) {
            return work.jobs.start(tx, Actor(by, {}, {}), "import", "{}", unit);
        });
    }

    testing::TestClient client() {
        return {
            router,
            {.sign_in = [this](const http::Request& request) { return module.sign_in(request); },
             .idempotency = &work.idempotency}};
    }
    testing::TestClient client(std::string_view login) {
        auto made = client();
        made.sign_in(login);
        return made;
    }

    // How often the act stands in the audit.
    int count_audit(std::string_view act) {
        constexpr auto count_acts = R"sql(
            SELECT COUNT(*) AS acts
              FROM platform_audit
             WHERE act = $1
        )sql";
        return db().read([&](db::Tx& tx) {
            return tx.one(count_acts, act).value().get<int>("acts");
        });
    }

    static const std::string& hash_of_test_password() {
        static const std::string hash = PasswordHasher().hash(testing::test_password).value();
        return hash;
    }

    Module module{
        kit,
        {.keys = work.keys, .migrations = db::embedded_migrations(), .data_folder = folder.path()}};
    http::Router router;
};

inline std::string path_to(std::string_view noun, AccountId id) {
    return '/' + std::string(noun) + '/' + to_text(id.value);
}

}  // namespace nangluc::platform
