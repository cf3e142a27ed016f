#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "kit/events.hpp"
#include "modules/needs/register/register_keeper.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::dom_of;
using testing::number_at;
using testing::text_at;
using testing::text_of;

namespace {

// A second server over the same database, as another machine would run it.
class SecondServer {
public:
    explicit SecondServer(testing::DemoWorld& world)
        : db_(db::open({.address = world.database.address()})),
          application_(config_of(world), *db_, world.clock) {}

    app::Application& application() { return application_; }

    // Somebody who signed in at the first server.
    testing::TestClient as(const testing::TestClient& client) {
        testing::TestClient here(application_.router(), application_.hooks());
        here.bear(client.token());
        return here;
    }

private:
    static Config config_of(const testing::DemoWorld& world) {
        Config config;
        config.node = 1;
        config.data.folder = world.folder.path();
        config.share.folder = NANGLUC_SOURCE_FOLDER "/data";
        return config;
    }

    std::unique_ptr<db::Db> db_;
    app::Application application_;
};

// What is required of somebody is held from now on.
void rate_all(testing::TestClient& supervisor, const testing::Dom& gaps) {
    const auto person = text_at(gaps, "/person/id");
    for (const auto& gap : testing::items_of(gaps)) {
        dom_of(supervisor.post(
            "/ratings",
            R"({"person":")" + person + R"(","competency":")" + text_at(gap, "/competency") +
                R"(","level":)" + std::to_string(number_at(gap, "/required")) +
                R"(,"method":"supervisor","observed_on":"2026-11-20","note":"Tốt"})"
        ));
    }
}

}  // namespace

TEST_CASE("a rating given at one server changes the matrix that another one shows") {
    testing::DemoWorld world;
    SecondServer second(world);
    auto planner = world.as("planner");
    auto planner_there = second.as(planner);
    const auto matrix = "/units/" + world.unit_called("Xã Mường Ảng") + "/needs-matrix";
    const auto before = text_of(dom_of(planner_there.get(matrix)));

    auto official = world.as("civil_servant");
    auto supervisor = world.as("supervisor");
    rate_all(supervisor, dom_of(official.get("/me/gaps")));
    world.application.deliver_news();
    second.application().deliver_news();

    const auto after = text_of(dom_of(planner_there.get(matrix)));
    CHECK((after != before));
    CHECK((after == text_of(dom_of(planner.get(matrix)))));
    CHECK(second.application().figures_agree());
}

TEST_CASE("a server follows what it delivered itself, and what it delivered for others") {
    testing::DemoWorld world;
    SecondServer second(world);
    auto planner = world.as("planner");
    const auto matrix = "/units/" + world.unit_called("Xã Mường Ảng") + "/needs-matrix";
    const auto before = text_of(dom_of(planner.get(matrix)));

    auto official = world.as("civil_servant");
    auto supervisor = second.as(world.as("supervisor"));
    rate_all(supervisor, dom_of(official.get("/me/gaps")));
    world.application.deliver_news();

    CHECK((text_of(dom_of(planner.get(matrix))) != before));
    CHECK(world.application.figures_agree());
}

constexpr auto delete_a_holding = R"sql(
    DELETE FROM organisation_holdings
     WHERE id = (SELECT MAX(id) FROM organisation_holdings WHERE kind = 'main')
)sql";

TEST_CASE("a nation's figures are built anew beside their readers after an appointment") {
    testing::DemoWorld world;
    const auto& kit = world.application.kit();
    StoredOutbox outbox(kit.db, kit.clock, kit.ids);
    const Kit own{kit.db, kit.clock, kit.ids, kit.audit, outbox, kit.jobs, kit.files, kit.subtrees};
    needs::RegisterKeeper keeper(own, 1);  // one person is a nation here
    keeper.listen();
    const auto people = [&] {
        return keeper.read([](const needs::Register& reg) { return reg.people.size(); });
    };
    const auto before = people();

    kit.db.transaction([&](db::Tx& tx) {
        tx.run(delete_a_holding);
        publish(outbox, tx, organisation::HoldingsChanged{UnitId{1}});
    });
    while (outbox.deliver() > 0) continue;

    for (int tries = 0; people() == before && tries < 600; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    CHECK(people() == before - 1);
    CHECK(keeper.agrees());
}
