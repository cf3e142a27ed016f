#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::DemoWorld;
using testing::number_at;
using testing::text_at;

static testing::Dom body_of(const http::Reply& reply) {
    return testing::dom_of(reply);
}

static std::int64_t impact_of(const testing::Dom& preview, std::string_view noun) {
    for (const auto& impact : testing::value_at(preview, "/impacts").as_array()) {
        if (text_at(impact, "/noun") == noun) return number_at(impact, "/count");
    }
    return -1;
}

// The two communes become one on 1 July 2027; the draft's address.
static std::string prepare_merger(
    testing::TestClient& planner, const std::string& province, const std::string& steps
) {
    const std::string head =
        R"("title":"Nhập hai xã","decision_number":"7/NQ","issuer":"HĐND tỉnh",)"
        R"("effective_on":"2027-07-01")";
    const auto made =
        body_of(planner.post("/reorganisations", R"({"root":")" + province + R"(",)" + head + "}"));
    auto draft = "/reorganisations/" + text_at(made, "/id");
    const auto edited = planner.with("if-match", planner.get(draft).header("ETag").value())
                            .put(draft, "{" + head + R"(,"steps":[)" + steps + "]}");
    REQUIRE_MESSAGE(edited.status == 200, edited.body);
    return draft;
}

TEST_CASE("F13 part: a merger's people, posts, plans, groups and accounts are told beforehand") {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto province = world.unit_called("Tỉnh Điện Biên");
    const auto ending = world.unit_called("Xã Mường Ảng");
    const auto taking = world.unit_called("Xã Búng Lao");
    const auto draft = prepare_merger(
        planner,
        province,
        R"({"kind":"merge","units":[")" + ending + R"("],"into":")" + taking + R"("})"
    );
    const auto before = body_of(planner.get(draft + "/preview"));
    const auto matrix = body_of(planner.get("/units/" + ending + "/needs-matrix"));
    const auto competency = text_at(matrix, "/columns/0/id");
    const auto formed = planner.post(
        "/target-groups",
        R"({"title":"Nhóm của xã","unit":")" + ending + R"(","rule":{"units":[")" + ending +
            R"("],"conditions":[{"competency":")" + competency +
            R"(","min_gap":1,"held_from":0,"held_until":100}],)" +
            R"("combine":"any","position_groups":[]}})"
    );
    REQUIRE_MESSAGE(formed.status == 201, formed.body);

    const auto preview = body_of(planner.get(draft + "/preview"));

    CHECK(number_at(preview, "/people_moved") == 82);
    CHECK(number_at(preview, "/people_asked") == 0);
    CHECK(impact_of(preview, "accounts") >= 3);
    CHECK(impact_of(preview, "groups") == impact_of(before, "groups") + 1);
    CHECK(impact_of(preview, "plans") >= 0);
    CHECK(testing::value_at(preview, "/ended").as_array().size() == 1);
    CHECK(text_at(preview, "/ended/0/full_name") == "Xã Mường Ảng");
}
