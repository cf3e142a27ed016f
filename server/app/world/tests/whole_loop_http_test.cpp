#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "modules/organisation/unit/unit_store.hpp"
#include "nation.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::DemoWorld;
using testing::dom_of;
using testing::Nation;
using testing::number_at;
using testing::TestClient;
using testing::text_at;

namespace {

// Where a script works: who plans, who approves, for which unit.
struct Sample {
    app::Application& application;
    TestClient planner;
    TestClient approver;
    std::string unit;
};

// The unit of that full name that stands today.
std::string unit_called(const app::Application& application, std::string_view name) {
    return application.kit().db.read([&](db::Tx& tx) {
        const auto today = AsOf::latest(application.kit().clock.today());
        for (const auto& unit : organisation::find_units(tx, name, today, 200)) {
            if (unit.full_name == name) return to_text(unit.id.value);
        }
        throw std::runtime_error("no unit is called " + std::string(name));
    });
}

// The way from the needs of a unit to its approved plan, as a script walks it.
class Loop {
public:
    // `least` people or no class.
    Loop(Sample sample, int least)
        : application_(sample.application),
          planner_(std::move(sample.planner)),
          approver_(std::move(sample.approver)),
          unit_(std::move(sample.unit)),
          least_(std::to_string(least)) {}

    // All that comes out: the needs, who is of the group, the plan's table, who sits where.
    std::string run() {
        form_group();
        draft_plan();
        add_line();
        add_session("2027-03-08", "2027-03-10", "Xã Mường Ảng");
        add_session("2027-03-15", "2027-03-17", "Xã Tuần Giáo");
        add_session("2027-04-05", "2027-04-07", "Phường Điện Biên Phủ");
        solve();
        keep(act(planner_, "/submission"));
        keep(act(approver_, "/approval"));
        return bytes_of("/units/" + unit_ + "/needs-matrix.csv") +
               bytes_of("/target-groups/" + group_ + "/members.csv") +
               bytes_of(plan_ + "/table?format=csv") +
               bytes_of(plan_ + "/participants?format=csv") +
               testing::text_of(dom_of(planner_.get(plan_ + "/seats?limit=200")));
    }

    std::int64_t seats() const { return number_at(plan_page_, "/plan/totals/seats"); }
    std::int64_t people_of_group() const { return group_people_; }
    std::string status() const { return text_at(plan_page_, "/plan/status"); }
    std::string plan() const { return plan_; }
    TestClient& planner() { return planner_; }

private:
    std::string bytes_of(const std::string& target) {
        const auto reply = planner_.get(target);
        if (reply.status != 200) throw std::runtime_error(target + ' ' + reply.body);
        return reply.body;
    }

    void keep(const http::Reply& reply) { plan_page_ = dom_of(reply); }

    http::Reply act(TestClient& who, const std::string& what, std::string body = "{}") {
        const auto version = std::to_string(number_at(plan_page_, "/plan/version"));
        return who.with("if-match", "\"" + version + "\"").post(plan_ + what, std::move(body));
    }

    void form_group() {
        const auto matrix = dom_of((planner_.get("/units/" + unit_ + "/needs-matrix")));
        const auto formed = dom_of((planner_.post(
            "/target-groups",
            R"({"title":"Quản lý dữ liệu","unit":")" + unit_ + R"(","rule":{"units":[")" + unit_ +
                R"("],"conditions":[{"competency":")" + text_at(matrix, "/columns/2/id") +
                R"(","min_gap":1,"held_from":2,"held_until":3}],"combine":"any",)"
                R"("position_groups":[]}})"
        )));
        group_ = text_at(formed, "/id");
        group_people_ = number_at(formed, "/people");
        dom_of(approver_.post("/target-groups/" + group_ + "/approval", R"({"reason":"Đồng ý"})"));
    }

    void draft_plan() {
        keep(planner_.post(
            "/plans",
            R"({"unit":")" + unit_ +
                R"(","year":2027,"title":"Kế hoạch năm 2027",)"
                R"("budgets":[{"source":"province","ceiling":900000000}]})"
        ));
        plan_ = "/plans/" + text_at(plan_page_, "/plan/id");
    }

    void add_line() {
        const auto programmes = dom_of((planner_.get("/target-groups/" + group_ + "/programmes")));
        const auto programme = text_at(programmes, "/items/0/programme_version");
        keep(
            act(planner_,
                "/lines",
                R"({"programme_version":")" + programme + R"(","group":")" + group_ +
                    R"(","source":"province"})")
        );
        line_ = text_at(plan_page_, "/lines/0/id");
    }

    void add_session(const std::string& from, const std::string& until, const std::string& place) {
        keep(
            act(planner_,
                "/sessions",
                R"({"line":")" + line_ + R"(","place_unit":")" + unit_called(application_, place) +
                    R"(","place":"Hội trường","starts_on":")" + from + R"(","ends_on":")" + until +
                    R"(","seats":35,"min_seats":)" + least_ +
                    R"(,"cost_fixed":26000000,"cost_per_person":300000})")
        );
    }

    void solve() {
        dom_of(act(planner_, "/solutions"));
        application_.run_jobs();
        keep(planner_.get(plan_));
    }

    app::Application& application_;
    TestClient planner_;
    TestClient approver_;
    std::string unit_;
    std::string least_;
    std::string group_;
    std::int64_t group_people_ = 0;
    std::string plan_;
    std::string line_;
    testing::Dom plan_page_;
};

}  // namespace

static Sample sample_of(DemoWorld& world, std::string_view unit) {
    return {world.application, world.as("planner"), world.as("approver"), world.unit_called(unit)};
}

static Sample sample_of(Nation& nation) {
    return {
        nation.application,
        nation.as("kehoach.trunguong"),
        nation.as("lanhdao.trunguong"),
        std::to_string(nation.report().root.value),
    };
}

struct Outcome {
    std::string bytes;
    std::int64_t people = 0;  // of the target group
    std::int64_t seats = 0;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

static Outcome outcome_of(Loop loop) {
    auto bytes = loop.run();
    CHECK(loop.status() == "approved");
    return {std::move(bytes), loop.people_of_group(), loop.seats()};
}

// From the same sample, copied anew.
static Outcome loop_of(std::string_view unit, int least) {
    DemoWorld world;
    return outcome_of(Loop(sample_of(world, unit), least));
}

static Outcome loop_of_the_nation() {
    Nation nation;
    return outcome_of(Loop(sample_of(nation), 20));
}

TEST_CASE("E52: needs to approved plan by script for commune, province and nation, same each time"
) {
    const auto commune = loop_of("Xã Mường Ảng", 1);
    const auto province = loop_of("Tỉnh Điện Biên", 20);
    const auto nation = loop_of_the_nation();

    CHECK(commune.seats > 0);
    CHECK(commune.people >= commune.seats);
    CHECK(province.seats == 105);
    CHECK(nation.seats > 20);
    CHECK(nation.people >= nation.seats);
    CHECK((loop_of("Xã Mường Ảng", 1) == commune));
    CHECK((loop_of("Tỉnh Điện Biên", 20) == province));
    CHECK((loop_of_the_nation() == nation));
}

TEST_CASE("an approved plan leaves the house as a table and as lists of participants") {
    DemoWorld world;
    Loop loop(sample_of(world, "Tỉnh Điện Biên"), 20);
    loop.run();

    const auto table = loop.planner().get(loop.plan() + "/table?format=xlsx");
    const auto participants = loop.planner().get(loop.plan() + "/participants?format=csv");

    CHECK(table.status == 200);
    CHECK(table.body.starts_with("PK"));
    CHECK(participants.status == 200);
}
