#include <doctest/doctest.h>

#include "modules/competency/tests/library.hpp"

using namespace nangluc;
using namespace nangluc::competency;

TEST_CASE("what a role would bring to a position group is shown first, and then stated at once") {
    Library library;
    const auto version = "/framework-versions/" + library.version_of("uk-gdd");
    library.require(library.competency("gdd.business-architecture").id, library.managers);
    const auto wish =
        "/adoptions/preview?role=business-architect/lead-business-architect"
        "&reason_kind=position_group&reason_id=" +
        library.id(library.managers) + "&scope=" + library.id(library.province) +
        "&from=2026-01-01";
    const auto preview = [&] { return library.get(library.planner_account(), version + wish); };

    CHECK(library.get(library.civil_servant(library.specialist), version + wish).status == 403);
    CHECK(says(preview(), R"("code":"gdd.business-architecture")"));
    CHECK(says(preview(), R"("required":2)"));
    const auto count = value_of(preview(), "added");
    const auto adopted = library.post(
        library.planner_account(),
        version + "/adoptions",
        R"({"role":"business-architect/lead-business-architect","reason_kind":"position_group",)"
        R"("reason_id":")" +
            library.id(library.managers) + R"(","scope":")" + library.id(library.province) +
            R"(","decision_number":"9","from":"2026-01-01"})"
    );
    CHECK(value_of(adopted, "added") == count);
    CHECK(value_of(preview(), "added") == "0");
}

TEST_CASE("an area of a draft is named in two languages and goes once nothing stands in it") {
    Library library;
    const auto draft = "/framework-versions/" + library.draft();
    const auto area = draft + "/areas/thu-nghiem";
    const auto words =
        R"({"words":[{"kind":"name","level":0,"language":"vi","seq":0,"text":"Thử nghiệm"},)"
        R"({"kind":"name","level":0,"language":"en","seq":0,"text":"Trial"}]})";
    REQUIRE(library.put(area, words).status == 200);
    const auto told = library.get(library.planner_account(), area);
    CHECK(says(told, "Thử nghiệm"));
    CHECK(says(told, "Trial"));

    const auto item = draft + "/competencies/cs.trial";
    REQUIRE(library.put(item, library.competency_text("thu-nghiem", "Thử")).status == 200);
    CHECK(testing::code_of(library.remove(area)) == "area.in_use");
    REQUIRE(library.remove(item).status == 200);
    CHECK(library.remove(area).status == 200);
    CHECK(library.get(library.planner_account(), area).status == 404);
}

TEST_CASE("the structure of a version leaves as CSV too, without formulas") {
    Library library;
    const auto draft = "/framework-versions/" + library.draft();
    const auto item = draft + "/competencies/cs.formula";
    REQUIRE(library.put(item, library.competency_text("", "=cmd")).status == 200);

    const auto csv = library.get(
        library.civil_servant(library.specialist), draft + "/competencies.csv?language=vi"
    );
    CHECK(says(csv, "cs.formula"));
    CHECK(says(csv, "'=cmd"));
    CHECK(says(csv, "Quản lý dữ liệu"));
}
