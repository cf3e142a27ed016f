#include <doctest/doctest.h>

#include "modules/planning/tests/drafted_plan.hpp"

using namespace nangluc;
using namespace nangluc::planning;
using testing::code_of;

// A plan with one line of the data course, for who asks by hand.
struct Nominating : Drafted {
    Nominating() { REQUIRE(add_line(data_course).status == 200); }

    std::string people() { return plan + "/lines/" + line + "/people"; }
    http::Reply nominate(PersonId person, const std::string& reason = "") {
        return act(
            planner_account(),
            "/lines/" + line + "/nominations",
            R"({"person":")" + id(person) + R"(","reason":")" + reason + R"("})"
        );
    }
    http::Reply take_back(PersonId person) {
        client.with("if-match", '"' + version + '"');
        return keep(send(
            planner_account(),
            http::Method::del,
            plan + "/lines/" + line + "/nominations/" + id(person)
        ));
    }
};

TEST_CASE(
    "F2: without a valid assessment a nomination is refused, or is an exception with a reason "
    "and a name"
) {
    Nominating app;
    const auto nobody = PlanningApp::planner_person;

    const auto refused = app.nominate(nobody);
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "plan_nomination.not_assessed");
    CHECK(refused.body.find(R"({"path":"/person","code":"not_assessed"})") != std::string::npos);
    CHECK(says(app.get(app.planner_account(), app.plan + "/exceptions"), R"({"items":[]})"));

    const auto allowed = app.nominate(nobody, "Phụ trách chuyển đổi số từ tháng 1");
    CHECK(says(allowed, R"("exceptions":1)"));
    REQUIRE(app.add_session("2027-03-01", "2027-03-02", 30).status == 200);
    REQUIRE(app.solve().status == 200);
    const auto exceptions = app.get(app.planner_account(), app.plan + "/exceptions");
    CHECK(says(exceptions, R"("person":")" + app.id(nobody) + '"'));
    CHECK(says(exceptions, R"("reason":"Phụ trách chuyển đổi số từ tháng 1")"));
    CHECK(says(exceptions, R"("by_name":"planner")"));
    CHECK(says(exceptions, R"("seated":true)"));

    const auto sheet = app.get(app.planner_account(), app.plan + "/participants?format=csv");
    CHECK(says(sheet, "Phụ trách chuyển đổi số từ tháng 1\",\"planner\""));
}

TEST_CASE("F2 part: an assessment that is no longer valid counts as none, in a group and by hand") {
    Nominating app;
    app.rate(PlanningApp::planner_person, PlanningApp::data_use, 1, {2025, 6, 1});
    CHECK(code_of(app.nominate(PlanningApp::planner_person)) == "plan_nomination.not_assessed");
    app.rate(PlanningApp::planner_person, PlanningApp::data_use, 1, {2026, 6, 1});
    CHECK(says(app.nominate(PlanningApp::planner_person), R"("people":5)"));

    app.clock.advance(std::int64_t{365} * 86'400 * 1'000'000);
    CHECK(code_of(app.add_line(PlanningApp::draft_course)) == "plan_line.serves_nobody");
}

TEST_CASE("whom the line answers already, or who works elsewhere, is not nominated") {
    Nominating app;

    CHECK(code_of(app.nominate(PlanningApp::clerk)) == "plan_nomination.twice");
    CHECK(app.nominate({999}).status == 404);
    CHECK(
        app.at(app.version)
            .post(app.leader(), app.plan + "/lines/" + app.line + "/nominations", "{}")
            .status == 403
    );
}

TEST_CASE("a nomination taken back leaves what the group said of the person") {
    Nominating app;
    REQUIRE(app.nominate(PlanningApp::planner_person, "Thay người nghỉ").status == 200);
    const auto emptied = app.take_back(PlanningApp::planner_person);

    CHECK(says(emptied, R"("exceptions":0)"));
    CHECK(says(app.get(app.planner_account(), app.people()), R"({"needs":4,)"));
    CHECK(app.take_back(PlanningApp::planner_person).status == 404);
}
