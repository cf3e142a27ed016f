#include <doctest/doctest.h>

#include "modules/needs/module.hpp"
#include "testing/client.hpp"
#include "testing/merger.hpp"
#include "testing/office.hpp"

using namespace nangluc;
using testing::Office;

namespace {

constexpr auto insert_group = R"sql(
    INSERT INTO needs_groups (id, title, unit_id, rule, on_date, known_at, status, account_id,
           version, recorded_at)
    VALUES ($1, 'Cán bộ xã', $2,
            '{"units":["4"],"conditions":[],"combine":"any","position_groups":[]}', 20261020, 0,
            'approved', 1, 1, 0)
)sql";

constexpr auto insert_member = R"sql(
    INSERT INTO needs_group_members (group_id, person_id, competency_id, unit_id, required, held,
           explanation)
    VALUES ($1, $2, 21, $3, 3, 1, '{}')
)sql";

constexpr auto insert_duty = R"sql(
    INSERT INTO organisation_holdings (id, person_id, post_id, unit_id, kind, share_percent,
           decision_id, note, from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $1, 43, 3, 'concurrent', 20, NULL, '', 20260101, 99991231, 0,
            9223372036854775807)
)sql";

// The small country with a group of its other commune, and who may read needs in the first.
struct Planner : Office {
    Planner() {
        module.add_routes(router);
        db.transaction([&](db::Tx& tx) {
            tx.run(insert_group, 300, other_commune);
            for (const auto person : {head, officer, clerk}) {
                tx.run(insert_member, 300, person, commune);
                tx.run(insert_duty, person);
            }
        });
    }

    std::string get(const std::string& target) { return client.get(target).body; }
    static bool says(const std::string& body, std::string_view part) {
        return body.find(part) != std::string::npos;
    }
    static std::string next_of(const std::string& body) {
        const auto from = body.find(R"("next":")") + 8;
        return body.substr(from, body.find('"', from) - from);
    }

    needs::Module module{kit};
    http::Router router;
    Actor reader = actor({1}, head, commune, {Permission::read_needs, Permission::edit_groups});
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return reader; }}};
};

}  // namespace

TEST_CASE("E22 part: a group of a unit that was merged away is found where its successor stands") {
    Planner planner;
    CHECK_FALSE(planner.says(planner.get("/target-groups?unit=3"), R"("id":"300")"));
    CHECK(planner.client.get("/target-groups/300").status == 404);

    testing::merge_unit(planner, Office::other_commune, Office::commune, {2026, 11, 1});

    const auto groups = planner.get("/target-groups?unit=3");
    CHECK(planner.says(groups, R"("unit_name":"Xã Bến Lau","successor_name":"Xã Đồi Sim")"));
    CHECK(planner.says(planner.get("/target-groups/300"), R"("actions":["run_again","close"])"));
}

TEST_CASE("who entered and left is counted whole and told by the page") {
    Planner planner;
    testing::merge_unit(planner, Office::other_commune, Office::commune, {2026, 11, 1});

    const auto first = planner.get("/target-groups/300/movements?limit=2");
    CHECK(planner.says(first, R"("entered":0,"left":3,)"));
    CHECK(planner.says(first, R"("person":{"id":"11")"));
    CHECK(planner.says(first, R"("person":{"id":"12")"));
    CHECK_FALSE(planner.says(first, R"("person":{"id":"13")"));
    const auto second =
        planner.get("/target-groups/300/movements?limit=2&cursor=" + planner.next_of(first));
    CHECK(planner.says(second, R"("left":3,)"));
    CHECK(planner.says(second, R"("person":{"id":"13")"));
    CHECK(planner.says(second, R"("next":null)"));
}

TEST_CASE("C7 part: concurrent duties are counted whole and told by the page") {
    Planner planner;

    const auto first = planner.get("/units/3/concurrent-duties?limit=2");
    CHECK(planner.says(first, R"("count":3,)"));
    CHECK_FALSE(planner.says(first, R"("person":{"id":"13")"));
    const auto second =
        planner.get("/units/3/concurrent-duties?limit=2&cursor=" + planner.next_of(first));
    CHECK(planner.says(second, R"("person":{"id":"13")"));
    CHECK(planner.says(second, R"("next":null)"));
}

constexpr auto insert_many_members = R"sql(
    INSERT INTO needs_group_members (group_id, person_id, competency_id, unit_id, required, held,
           explanation)
    WITH RECURSIVE numbers (number) AS (
        SELECT 1
         UNION ALL
        SELECT number + 1
          FROM numbers
         WHERE number < 200000
    )
    SELECT 300, 11, 1000 + number, 3, 3, 1, '{}'
      FROM numbers
)sql";

TEST_CASE("a list that is too long to leave the house whole does not leave it at all") {
    Planner planner;
    testing::merge_unit(planner, Office::other_commune, Office::commune, {2026, 11, 1});
    CHECK(planner.client.get("/target-groups/300/members.csv").status == 200);

    planner.db.transaction([&](db::Tx& tx) { tx.run(insert_many_members); });

    const auto refused = planner.client.get("/target-groups/300/members.csv");
    CHECK(refused.status == 413);
    CHECK(testing::code_of(refused) == "group.too_many_to_export");
}

constexpr auto insert_proposal = R"sql(
    INSERT INTO needs_proposals (id, person_id, competency_id, level, programme_version_id, text,
           until_date, status, proposed_at, answer)
    VALUES ($1, $1, 21, 3, NULL, 'Xin học', 99991231, 'open', 0, '')
)sql";

TEST_CASE("proposals come page by page, without those of who decides") {
    Planner planner;
    planner.reader =
        planner.actor({1}, Office::officer, Office::commune, {Permission::rate_as_supervisor});
    planner.db.transaction([](db::Tx& tx) {
        for (const auto person : {Office::head, Office::officer, Office::clerk}) {
            tx.run(insert_proposal, person);
        }
    });

    const auto first = planner.get("/learning-proposals?limit=1");
    CHECK(planner.says(first, R"("items":[{"id":"11",)"));
    const auto second = planner.get("/learning-proposals?limit=1&cursor=" + planner.next_of(first));
    CHECK(planner.says(second, R"("items":[{"id":"13",)"));
    CHECK(planner.says(second, R"("next":null)"));
}
