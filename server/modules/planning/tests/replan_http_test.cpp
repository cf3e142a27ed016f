#include <doctest/doctest.h>

#include "modules/planning/replan.hpp"
#include "modules/planning/tests/drafted_plan.hpp"

using namespace nangluc;
using namespace nangluc::planning;
using testing::code_of;

// An approved plan with two classes of two seats for four people.
struct Approved : Drafted {
    Approved() {
        REQUIRE(add_line(data_course).status == 200);
        for (const auto* day : {"2027-03-01", "2027-04-01", "2027-05-01"}) {
            REQUIRE(add_session(day, day, 2).status == 200);
        }
        REQUIRE(solve().status == 200);
        REQUIRE(act(planner_account(), "/submission").status == 200);
        REQUIRE(act(leader(), "/approval").status == 200);
    }

    std::string session_with_people() {
        const auto seats = get(planner_account(), plan + "/seats");
        return value_of(seats, "session");
    }
    http::Reply cancel(const std::string& session, const std::string& reason = "Bão lũ") {
        const auto asked = at(version).post(
            planner_account(),
            plan + "/sessions/" + session + "/cancellation",
            R"({"reason":")" + reason + R"("})"
        );
        while (work.jobs.run_one()) {
        }
        return asked;
    }
    std::string seats() { return get(planner_account(), plan + "/seats").body; }
};

static int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST_CASE(
    "F7 part: a cancelled class is planned around with the least change, shown before it holds"
) {
    Approved app;
    const auto before = app.seats();
    const auto session = app.session_with_people();
    REQUIRE(app.cancel(session).status == 201);

    CHECK(app.seats() == before);
    const auto page = app.get(app.planner_account(), app.plan);
    CHECK(says(page, R"("actions":["amend","cancel_session","take_replan"])"));
    const auto proposal = app.get(app.planner_account(), app.plan + "/replan");
    CHECK(says(proposal, R"("reason":"Bão lũ")"));
    CHECK(says(proposal, R"("unchanged":2)"));
    CHECK(count(proposal.body, R"("what":"reseated")") == 2);
    CHECK(count(proposal.body, R"("person":)") == 2);
    CHECK(says(proposal, R"("from":")" + session + '"'));
}

TEST_CASE("a plan made again is taken over whole: a draft, with its reason and the class cancelled"
) {
    Approved app;
    const auto session = app.session_with_people();
    REQUIRE(app.cancel(session).status == 201);

    const auto taken = app.act(app.planner_account(), "/replan/acceptance");
    CHECK(says(taken, R"("status":"draft")"));
    CHECK(says(taken, R"("act":"replanned")"));
    CHECK(says(taken, R"("cancelled":"Bão lũ")"));
    CHECK(says(taken, R"("people":4,"seats":4)"));
    CHECK(says(taken, R"("gap":0)"));
    CHECK(app.seats().find(session) == std::string::npos);
    CHECK(code_of(app.get(app.planner_account(), app.plan + "/replan")) == "plan_replan");

    REQUIRE(app.act(app.planner_account(), "/submission").status == 200);
    CHECK(app.act(app.leader(), "/approval").status == 200);
}

TEST_CASE("a proposal that is dropped leaves the plan as it was") {
    Approved app;
    const auto before = app.seats();
    REQUIRE(app.cancel(app.session_with_people()).status == 201);

    const auto dropped = app.act(app.planner_account(), "/replan/dismissal");
    CHECK(says(dropped, R"("status":"approved")"));
    CHECK_FALSE(says(dropped, R"("cancelled":"Bão lũ")"));
    CHECK(app.seats() == before);
    CHECK(code_of(app.act(app.planner_account(), "/replan/acceptance")) == "plan_replan");
}

TEST_CASE("a class is cancelled for a reason, by who may change the plan, and once") {
    Approved app;
    const auto session = app.session_with_people();
    CHECK(code_of(app.cancel(session, " ")) == "plan.without_reason");
    CHECK(code_of(app.cancel("77")) == "plan_session");
    const auto path = app.plan + "/sessions/" + session + "/cancellation";
    const auto strange = app.at(app.version).post(app.leader(), path, R"({"reason":"Bão"})");
    CHECK(strange.status == 403);

    REQUIRE(app.cancel(session).status == 201);
    REQUIRE(app.act(app.planner_account(), "/replan/acceptance").status == 200);
    CHECK(code_of(app.cancel(session)) == "plan_session");
}

static NamedSeat seat_of(std::int64_t person, std::int64_t session) {
    return {.session = {session}, .line = {1}, .person = {person}};
}

TEST_CASE("each person who moves is told from whom the class was cancelled and who made room") {
    const auto moves = moves_between(
        {seat_of(1, 51), seat_of(2, 51), seat_of(3, 52), seat_of(4, 52), seat_of(5, 53)},
        {seat_of(1, 52), seat_of(3, 53), seat_of(5, 53), seat_of(6, 53)},
        {51}
    );

    REQUIRE(moves.size() == 5);
    CHECK(moves[0].what == Moved::reseated);
    CHECK(moves[1].what == Moved::left_out);
    CHECK(moves[2].what == Moved::moved);
    CHECK(moves[3].what == Moved::gave_seat);
    CHECK(moves[4].what == Moved::gained);
    CHECK(moves[4].person == PersonId{6});
}
