#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::DemoWorld;
using testing::dom_of;
using testing::items_of;
using testing::number_at;
using testing::text_at;
using testing::value_at;

TEST_CASE("what a correction of a requirement would change is told in people before it is made") {
    DemoWorld world;
    auto planner = world.as("planner");
    const auto province = world.unit_called("Tỉnh Điện Biên");
    const auto list = dom_of(planner.get("/requirements?unit=" + province));
    REQUIRE_FALSE(items_of(list).empty());
    const auto& row = items_of(list).front();
    const auto at = "/requirements/" + text_at(row, "/id");
    const auto minimum = number_at(row, "/minimum");
    const auto effect = [&](std::int64_t level) {
        return dom_of(planner.get(at + "/effect?minimum=" + std::to_string(level)));
    };

    const auto same = effect(minimum);
    CHECK(number_at(same, "/people") > 0);
    CHECK(number_at(same, "/changed") == 0);
    CHECK(number_at(same, "/lacking_before") == number_at(same, "/lacking_after"));

    const auto highest = number_at(row, "/levels");
    const auto raised = effect(highest);
    CHECK(number_at(raised, "/people") == number_at(same, "/people"));
    CHECK(number_at(raised, "/lacking_before") == number_at(same, "/lacking_before"));
    CHECK(number_at(raised, "/lacking_after") > number_at(raised, "/lacking_before"));
    CHECK(
        number_at(raised, "/lacking_after") + number_at(raised, "/unknown") <=
        number_at(raised, "/people")
    );

    CHECK(world.as("civil_servant").get(at + "/effect").status == 403);
}

TEST_CASE("the roster lists who lacks a level, and counts them beside the other filters") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto unit = "/units/" + world.unit_called("Xã Mường Ảng");
    const auto roster = unit + "/roster";
    const auto lacking = dom_of(officer.get(roster + "?show=lacking&limit=200"));
    const auto count = number_at(lacking, "/counts/lacking");

    CHECK(count > 0);
    CHECK(count < number_at(lacking, "/totals/persons"));
    REQUIRE(static_cast<std::int64_t>(items_of(lacking).size()) == count);
    std::string people;
    for (const auto& row : items_of(lacking)) {
        people += (people.empty() ? "" : ",") + text_at(row, "/person");
    }
    const auto standings = dom_of(officer.get(unit + "/standings?people=" + people));
    for (const auto& person : items_of(standings)) {
        const auto known = number_at(person, "/met") + number_at(person, "/unknown");
        CHECK(number_at(person, "/required") > known);
    }
    CHECK(officer.get(roster + ".csv?show=lacking").status == 200);

    const auto then = dom_of(officer.get(roster + "?on=2026-01-01"));
    CHECK(value_at(then, "/counts/lacking").is_null());
    const auto refused = officer.get(roster + "?show=lacking&on=2026-01-01");
    CHECK(testing::code_of(refused) == "roster.lacking_unknown");
}
