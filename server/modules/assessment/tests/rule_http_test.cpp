#include <doctest/doctest.h>

#include "modules/assessment/held/held_store.hpp"
#include "served_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::code_of;

static constexpr auto supervisor_only =
    R"({"combination":"first_method","rounding":"down","minimum_weight":1,)"
    R"("methods":[{"method":"supervisor","weight":1,"months_valid":24}]})";

static std::string rule_body(
    std::string_view code, std::string_view scope, std::string_view from = "2026-11-23"
) {
    return R"({"code":")" + std::string(code) + R"(","title":"Người quản lý","definition":)" +
           supervisor_only + R"(,"decision_number":"9/QD","scope":")" + std::string(scope) +
           R"(","from_date":")" + std::string(from) + R"("})";
}

// The officer: a test says 2, the supervisor 3. The clerk: the supervisor says 1.
struct TwoRated : ServedOffice {
    TwoRated() {
        const auto rate = [&](testing::TestClient client, PersonId person, auto method, int level) {
            client.post("/ratings", rating_body(person, method, level, "2026-11-02"));
        };
        rate(assessor(), officer, "test", 2);
        rate(chief_client(), officer, "supervisor", 3);
        rate(chief_client(), clerk, "supervisor", 1);
    }
};

TEST_CASE("E9: another rule recomputes the levels and keeps the report of who changed") {
    TwoRated office;
    auto planner = office.planner_client();

    const auto trial = planner.post(
        "/rules/preview", R"({"scope":"3","definition":)" + std::string(supervisor_only) + '}'
    );
    CHECK(ServedOffice::has(trial, R"("people":3,"changed":1,"raised":1,"lowered":0)"));
    CHECK(ServedOffice::has(
        trial, R"("person_name":"Nguyễn Văn Bách","competency":"21","competency_name":"","from":2)"
    ));
    CHECK(office.packed() == "12/0:2 13/0:1 ");

    const auto added = planner.post("/rules", rule_body("by_supervisor", "3"));
    REQUIRE(added.status == 201);
    CHECK(ServedOffice::has(added, R"("job":")"));
    REQUIRE(office.work.jobs.run_one());
    CHECK(office.packed() == "12/0:3 13/0:1 ");

    const auto runs = planner.get("/rules/" + ServedOffice::value_of(added, "id") + "/runs");
    CHECK(ServedOffice::has(runs, R"("changed":1)"));
    const auto changes =
        planner.get("/rule-runs/" + ServedOffice::value_of(runs, "id") + "/changes");
    CHECK(ServedOffice::has(changes, R"("person":"12","person_name":"Nguyễn Văn Bách")"));
    CHECK(ServedOffice::has(changes, R"("from":2,"to":3)"));
    CHECK_FALSE(ServedOffice::has(changes, R"("person":"13")"));
}

TEST_CASE("a level of May explains itself by the rule of May after the rule has changed") {
    ServedOffice office;
    office.clock.set({2026, 5, 10}, RatedOffice::day(5, 10).known_at);
    office.chief_client().post(
        "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 3, "2026-05-02")
    );
    office.assessor().post(
        "/ratings", ServedOffice::rating_body(Office::officer, "test", 2, "2026-05-02")
    );
    office.clock.set({2026, 6, 20}, RatedOffice::day(6, 20).known_at);
    REQUIRE(
        office.planner_client()
            .post("/rules", rule_body("by_supervisor", "1", "2026-07-01"))
            .status == 409
    );
    REQUIRE(
        office.planner_client()
            .post("/rules", rule_body("by_supervisor", "2", "2026-07-01"))
            .status == 201
    );
    office.clock.set({2026, 9, 1}, RatedOffice::day(9, 1).known_at);
    const auto held = [&](std::string_view on) {
        return office.chief_client().get(
            ServedOffice::of_person(Office::officer, "/held?on=" + std::string(on))
        );
    };

    CHECK(ServedOffice::has(held("2026-05-20"), R"("level":2)"));
    CHECK(ServedOffice::has(held("2026-05-20"), R"("rule_code":"test_first")"));
    CHECK(ServedOffice::has(held("2026-07-20"), R"("level":3)"));
    CHECK(ServedOffice::has(held("2026-07-20"), R"("rule_code":"by_supervisor")"));
}

TEST_CASE("the next version of a rule ends the one before on the day it begins") {
    ServedOffice office;
    auto planner = office.planner_client();
    REQUIRE(planner.post("/rules", rule_body("by_supervisor", "3")).status == 201);

    const auto second = planner.post("/rules", rule_body("by_supervisor", "3", "2027-01-01"));

    CHECK(ServedOffice::has(second, R"("version":2)"));
    CHECK(ServedOffice::has(second, R"("job":null)"));
    const auto all = planner.get("/rules");
    CHECK(ServedOffice::has(all, R"("from_date":"2026-11-23","until_date":"2027-01-01")"));
    CHECK(ServedOffice::has(all, R"("from_date":"2027-01-01","until_date":null)"));
}

TEST_CASE("a rule is refused in the past, without a decision, and by who may not set it") {
    ServedOffice office;
    auto planner = office.planner_client();

    CHECK(code_of(planner.post("/rules", rule_body("a", "3", "2026-11-22"))) == "rule.in_the_past");
    CHECK(office.chief_client().post("/rules", rule_body("a", "3")).status == 403);
    CHECK(office.chief_client().post("/rules/preview", "{}").status == 403);
    CHECK(code_of(planner.post("/rules", rule_body("a", "77"))) == "unit");
    CHECK(office.chief_client().get("/rules").status == 200);
}

TEST_CASE("a rule stored for a later day is tried before it takes effect") {
    TwoRated office;
    auto planner = office.planner_client();
    const auto stored = planner.post("/rules", rule_body("by_supervisor", "3", "2027-01-01"));
    const auto at = "/rules/" + ServedOffice::value_of(stored, "id");

    CHECK(ServedOffice::has(planner.post(at + "/preview", "{}"), R"("changed":1)"));
    CHECK(ServedOffice::has(planner.get(at), R"("in_force":false)"));
}

TEST_CASE("the nightly check ends levels that grew too old and mends what was spoilt") {
    TwoRated office;
    office.db.transaction([](db::Tx& tx) { remove_held(tx, Office::clerk, Office::data_use); });
    office.clock.set(
        {2027, 11, 2}, {RatedOffice::day(11, 2).known_at.microseconds + 365LL * 86'400 * 1'000'000}
    );
    const auto root = Actor({7}, {}, {});

    office.module.start_nightly_check(root, Office::nation);
    REQUIRE(office.work.jobs.run_one());

    CHECK(office.packed() == "12/0:255 13/0:255 ");
    CHECK(office.levels(Office::officer, office.clock.as_of_now()).empty());
}

TEST_CASE("a rule of a unit above is neither offered to be edited nor taken") {
    TwoRated office;
    auto provincial = office.as(office.actor(
        {6}, Office::planner, Office::province, {Permission::edit_rules, Permission::read_ratings}
    ));
    REQUIRE(provincial.post("/rules", rule_body("by_supervisor", "2")).status == 201);

    const auto rules = provincial.get("/rules").body;
    const auto offer_of = [&](const std::string& code) {
        const auto from = rules.find(R"("code":")" + code + '"');
        REQUIRE(from != std::string::npos);
        return rules.substr(rules.find(R"("actions":)", from), 20);
    };
    CHECK(offer_of("test_first").starts_with(R"("actions":[])"));
    CHECK(offer_of("by_supervisor").starts_with(R"("actions":["edit"])"));
    CHECK(provincial.post("/rules", rule_body("test_first", "1")).status == 404);
}
