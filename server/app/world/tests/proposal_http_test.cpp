#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::code_of;
using testing::DemoWorld;
using testing::dom_of;
using testing::items_of;
using testing::number_at;
using testing::text_at;

// An official with a competency that is required and held, but not to the last level: what more
// they want is their own goal, and nobody else's requirement.
struct Proposing : DemoWorld {
    Proposing() {
        const auto gaps = dom_of(official.get("/me/gaps"));
        for (const auto& gap : items_of(gaps)) {
            if (gap.at("held").is_null() || number_at(gap, "/missing") > 0) continue;
            if (number_at(gap, "/held") == number_at(gap, "/levels")) continue;
            competency = text_at(gap, "/competency");
            level = number_at(gap, "/held") + 1;
        }
        if (competency.empty()) throw std::runtime_error("the demo's official holds nothing");
    }

    http::Reply propose(const std::string& rest = R"("text":"Làm báo cáo số liệu hằng tháng")") {
        return official.post(
            "/me/learning-proposals",
            R"({"competency":")" + competency + R"(","level":)" + std::to_string(level) + "," +
                rest + "}"
        );
    }
    testing::Dom own_gap() {
        const auto gaps = dom_of(official.get("/me/gaps"));
        for (const auto& gap : items_of(gaps)) {
            if (text_at(gap, "/competency") == competency) return gap;
        }
        throw std::runtime_error("no such gap");
    }
    std::int64_t people_lacking() {
        application.deliver_news();
        const auto unit = unit_called("Xã Mường Ảng");
        const auto matrix = dom_of(planner.get("/units/" + unit + "/needs-matrix"));
        const auto& columns = matrix.at("columns").as_array();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (text_at(columns[i], "/id") != competency) continue;
            return number_at(matrix, "/total/cells/" + std::to_string(i) + "/with_gap");
        }
        throw std::runtime_error("no such column");
    }

    testing::TestClient official = as("civil_servant");
    testing::TestClient supervisor = as("supervisor");
    testing::TestClient planner = as("planner");
    std::string competency;
    std::int64_t level = 0;
};

TEST_CASE(
    "E19: an official sees the own gap and proposes learning; the agreed goal stands beside "
    "the agency's"
) {
    Proposing world;
    REQUIRE(number_at(world.own_gap(), "/missing") == 0);
    const auto agency = world.own_gap().at("requirements").as_array().size();
    const auto lacking = world.people_lacking();

    const auto proposed =
        dom_of(world.propose(R"("text":"Làm báo cáo số liệu hằng tháng","until":"2027-12-31")"));
    CHECK(text_at(proposed, "/status") == "open");
    CHECK(number_at(world.own_gap(), "/missing") == 0);

    const auto waiting = dom_of(world.supervisor.get("/learning-proposals"));
    REQUIRE(items_of(waiting).size() == 1);
    CHECK(text_at(waiting, "/items/0/text") == "Làm báo cáo số liệu hằng tháng");
    CHECK(text_at(waiting, "/items/0/actions/0") == "agree");
    const auto path = "/learning-proposals/" + text_at(proposed, "/id");
    const auto agreed = dom_of(world.supervisor.post(path + "/agreement"));
    CHECK(text_at(agreed, "/status") == "agreed");

    const auto gap = world.own_gap();
    CHECK(number_at(gap, "/missing") == 1);
    CHECK(gap.at("requirements").as_array().size() == agency + 1);
    CHECK(text_at(gap, "/requirements/0/reason/kind") == "person");
    CHECK(number_at(gap, "/requirements/0/minimum") == world.level);
    CHECK(text_at(gap, "/requirements/1/reason/kind") != "person");
    CHECK(world.people_lacking() == lacking + 1);
    const auto own = dom_of(world.official.get("/me/learning-proposals"));
    CHECK(text_at(own, "/items/0/status") == "agreed");
    CHECK_FALSE(text_at(own, "/items/0/decided_by").empty());
}

TEST_CASE("a proposal is returned with a reason, and the person may then propose again") {
    Proposing world;
    const auto path = "/learning-proposals/" + text_at(dom_of(world.propose()), "/id");

    CHECK(
        code_of(world.supervisor.post(path + "/return", R"({"reason":" "})")) ==
        "proposal.without_answer"
    );
    const auto returned =
        dom_of(world.supervisor.post(path + "/return", R"({"reason":"Học phần cơ bản trước"})"));
    CHECK(text_at(returned, "/answer") == "Học phần cơ bản trước");
    CHECK(number_at(world.own_gap(), "/missing") == 0);
    CHECK(code_of(world.supervisor.post(path + "/agreement")) == "proposal.decided");
    CHECK(world.propose().status == 201);
}

TEST_CASE("a proposal without a reason, for a level held, or beside an open one is refused") {
    Proposing world;
    CHECK(code_of(world.propose(R"("text":" ")")) == "proposal.without_reason");
    CHECK(code_of(world.propose(R"("text":"Học","until":"2026-01-01")")) == "proposal.until");
    --world.level;
    CHECK(code_of(world.propose()) == "proposal.already_held");
    ++world.level;
    REQUIRE(world.propose().status == 201);
    CHECK(code_of(world.propose()) == "proposal.open");
}

TEST_CASE("nobody agrees to their own proposal, nor to one of somebody outside their unit") {
    Proposing world;
    const auto path = "/learning-proposals/" + text_at(dom_of(world.propose()), "/id");

    CHECK(code_of(world.official.post(path + "/agreement")) == "proposal.own");
    auto assessor = world.as("assessor");
    CHECK(assessor.post(path + "/agreement").status >= 403);
    CHECK(items_of(dom_of(assessor.get("/learning-proposals"))).empty());
}

TEST_CASE("a programme that does not lead to the competency is refused in place") {
    Proposing world;
    std::string unfit;
    const auto catalogue = dom_of(world.planner.get("/programmes?limit=200"));
    for (const auto& programme : items_of(catalogue)) {
        const auto page =
            dom_of(world.planner.get("/programme-versions/" + text_at(programme, "/id")));
        if (testing::text_of(page).find(world.competency) == std::string::npos) {
            unfit = text_at(programme, "/id");
        }
    }
    REQUIRE_FALSE(unfit.empty());

    const auto refused = world.propose(R"("text":"Học","programme":")" + unfit + '"');

    CHECK(refused.status == 422);
    CHECK(refused.body.find(R"({"path":"/programme","code":"unfit"})") != std::string::npos);
}
