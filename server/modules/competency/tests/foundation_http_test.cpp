#include <doctest/doctest.h>

#include "modules/competency/requirement/requirement_load.hpp"
#include "modules/competency/tests/competency_app.hpp"

using namespace nangluc;
using namespace nangluc::competency;

TEST_CASE(
    "E21 part: what a unit's positions lack is listed, and what was supplied is listed no more"
) {
    CompetencyApp app;
    const auto report = [&] {
        return app.get(app.hr_officer(), "/units/" + app.id(app.commune) + "/foundations");
    };
    const auto culture = R"("position":")" + app.id(app.culture_officer) + R"(",)";

    // Four positions; the plain officer's has no groups, nobody has a description or requirements.
    CHECK(says(report(), R"("positions":4,"complete":0)"));
    CHECK(says(
        report(),
        R"("missing":["position_group","occupational_group","description","requirements"])"
    ));
    CHECK(says(report(), R"("missing":["description","requirements"])"));

    const auto described = app.post(
        app.hr_officer(),
        "/positions/" + app.id(app.culture_officer) + "/descriptions",
        R"({"scope":")" + app.id(app.commune) +
            R"(","text":"Tham mưu công tác văn hóa.","decision_number":"5/QĐ","from":"2026-01-01"})"
    );
    REQUIRE(described.status == 204);
    CHECK(says(report(), R"("missing":["requirements"])"));
    const Requirement requirement{
        .reason = {ReasonKind::occupational_group, app.culture.value, {}},
        .scope = app.province,
        .competency = app.data_use,
        .period = {app.long_ago},
    };
    app.db.transaction([&](db::Tx& tx) { load_requirements(tx, app.kit, std::vector{requirement}); }
    );

    CHECK(says(report(), R"("positions":4,"complete":1)"));
    CHECK_FALSE(says(report(), culture));
}

TEST_CASE("a description holds from its day on, for the unit it was decided for") {
    CompetencyApp app;
    const auto address = "/positions/" + app.id(app.culture_officer) + "/descriptions";
    const auto describe =
        [&](const Actor& who, UnitId scope, const std::string& text, const std::string& from) {
            return app.post(
                who,
                address,
                R"({"scope":")" + app.id(scope) + R"(","text":")" + text +
                    R"(","decision_number":"5/QĐ","from":")" + from + R"("})"
            );
        };
    REQUIRE(describe(app.hr_officer(), app.commune, "Cũ", "2026-01-01").status == 204);
    REQUIRE(describe(app.hr_officer(), app.commune, "Mới", "2026-07-01").status == 204);

    const auto told = [&](UnitId unit, const std::string& on) {
        return app.get(app.planner_account(), address + "?unit=" + app.id(unit) + "&on=" + on);
    };
    CHECK(says(told(app.commune, "2026-06-30"), R"("text":"Cũ")"));
    CHECK(says(told(app.commune, "2026-07-01"), R"("text":"Mới")"));
    CHECK_FALSE(says(told(app.commune, "2026-07-01"), "Cũ"));
    CHECK(says(told(app.other_commune, "2026-07-01"), R"("items":[])"));

    CHECK(describe(app.hr_officer(), app.other_commune, "Khác", "2026-01-01").status == 404);
    CHECK(describe(app.civil_servant(app.leader), app.commune, "Khác", "2026-01-01").status == 403);
    CHECK(
        testing::code_of(describe(app.hr_officer(), app.commune, "", "2026-01-01")) ==
        "description.missing"
    );
    CHECK(
        app.get(app.civil_servant(app.leader), "/units/" + app.id(app.commune) + "/foundations")
            .status == 403
    );
}

TEST_CASE("what positions lack is read page by page, and what is completed meanwhile is passed over"
) {
    CompetencyApp app;
    const auto list = "/units/" + app.id(app.commune) + "/foundations?limit=2";
    const auto first = app.get(app.hr_officer(), list);
    CHECK(says(first, R"("positions":4,"complete":0)"));
    const auto next = list + "&cursor=" + value_of(first, "next");
    const auto second = app.get(app.hr_officer(), next);
    CHECK(says(second, R"("next":null)"));

    int seen = 0;
    for (const auto position : {app.chair, app.division_head, app.culture_officer}) {
        const auto row = R"("position":")" + app.id(position) + '"';
        CHECK(says(first, row) != says(second, row));
        ++seen;
    }
    CHECK(seen == 3);
}

TEST_CASE("a description counts for whoever works below the unit it was decided for") {
    CompetencyApp app;
    const auto described = app.post(
        app.planner_account(),
        "/positions/" + app.id(app.culture_officer) + "/descriptions",
        R"({"scope":")" + app.id(app.other_commune) +
            R"(","text":"Tham mưu.","decision_number":"5/QĐ","from":"2026-01-01"})"
    );
    REQUIRE(described.status == 204);
    const auto missing = [&](UnitId unit) {
        const auto list = app.get(app.planner_account(), "/units/" + app.id(unit) + "/foundations");
        const auto at = list.body.find(R"("position":")" + app.id(app.culture_officer) + '"');
        return list.body.substr(at, list.body.find('}', at) - at);
    };

    CHECK(missing(app.commune).find("description") != std::string::npos);
    CHECK(missing(app.other_commune).find("description") == std::string::npos);
}

TEST_CASE("what positions lack leaves as a file with every row") {
    CompetencyApp app;
    const auto at = "/units/" + app.id(app.commune) + "/foundations";
    const auto csv = app.get(app.hr_officer(), at + ".csv?language=vi");

    CHECK(says(csv, "Thiếu bản mô tả"));
    CHECK(says(csv, "Trưởng phòng"));
    CHECK(says(csv, "Chủ tịch"));
    CHECK(says(app.get(app.hr_officer(), at + ".xlsx"), "PK"));
    CHECK(app.get(app.civil_servant(app.leader), at + ".csv").status == 403);
}
