#include "nation.hpp"

#include "app/world/accounts.hpp"

namespace nangluc::testing {

static Config config_in(const TestFolder& folder) {
    Config config;
    config.data.folder = folder.path();
    config.share.folder = NANGLUC_SOURCE_FOLDER "/data";
    return config;
}

static world::WorldReport made_once;

static void make_once(db::Db& db) {
    made_once = Nation::build(db);
}

Nation::Nation()
    : clock(today),
      database(TestDatabase::from_template("nation", make_once)),
      application(config_in(folder), database.db(), clock) {
    clock.advance(60'000'000);  // later than whatever the world recorded
    for (auto& login : world::renew_demo_passwords(application.kit())) {
        passwords_[login.login] = login.password;
    }
}

world::WorldReport Nation::build(db::Db& db, Date made_on) {
    FixedClock clock(made_on);
    const TestFolder folder;
    app::Application application(config_in(folder), db, clock);
    auto made = world::build_world(
        application.kit(), {.share = NANGLUC_SOURCE_FOLDER "/data", .people = people}
    );
    if (!made) throw std::runtime_error(made.error().code);
    return std::move(made.value());
}

TestClient Nation::as(const std::string& login) {
    TestClient client(application.router(), application.hooks());
    client.sign_in(login, passwords_.at(login));
    return client;
}

std::int64_t Nation::count(std::string_view sql) {
    return database.db().read([&](db::Tx& tx) { return tx.one(sql)->get<std::int64_t>("rows"); });
}

const world::WorldReport& Nation::report() const {
    return made_once;
}

}  // namespace nangluc::testing
