#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::DemoWorld;
using testing::items_of;
using testing::number_at;
using testing::text_at;
using testing::text_of;
using testing::value_at;

static testing::Dom body_of(const http::Reply& reply) {
    return testing::dom_of(reply);
}

TEST_CASE("C1: Mường Ảng has 82 officials today, counted from their dated posts") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto roster = "/units/" + world.unit_called("Xã Mường Ảng") + "/roster";

    const auto now = body_of(officer.get(roster));
    CHECK(number_at(now, "/totals/persons") == 82);
    CHECK(number_at(now, "/totals/authorised") == 84);
    const auto first_day = body_of(officer.get(roster + "?on=2025-07-01"));
    CHECK(number_at(first_day, "/totals/persons") < 82);
}

TEST_CASE("C2: the IT specialist and the communications officer appear as vacant") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto unit = world.unit_called("Xã Mường Ảng");

    const auto vacant = body_of(officer.get("/units/" + unit + "/roster?show=vacant"));

    REQUIRE(items_of(vacant).size() == 2);
    CHECK(text_at(vacant, "/items/0/duty") == "it_specialist");
    CHECK(text_at(vacant, "/items/0/unit_name") == "Văn phòng HĐND và UBND");
    CHECK(text_at(vacant, "/items/1/duty") == "communications_officer");
    CHECK(text_at(vacant, "/items/1/unit_name") == "Phòng Văn hóa - Xã hội");
}

TEST_CASE("C3: communes lacking an IT specialist are listed for the province in one query") {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto province = world.unit_called("Tỉnh Điện Biên");

    const auto lacking = body_of(planner.get("/units/" + province + "/lacking?duty=it_specialist"));
    const auto communications =
        body_of(planner.get("/units/" + province + "/lacking?duty=communications_officer"));

    CHECK(items_of(lacking).size() > 5);
    CHECK(items_of(lacking).size() < 45);
    CHECK(items_of(communications).size() < items_of(lacking).size());
    CHECK(text_of(lacking).find("Xã Mường Ảng") != std::string::npos);
}

TEST_CASE("C4: who does the IT work beside another post without the training for it is listed") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto unit = world.unit_called("Xã Mường Ảng");

    const auto duties = body_of(officer.get("/units/" + unit + "/concurrent-duties"));

    REQUIRE(items_of(duties).size() == 1);
    CHECK(text_at(duties, "/items/0/position_name") == "Quản trị công nghệ thông tin");
    CHECK(number_at(duties, "/items/0/share_percent") == 20);
    CHECK_FALSE(value_at(duties, "/items/0/missing").as_array().empty());
}

TEST_CASE("C5: a concurrent duty's requirements stand among the gaps of the person") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto unit = world.unit_called("Xã Mường Ảng");
    const auto duties = body_of(officer.get("/units/" + unit + "/concurrent-duties"));
    const auto person = text_at(duties, "/items/0/person/id");

    const auto gaps = body_of(officer.get("/people/" + person + "/gaps"));

    CHECK(text_of(gaps).find("cs.it-administration") != std::string::npos);
}

TEST_CASE("E19 part: an official sees the own gaps, each with its reasons, evidence, rule and date"
) {
    DemoWorld world;
    auto official = world.as("civil_servant");

    const auto gaps = body_of(official.get("/me/gaps"));

    CHECK(number_at(gaps, "/totals/required") == static_cast<std::int64_t>(items_of(gaps).size()));
    for (const auto& gap : items_of(gaps)) {
        const auto& reasons = gap.at("requirements").as_array();
        REQUIRE_FALSE(reasons.empty());
        CHECK_FALSE(text_at(reasons.front(), "/decision_number").empty());
        if (gap.at("held").is_null()) continue;
        CHECK_FALSE(text_at(gap, "/rule/code").empty());
        CHECK_FALSE(gap.at("ratings").as_array().empty());
    }
}

TEST_CASE("F3: recomputing a gap for a past date, as known then, gives the same number for ever") {
    DemoWorld world;
    auto official = world.as("civil_servant");
    const auto known = to_text(world.clock.now());
    const auto past = "/me/gaps?on=2026-09-01&known_at=" + known;
    const auto before = body_of(official.get(past));
    const auto person = text_at(before, "/person/id");
    const auto competency = text_at(before, "/items/0/competency");

    world.clock.advance(600'000'000);
    auto supervisor = world.as("supervisor");
    const auto rated = supervisor.post(
        "/ratings",
        R"({"person":")" + person + R"(","competency":")" + competency +
            R"(","level":5,"method":"supervisor","observed_on":"2026-08-15","note":"Làm tốt"})"
    );
    CHECK(rated.status == 201);

    CHECK(text_of(body_of(official.get(past))) == text_of(before));
    const auto known_now = body_of(official.get("/me/gaps?on=2026-09-01"));
    CHECK(text_of(known_now) != text_of(before));
}

static std::int64_t sum_of(const testing::Dom& ranking, const char* figure) {
    std::int64_t sum = 0;
    for (const auto& item : items_of(ranking)) sum += number_at(item, figure);
    return sum;
}

TEST_CASE("E14: fields and posts are ranked by people, size of gap and weight, and exported") {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto ranking = "/units/" + world.unit_called("Tỉnh Điện Biên") + "/needs-ranking";
    const auto ranked = [&](const std::string& query) {
        const auto found = body_of(planner.get(ranking + query));
        REQUIRE(items_of(found).size() > 2);
        for (std::size_t i = 1; i < items_of(found).size(); ++i) {
            const auto above = number_at(items_of(found)[i - 1], "/weighted");
            CHECK(above >= number_at(items_of(found)[i], "/weighted"));
        }
        return found;
    };

    const auto competencies = ranked("");
    const auto third = items_of(competencies)[2];
    const auto weights = "weights=" + text_at(third, "/competency") + ":9";
    const auto weighed = ranked("?" + weights);
    CHECK(text_at(weighed, "/items/0/competency") == text_at(third, "/competency"));
    CHECK(number_at(weighed, "/items/0/weighted") == 9 * number_at(third, "/levels"));

    const auto fields = ranked("?by=area&" + weights);
    const auto posts = ranked("?by=position&" + weights);
    for (const auto* figure : {"/levels", "/weighted"}) {
        CHECK(sum_of(fields, figure) == sum_of(weighed, figure));
        CHECK(sum_of(posts, figure) == sum_of(weighed, figure));
    }
    const auto file = planner.get(ranking + ".csv?by=position&" + weights);
    const auto first = "\n1,\"" + text_at(posts, "/items/0/name") + "\"," +
                       std::to_string(number_at(posts, "/items/0/people")) + ",";
    CHECK(file.body.find(first) != std::string::npos);
    CHECK(planner.get(ranking + ".xlsx").body.starts_with("PK"));
    CHECK(testing::code_of(planner.get(ranking + "?weights=7:0")) == "ranking.weights");
}

TEST_CASE("the matrix of a province adds up from its communes and its departments") {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto province = world.unit_called("Tỉnh Điện Biên");

    const auto matrix = body_of(planner.get("/units/" + province + "/needs-matrix"));

    REQUIRE(matrix.at("rows").as_array().size() == 46);
    std::int64_t with_gap = 0;
    for (const auto& row : matrix.at("rows").as_array()) {
        with_gap += number_at(row, "/cells/2/with_gap");
    }
    CHECK(with_gap == number_at(matrix, "/total/cells/2/with_gap"));
    const auto sheet = planner.get("/units/" + province + "/needs-matrix.xlsx");
    CHECK(sheet.status == 200);
    CHECK(sheet.body.starts_with("PK"));
}

static std::string rule_for(const std::string& unit, const std::string& competency) {
    return R"({"units":[")" + unit + R"("],"conditions":[{"competency":")" + competency +
           R"(","min_gap":1,"held_from":0,"held_until":100}],"combine":"any","position_groups":[]})";
}

TEST_CASE("E18: a target group is formed from gaps and approved by somebody else") {
    DemoWorld world;
    auto planner = world.as("planner");
    auto approver = world.as("approver");
    const auto province = world.unit_called("Tỉnh Điện Biên");
    const auto matrix = body_of(planner.get("/units/" + province + "/needs-matrix"));
    const auto rule = rule_for(province, text_at(matrix, "/columns/2/id"));

    const auto preview =
        body_of(planner.post("/target-groups/preview", R"({"rule":)" + rule + "}"));
    const auto formed = body_of(planner.post(
        "/target-groups",
        R"({"title":"Quản lý dữ liệu 2027","unit":")" + province + R"(","rule":)" + rule + "}"
    ));
    const auto group = "/target-groups/" + text_at(formed, "/id");

    CHECK(number_at(preview, "/people") == number_at(matrix, "/total/cells/2/with_gap"));
    CHECK(number_at(formed, "/people") == number_at(preview, "/people"));
    const auto members = body_of(planner.get(group + "/members"));
    CHECK(text_at(members, "/items/0/unit_name").find(", Xã ") != std::string::npos);
    CHECK(planner.post(group + "/approval", R"({"reason":""})").status == 403);
    const auto approved = body_of(approver.post(group + "/approval", R"({"reason":"Đồng ý"})"));
    CHECK(text_at(approved, "/status") == "approved");
    CHECK(
        testing::code_of(approver.post(group + "/approval", R"({"reason":""})")) ==
        "group.not_draft"
    );
}

TEST_CASE("C31 part: a commune's group holds nobody of another commune, whoever forms it") {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto commune = world.unit_called("Xã Mường Ảng");
    const auto other = world.unit_called("Xã Búng Lao");
    const auto matrix = body_of(planner.get("/units/" + commune + "/needs-matrix"));
    const auto rule = rule_for(other, text_at(matrix, "/columns/2/id"));

    const auto formed = planner.post(
        "/target-groups", R"({"title":"Nhóm","unit":")" + commune + R"(","rule":)" + rule + "}"
    );

    CHECK(testing::code_of(formed) == "unit");
    CHECK(formed.status == 404);
}

TEST_CASE("E18 part: whoever reads English is told the units and competencies of a rule in English"
) {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto province = world.unit_called("Tỉnh Điện Biên");
    const auto matrix = body_of(planner.get("/units/" + province + "/needs-matrix?language=en"));
    const auto rule = rule_for(province, text_at(matrix, "/columns/2/id"));

    const auto preview =
        body_of(planner.post("/target-groups/preview", R"({"language":"en","rule":)" + rule + "}"));

    CHECK(text_at(preview, "/units/0/name") == "Dien Bien Province");
    CHECK(text_at(preview, "/competencies/0/name") == text_at(matrix, "/columns/2/name"));
}

TEST_CASE("F4: a group keeps its rule and members; running it again shows who left and why") {
    DemoWorld world;
    auto planner = world.as("planner");
    auto assessor = world.as("assessor");
    auto official = world.as("civil_servant");
    const auto commune = world.unit_called("Xã Mường Ảng");
    const auto gaps = body_of(official.get("/me/gaps"));
    const auto person = text_at(gaps, "/person/id");
    const auto competency = text_at(gaps, "/items/0/competency");
    const auto formed = body_of(planner.post(
        "/target-groups",
        R"({"title":"Nhóm","unit":")" + commune + R"(","rule":)" + rule_for(commune, competency) +
            "}"
    ));
    const auto group = "/target-groups/" + text_at(formed, "/id");
    CHECK(items_of(body_of(planner.get(group + "/movements"))).empty());

    // A test stands before every opinion in the rule of the province.
    const auto rated = assessor.post(
        "/ratings",
        R"({"person":")" + person + R"(","competency":")" + competency +
            R"(","level":6,"method":"test","observed_on":"2026-11-20","note":"Đạt"})"
    );
    CHECK(rated.status == 201);
    world.application.deliver_news();

    const auto movements = body_of(planner.get(group + "/movements"));
    REQUIRE(items_of(movements).size() == 1);
    CHECK(text_at(movements, "/items/0/movement") == "left");
    CHECK(text_at(movements, "/items/0/cause") == "level");
    CHECK(text_at(movements, "/items/0/person/id") == person);
    const auto members = body_of(planner.get(group + "/members?limit=200"));
    CHECK(text_of(members).find(person) != std::string::npos);
}

TEST_CASE("C31: no path lets a commune list another commune's people, rosters or gaps") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto other = "/units/" + world.unit_called("Xã Búng Lao");

    for (const auto* path :
         {"/roster",
          "/lacking?duty=it_specialist",
          "/needs-matrix",
          "/needs-matrix.xlsx",
          "/needs-matrix.csv",
          "/needs-ranking",
          "/needs-ranking?by=position",
          "/needs-ranking.csv",
          "/concurrent-duties"}) {
        INFO(path);
        CHECK(officer.get(other + path).status == 404);
    }
    CHECK(officer.get("/target-groups?unit=" + world.unit_called("Xã Búng Lao")).status == 404);
}
