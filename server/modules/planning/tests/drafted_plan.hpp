#pragma once

#include <doctest/doctest.h>

#include "modules/planning/tests/planning_app.hpp"

namespace nangluc::planning {

// A plan of the province, drafted as far as a test asks.
struct Drafted : PlanningApp {
    Drafted() {
        keep(post(
            planner_account(),
            "/plans",
            R"({"unit":")" + id(province) +
                R"(","year":2027,"title":"Kế hoạch","budgets":[{"source":"province","ceiling":9000}]})"
        ));
    }

    // Every reply is the plan as it stands now, with the version that the next act is about.
    http::Reply keep(http::Reply reply) {
        if (reply.status < 300) {
            plan = "/plans/" + value_of(reply, "id");
            version = value_of(reply, "version");
        }
        return reply;
    }
    http::Reply act(const Actor& who, const std::string& what, std::string body = "{}") {
        return keep(at(version).post(who, plan + what, std::move(body)));
    }
    http::Reply add_line(ProgrammeVersionId programme) {
        auto reply =
            act(planner_account(),
                "/lines",
                R"({"programme_version":")" + id(programme) + R"(","group":")" + id(group) +
                    R"(","source":"province"})");
        if (reply.status >= 300) return reply;
        const http::Reply part{.body = reply.body.substr(reply.body.find(R"("lines":[)"))};
        line = value_of(part, "id");
        return reply;
    }
    std::string session_body(const std::string& from, const std::string& until, int seats) {
        return R"({"line":")" + line + R"(","place_unit":")" + id(commune) +
               R"(","place":"Hội trường xã","starts_on":")" + from + R"(","ends_on":")" + until +
               R"(","seats":)" + std::to_string(seats) +
               R"(,"min_seats":0,"cost_fixed":1000,"cost_per_person":100})";
    }
    http::Reply add_session(const std::string& from, const std::string& until, int seats) {
        return act(planner_account(), "/sessions", session_body(from, until, seats));
    }
    http::Reply solve() {
        const auto asked = at(version).post(planner_account(), plan + "/solutions");
        if (asked.status != 201) return asked;
        while (work.jobs.run_one()) {
        }
        return keep(get(planner_account(), plan));
    }
    void solve_one_line(int seats) {
        REQUIRE(add_line(data_course).status == 200);
        REQUIRE(add_session("2027-03-01", "2027-03-02", seats).status == 200);
        REQUIRE(solve().status == 200);
    }

    std::string plan;
    std::string line;
    std::string version = "1";
};

}  // namespace nangluc::planning
