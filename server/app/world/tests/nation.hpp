#pragma once

#include <map>
#include <string>

#include "app/wiring/application.hpp"
#include "app/world/world.hpp"
#include "testing/client.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::testing {

// One in several hundred of the nation's people, on all of its units, behind the whole application.
// Made once a program and copied for each test.
class Nation {
public:
    static constexpr std::int64_t people = 10'000;
    static constexpr Date today{2026, 11, 23};

    Nation();

    // Fills an empty database on that day.
    static world::WorldReport build(db::Db& db, Date made_on = today);

    // Somebody with that login, signed in.
    TestClient as(const std::string& login);
    std::int64_t count(std::string_view sql);
    const world::WorldReport& report() const;

    FixedClock clock;
    TestFolder folder;
    TestDatabase database;
    app::Application application;

private:
    std::map<std::string, std::string> passwords_;  // by login
};

}  // namespace nangluc::testing
