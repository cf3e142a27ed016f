#include <doctest/doctest.h>

#include "modules/planning/tests/drafted_plan.hpp"
#include "testing/merger.hpp"

using namespace nangluc;
using namespace nangluc::planning;
using testing::code_of;

TEST_CASE("E34 part: a plan goes from a draft over lines, sessions and seats to its approval") {
    Drafted app;
    app.solve_one_line(30);

    const auto solved = app.get(app.planner_account(), app.plan);
    CHECK(says(solved, R"("people":4,"seats":4,"hours":64,"cost":1400,"ceiling":9000)"));
    CHECK(says(solved, R"("gap":0)"));
    CHECK(says(solved, R"("actions":["edit","solve","submit"])"));

    const auto submitted = app.act(app.planner_account(), "/submission");
    CHECK(says(submitted, R"("status":"submitted")"));
    const auto seen = app.get(app.leader(), app.plan);
    CHECK(says(seen, R"("actions":["approve","return"])"));

    const auto returned =
        app.act(app.leader(), "/return", R"({"reason":"Thiếu lớp cho vùng cao"})");
    CHECK(says(returned, R"("status":"returned")"));
    CHECK(says(returned, "Thiếu lớp cho vùng cao"));
    REQUIRE(app.act(app.planner_account(), "/submission").status == 200);
    const auto approved = app.act(app.leader(), "/approval");
    CHECK(says(approved, R"("status":"approved")"));
    CHECK(says(approved, R"("act":"drafted")"));
    CHECK(says(approved, R"("act":"approved")"));
}

TEST_CASE("who submitted a plan may not approve it, whatever rights they have") {
    Drafted app;
    app.solve_one_line(30);
    REQUIRE(app.act(app.planner_account(), "/submission").status == 200);

    CHECK_FALSE(says(app.get(app.planner_account(), app.plan), R"("approve")"));
    CHECK(code_of(app.act(app.planner_account(), "/approval")) == "plan.own_submission");
}

TEST_CASE("a submitted plan is changed by nobody, a returned one needs a reason") {
    Drafted app;
    app.solve_one_line(30);
    REQUIRE(app.act(app.planner_account(), "/submission").status == 200);

    CHECK(code_of(app.add_session("2027-05-01", "2027-05-02", 10)) == "plan.submitted");
    CHECK(code_of(app.act(app.leader(), "/return", R"({"reason":""})")) == "plan.without_reason");
}

TEST_CASE("a plan without seats is not submitted, nor one whose classes its ceiling does not pay") {
    Drafted app;
    REQUIRE(app.add_line(PlanningApp::data_course).status == 200);
    CHECK(code_of(app.act(app.planner_account(), "/submission")) == "plan.not_solved");
    CHECK(code_of(app.solve()) == "plan.without_sessions");

    auto dear = app.session_body("2027-03-01", "2027-03-02", 30);
    dear.replace(dear.find(R"("cost_fixed":1000)"), 17, R"("cost_fixed":9999)");
    REQUIRE(app.act(app.planner_account(), "/sessions", dear).status == 200);
    const auto solved = app.solve();
    CHECK(says(solved, R"("shut":"no_money","could_come":4)"));
    CHECK(says(solved, R"("unplaced":[{"reason":"shut","people":4}])"));
    CHECK(code_of(app.act(app.planner_account(), "/submission")) == "plan.empty");
}

TEST_CASE("F6 part: every line leads back to the needs that it answers, and the sum is whole") {
    Drafted app;
    app.completes(PlanningApp::clerk, PlanningApp::data_course);
    app.solve_one_line(2);

    const auto people = app.get(app.planner_account(), app.plan + "/lines/" + app.line + "/people");
    CHECK(says(people, R"({"needs":4,"seated":2,"unplaced":1,"excluded":1,)"));
    CHECK(says(people, R"("unplaced":"no_seat")"));
    CHECK(says(people, R"("from_level":1,"to_level":3)"));
}

TEST_CASE("E35 part: who completed the programme before is not planned for, and what that spares") {
    Drafted app;
    app.completes(PlanningApp::clerk, PlanningApp::data_course);
    app.solve_one_line(30);

    const auto page = app.get(app.planner_account(), app.plan);
    CHECK(says(page, R"("people":3,"seats":3)"));
    CHECK(says(page, R"("avoided":{"seats":1,"hours":16,"money":100})"));
    const auto people = app.get(app.planner_account(), app.plan + "/lines/" + app.line + "/people");
    CHECK(says(people, R"("excluded":"completed","attended":")" + app.id(app.data_course) + '"'));
}

TEST_CASE("A17: who completed the course or an equivalent one stands out before anybody is accepted"
) {
    Drafted app;
    app.stands_for(PlanningApp::old_course, PlanningApp::data_course);
    app.completes(PlanningApp::clerk, PlanningApp::old_course);
    app.completes(PlanningApp::officer, PlanningApp::data_course);
    REQUIRE(app.add_line(PlanningApp::data_course).status == 200);

    const auto people = app.get(app.planner_account(), app.plan + "/lines/" + app.line + "/people");
    const auto of = [&](PersonId person) {
        const auto from = people.body.find(R"("person":")" + app.id(person) + '"');
        REQUIRE(from != std::string::npos);
        return people.body.substr(from, people.body.find('}', from) - from);
    };
    const auto attended = [&](ProgrammeVersionId version) {
        return R"("excluded":"completed","attended":")" + app.id(version) + '"';
    };
    CHECK(of(app.clerk).find(attended(app.old_course)) != std::string::npos);
    CHECK(of(app.officer).find(attended(app.data_course)) != std::string::npos);
    CHECK(says(people, R"("seated":0)"));
}

TEST_CASE("solving the same plan again gives the same seats, value, bound and hash") {
    Drafted app;
    app.solve_one_line(2);
    const auto first = app.get(app.planner_account(), app.plan);
    const auto seats = app.get(app.planner_account(), app.plan + "/seats");
    REQUIRE(app.solve().status == 200);
    const auto second = app.get(app.planner_account(), app.plan);

    CHECK(value_of(second, "input_hash") == value_of(first, "input_hash"));
    CHECK(value_of(second, "bound") == value_of(first, "bound"));
    CHECK(app.get(app.planner_account(), app.plan + "/seats").body == seats.body);
}

TEST_CASE("F7 part: a plan says what it is worth, what none exceeds, and by what that is proven") {
    Drafted app;
    app.solve_one_line(2);

    // Two people of four gain two levels each, at ten million đồng a level.
    const auto page = app.get(app.planner_account(), app.plan);
    CHECK(says(page, R"("value":40000000,"bound":40000000,"gap":0)"));
    CHECK(says(page, R"("engine_version":"annual-1")"));
    CHECK(says(page, R"("value":40000000,"bound":40000000}],"prices":)"));
    CHECK(says(page, R"("value_per_level":10000000)"));
    CHECK(value_of(page, "certificate_hash").size() == 64);
    CHECK(says(page, R"("prices":[{"session":)"));
}

TEST_CASE("F7 part: who reads a plan takes away all that an independent checker needs") {
    Drafted app;
    CHECK(code_of(app.get(app.planner_account(), app.plan + "/proof")) == "plan_proof");
    app.solve_one_line(2);

    const auto proof = app.get(app.leader(), app.plan + "/proof");
    CHECK(proof.content_type == "application/zip");
    for (const auto* name : {"needs.csv", "sessions.csv", "assignment.csv", "certificate.txt"}) {
        CHECK(says(proof, name));
    }
    CHECK(code_of(app.get(app.commune_planner(), app.plan + "/proof")) == "plan");
}

TEST_CASE("a search may end by itself within a share of the value, and within nothing else") {
    Drafted app;
    app.solve_one_line(30);
    const auto ask = [&](const std::string& gap) {
        return app.at(app.version)
            .post(app.planner_account(), app.plan + "/solutions", R"({"gap":)" + gap + "}");
    };

    CHECK(ask("0.01").status == 201);
    CHECK(code_of(ask("1.5")) == "plan.gap");
    CHECK(code_of(ask("-0.1")) == "plan.gap");
}

TEST_CASE("other ceilings take back the seats that were assigned under the old ones") {
    Drafted app;
    app.solve_one_line(30);
    app.client.with("if-match", '"' + app.version + '"');
    const auto changed = app.send(
        app.planner_account(),
        http::Method::put,
        app.plan + "/budgets",
        R"({"budgets":[{"source":"province","ceiling":1200}]})"
    );
    REQUIRE(says(changed, R"("solution":null)"));
    app.keep(changed);

    // 1,000 for the class, and 100 for each of two.
    const auto solved = app.solve();
    CHECK(says(solved, R"("people":2,"seats":2)"));
    CHECK(says(solved, R"("unplaced":[{"reason":"budget","people":2}])"));
}

TEST_CASE("a change of a plan takes back its seats until they are assigned again") {
    Drafted app;
    app.solve_one_line(30);
    const auto changed = app.add_session("2027-06-01", "2027-06-02", 10);

    CHECK(says(changed, R"("solution":null)"));
    CHECK(says(app.get(app.planner_account(), app.plan + "/seats"), R"("seats":0)"));
    CHECK(code_of(app.act(app.planner_account(), "/submission")) == "plan.not_solved");
}

TEST_CASE("of two officers who edit one plan the first wins, and the other is told to read again") {
    Drafted app;
    REQUIRE(app.add_line(PlanningApp::data_course).status == 200);
    const auto read_by_both = app.version;
    REQUIRE(app.add_session("2027-03-01", "2027-03-02", 30).status == 200);

    const auto second = app.at(read_by_both)
                            .post(
                                app.planner_account(),
                                app.plan + "/sessions",
                                app.session_body("2027-04-01", "2027-04-02", 30)
                            );
    CHECK(second.status == 412);
    CHECK(code_of(second) == "plan.stale");
    const auto unsaid = app.post(
        app.planner_account(),
        app.plan + "/sessions",
        app.session_body("2027-04-01", "2027-04-02", 30)
    );
    CHECK(unsaid.status == 428);
}

TEST_CASE("a session outside the plan's year or of more seats than a class has is refused in place"
) {
    Drafted app;
    REQUIRE(app.add_line(PlanningApp::data_course).status == 200);
    const auto refused = app.add_session("2028-03-01", "2028-03-02", 41);

    CHECK(refused.status == 422);
    CHECK(refused.body.find(R"({"path":"/starts_on","code":"outside_year"})") != std::string::npos);
    CHECK(refused.body.find(R"({"path":"/seats","code":"out_of_range"})") != std::string::npos);
}

TEST_CASE("a line that serves nobody, or stands there already, is refused") {
    Drafted app;
    REQUIRE(app.add_line(PlanningApp::data_course).status == 200);
    const auto body = [&](ProgrammeVersionId programme) {
        return R"({"programme_version":")" + app.id(programme) + R"(","group":")" +
               app.id(app.group) + R"(","source":"province"})";
    };

    CHECK(
        code_of(app.act(app.planner_account(), "/lines", body(app.old_course))) ==
        "plan_line.serves_nobody"
    );
    CHECK(
        code_of(app.act(app.planner_account(), "/lines", body(app.data_course))) ==
        "plan_line.twice"
    );
}

TEST_CASE("lines and sessions are taken out again") {
    Drafted app;
    app.solve_one_line(30);
    app.client.with("if-match", '"' + app.version + '"');
    const auto emptied =
        app.send(app.planner_account(), http::Method::del, app.plan + "/lines/" + app.line);

    CHECK(says(emptied, R"("lines":[],"solution":null)"));
}

TEST_CASE("a plan of the province does not exist for who plans for a commune") {
    Drafted app;

    CHECK(app.get(app.commune_planner(), app.plan).status == 404);
    CHECK(says(app.get(app.commune_planner(), "/plans"), R"("items":[])"));
    CHECK(says(app.get(app.planner_account(), "/plans?year=2027"), R"("title":"Kế hoạch")"));
    CHECK(
        code_of(app.at("1").post(app.leader(), app.plan + "/submission")) ==
        "permission.submit_plans"
    );
    CHECK(app.get(app.actor({9}, {}, PlanningApp::province, {}), "/plans").status == 403);
}

TEST_CASE("E37 part: an approved plan of the year blocks its people and what they learn there") {
    Drafted first;
    first.solve_one_line(30);
    REQUIRE(first.act(first.planner_account(), "/submission").status == 200);
    first.keep(first.post(
        first.planner_account(),
        "/plans",
        R"({"unit":")" + first.id(first.province) +
            R"(","year":2027,"title":"Bổ sung","budgets":[{"source":"province","ceiling":9000}]})"
    ));
    REQUIRE(first.add_line(PlanningApp::draft_course).status == 200);
    REQUIRE(first.add_session("2027-03-02", "2027-03-03", 30).status == 200);
    const auto solved = first.solve();

    CHECK(says(solved, R"("seats":0)"));
    CHECK(says(solved, R"({"reason":"unavailable","people":4})"));
}

TEST_CASE("E37 part: of two plans solved side by side the second is not submitted as it stands") {
    Drafted app;
    app.solve_one_line(30);
    const auto first = std::pair(app.plan, app.version);
    app.keep(app.post(
        app.planner_account(),
        "/plans",
        R"({"unit":")" + app.id(app.province) +
            R"(","year":2027,"title":"Bổ sung","budgets":[{"source":"province","ceiling":9000}]})"
    ));
    app.solve_one_line(30);
    REQUIRE(
        app.at(first.second).post(app.planner_account(), first.first + "/submission").status == 200
    );

    CHECK(code_of(app.act(app.planner_account(), "/submission")) == "plan.seated_elsewhere");
}

TEST_CASE("what a programme would do for a group is said before a line is made") {
    Drafted app;
    app.completes(PlanningApp::clerk, PlanningApp::data_course);
    const auto suggested =
        app.get(app.planner_account(), "/target-groups/" + app.id(app.group) + "/programmes");

    CAPTURE(suggested.body);
    CHECK(says(suggested, R"("title":"Khóa D")"));
    CHECK(says(suggested, R"("people":3,"needs":3,"excluded":[{"reason":"completed","people":1}])")
    );
    CHECK_FALSE(says(suggested, R"("title":"Khóa O")"));
    const auto commune_only =
        app.get(app.commune_planner(), "/target-groups/" + app.id(app.group) + "/programmes");
    CHECK(says(commune_only, R"("people":2,)"));
}

TEST_CASE("a plan and its participants leave as tables") {
    Drafted app;
    app.solve_one_line(30);
    const auto table = app.get(app.planner_account(), app.plan + "/table?format=csv");
    const auto people = app.get(app.planner_account(), app.plan + "/participants?format=csv");

    CHECK(says(table, "Khóa D"));
    CHECK(says(table, "1400"));
    CHECK(says(people, "Nguyễn Văn Bách"));
    CHECK(app.get(app.planner_account(), app.plan + "/table").body.starts_with("PK"));
}

TEST_CASE("an amended plan says why, and a reorganisation counts the plans it would touch") {
    Drafted app;
    app.solve_one_line(30);
    REQUIRE(app.act(app.planner_account(), "/submission").status == 200);
    REQUIRE(app.act(app.leader(), "/approval").status == 200);
    const auto amended =
        app.act(app.planner_account(), "/amendment", R"({"reason":"Bổ sung lớp tháng 9"})");

    CHECK(says(amended, R"("status":"draft")"));
    CHECK(says(amended, "Bổ sung lớp tháng 9"));
    const auto impact = app.db.read([&](db::Tx& tx) {
        return count_plans_of(tx, {PlanningApp::province, PlanningApp::commune}, app.today);
    });
    CHECK(impact.noun == "plans");
    CHECK(impact.count == 1);
}

TEST_CASE("E34 part: the plan of a unit that was merged away is found where its successor stands") {
    Drafted app;
    const auto drafted = app.post(
        app.planner_account(),
        "/plans",
        R"({"unit":"4","year":2027,"title":"Cũ","budgets":[{"source":"province","ceiling":9}]})"
    );
    REQUIRE(drafted.status == 201);
    CHECK_FALSE(says(app.get(app.commune_planner(), "/plans"), R"("title":"Cũ")"));

    testing::merge_unit(app, app.other_commune, app.commune, {2026, 11, 1});

    const auto plans = app.get(app.commune_planner(), "/plans");
    CHECK(says(plans, R"("unit_name":"Xã Bến Lau","successor_name":"Xã Đồi Sim")"));
    const auto old_plan = "/plans/" + value_of(drafted, "id");
    CHECK(says(app.get(app.commune_planner(), old_plan), R"("unit_name":"Xã Bến Lau")"));
    CHECK(says(app.get(app.planner_account(), app.plan), R"("successor_name":"")"));
}
