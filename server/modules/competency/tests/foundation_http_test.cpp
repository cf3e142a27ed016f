#include <doctest/doctest.h>

#include "modules/competency/requirement_load.hpp"
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
