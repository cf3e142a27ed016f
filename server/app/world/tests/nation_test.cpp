#include <doctest/doctest.h>

#include <map>

#include "demo_world.hpp"
#include "modules/needs/analysis.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::dom_of;
using testing::number_at;
using testing::TestClient;
using testing::TestDatabase;
using testing::TestFolder;

namespace {

constexpr std::int64_t nation_people = 3'000;
constexpr Date today{2026, 11, 23};

// A small nation behind the whole application.
class Nation {
public:
    explicit Nation(Date made_on = today)
        : clock(made_on), application(config(), database.db(), clock) {
        auto made = world::build_world(
            application.kit(), {.share = NANGLUC_SOURCE_FOLDER "/data", .people = nation_people}
        );
        if (!made) throw std::runtime_error(made.error().code);
        report = std::move(made.value());
        clock.advance(60'000'000);
    }

    TestClient planner() {
        for (const auto& [role, login, password] : world::renew_demo_passwords(application.kit())) {
            if (role != "planner") continue;
            TestClient client(application.router(), application.hooks());
            client.sign_in(login, password);
            return client;
        }
        throw std::runtime_error("a nation has a planner");
    }

    std::int64_t count(std::string_view sql) {
        return database.db().read([&](db::Tx& tx) { return tx.one(sql)->get<std::int64_t>("rows"); }
        );
    }

    FixedClock clock;
    TestFolder folder;
    TestDatabase database;
    app::Application application;
    world::WorldReport report;

private:
    Config config() const {
        Config config;
        config.data.folder = folder.path();
        config.share.folder = NANGLUC_SOURCE_FOLDER "/data";
        return config;
    }
};

constexpr auto count_people = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_people
)sql";
constexpr auto count_ratings = R"sql(
    SELECT COUNT(*) AS rows
      FROM assessment_ratings
)sql";
constexpr auto count_posts = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_posts
)sql";
constexpr auto count_without_post = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_people p
     WHERE NOT EXISTS (SELECT 1
                         FROM organisation_holdings h
                        WHERE h.person_id = p.id AND h.kind = 'main' AND h.until_date = 99991231)
)sql";

}  // namespace

TEST_CASE("a nation is the same whenever and wherever it is made") {
    Nation first;
    Nation second({2027, 2, 1});

    CHECK(first.report.digest == second.report.digest);
    CHECK(first.report.digest == "4be23a9ec048a2a2");
}

TEST_CASE("a nation has as many people as were asked for, and what is told of it adds up") {
    Nation nation;

    CHECK(nation.report.communes == 3'321);
    CHECK(nation.report.people == nation_people);
    CHECK(nation.count(count_people) == nation_people);
    CHECK(nation.count(count_ratings) == nation.report.ratings);
    CHECK(nation.count(count_posts) == nation.report.posts);
    CHECK(nation.count(count_without_post) == 0);
    CHECK_FALSE(nation.report.spreads.empty());
    CHECK(nation.application.figures_agree());
}

TEST_CASE("the analysis on the command line tells what the interface tells") {
    Nation nation;
    auto planner = nation.planner();
    const auto province = std::to_string(nation.report.province.value);

    const auto printed = needs::analyse(nation.application.kit(), "11").value();
    const auto sheet = planner.get("/units/" + province + "/needs-matrix.csv");
    const auto matrix = dom_of(planner.get("/units/" + province + "/needs-matrix"));

    CHECK(sheet.status == 200);
    CHECK((printed.csv == sheet.body));
    CHECK(printed.people == number_at(matrix, "/total/people"));
    CHECK(needs::analyse(nation.application.kit(), "").value().people == nation_people);
}
