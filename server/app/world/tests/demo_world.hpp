#pragma once

#include <map>
#include <stdexcept>

#include "app/wiring/application.hpp"
#include "app/world/accounts.hpp"
#include "app/world/world.hpp"
#include "testing/client.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::testing {

// The demo province with its invented people behind the whole application, on 23 November 2026.
// Made once a program and copied for each test.
class DemoWorld {
public:
    static constexpr Date today{2026, 11, 23};

    DemoWorld()
        : clock(today),
          database(TestDatabase::from_template("demo_world", build)),
          application(config_in(folder), database.db(), clock) {
        clock.advance(60'000'000);  // later than whatever the world recorded
        for (auto& login : world::renew_demo_passwords(application.kit())) {
            passwords_[login.role] = {login.login, login.password};
        }
    }

    // Somebody of that role, signed in: hr_officer, supervisor, civil_servant, planner, approver,
    // assessor, administrator, auditor.
    TestClient as(const std::string& role) {
        const auto& [login, password] = passwords_.at(role);
        TestClient client(application.router(), application.hooks());
        client.sign_in(login, password);
        return client;
    }

    // The unit of that full name that stands today; throws where there is none.
    std::string unit_called(std::string_view full_name);

    FixedClock clock;
    TestFolder folder;
    TestDatabase database;
    app::Application application;

private:
    static Config config_in(const TestFolder& folder) {
        Config config;
        config.data.folder = folder.path();
        config.share.folder = NANGLUC_SOURCE_FOLDER "/data";
        return config;
    }
    static void build(db::Db& db) {
        FixedClock clock(today);
        const TestFolder folder;
        app::Application application(config_in(folder), db, clock);
        const auto made = world::build_world(
            application.kit(), {.share = NANGLUC_SOURCE_FOLDER "/data", .people = 0}
        );
        if (!made) throw std::runtime_error(made.error().code);
    }

    std::map<std::string, std::pair<std::string, std::string>> passwords_;
};

}  // namespace nangluc::testing
