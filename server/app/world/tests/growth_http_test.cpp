#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::DemoWorld;
using testing::dom_of;
using testing::items_of;
using testing::number_at;
using testing::text_at;
using testing::text_of;
using testing::value_at;

TEST_CASE("C7: 97 participations in a commune of 82 are 97 participations by fewer people") {
    DemoWorld world;
    auto officer = world.as("hr_officer");
    const auto commune = "/units/" + world.unit_called("Xã Mường Ảng");

    const auto counts = dom_of(officer.get(commune + "/participation-counts"));

    CHECK(number_at(dom_of(officer.get(commune + "/roster")), "/totals/persons") == 82);
    CHECK(number_at(counts, "/participations") == 97);
    CHECK(number_at(counts, "/persons") <= 82);
    CHECK(
        number_at(counts, "/still_here") + number_at(counts, "/elsewhere") +
            number_at(counts, "/left") ==
        number_at(counts, "/persons")
    );
}

// A framework's next version in the hands of two planners: one drafts, the other approves.
struct Drafting {
    Drafting() {
        auto administrator = world.as("administrator");
        const auto found = dom_of(administrator.get("/accounts?search=danhgia.dienbien"));
        const auto given = administrator.post(
            "/grants",
            R"({"account":")" + text_at(found, "/items/0/account/id") +
                R"(","role":"planner","unit":")" + province +
                R"(","from":"2026-11-23","reason":"Thẩm định khung"})"
        );
        REQUIRE(given.status == 201);
        const auto frameworks = dom_of(planner.get("/frameworks"));
        for (const auto& framework : items_of(frameworks)) {
            if (text_at(framework, "/code") != "demo-commune") continue;
            const auto copy = planner.post(
                "/framework-versions/" + text_at(framework, "/versions/0/id") + "/copies",
                R"({"label":"2027"})"
            );
            draft = "/framework-versions/" + text_at(dom_of(copy), "/id");
        }
    }

    void add(const std::string& code, const std::string& area, const std::string& name) {
        const auto tag = planner.get(draft).header("ETag").value_or("");
        const auto put = planner.with("if-match", tag)
                             .put(
                                 draft + "/competencies/" + code,
                                 R"({"area":")" + area +
                                     R"(","words":[{"kind":"name","level":0,"language":"vi",)"
                                     R"("seq":0,"text":")" +
                                     name + R"("}]})"
                             );
        REQUIRE(put.status == 200);
    }
    void approve() {
        auto second = world.as("assessor");
        const auto tag = second.get(draft).header("ETag").value_or("");
        const auto approved = second.with("if-match", tag)
                                  .post(
                                      draft + "/approval",
                                      R"({"decision_number":"88/QĐ-UBND",)"
                                      R"("decided_on":"2026-11-20","from":"2026-11-23"})"
                                  );
        REQUIRE(approved.status == 204);
    }
    std::string competency(const std::string& code) {
        const auto choices = dom_of(planner.get("/requirement-choices"));
        for (const auto& each : value_at(choices, "/competencies").as_array()) {
            if (text_at(each, "/code") == code) return text_at(each, "/id");
        }
        return "";
    }

    DemoWorld world;
    testing::TestClient planner = world.as("planner");
    std::string province = world.unit_called("Tỉnh Điện Biên");
    std::string draft;
};

TEST_CASE("C24: competencies for AI come in a new version, and no old rating is lost or changed") {
    Drafting framework;
    auto official = framework.world.as("civil_servant");
    const auto ratings_before =
        text_of(value_at(dom_of(official.get("/me/competencies")), "/competencies"));
    const auto gaps_before = dom_of(official.get("/me/gaps"));

    framework.add("cs.ai-oversight", "service", "Giám sát ứng dụng trí tuệ nhân tạo");
    framework.approve();

    const auto ratings_after = value_at(dom_of(official.get("/me/competencies")), "/competencies");
    CHECK(text_of(ratings_after) == ratings_before);
    CHECK(
        text_of(value_at(dom_of(official.get("/me/gaps")), "/items")) ==
        text_of(value_at(gaps_before, "/items"))
    );

    const auto added = framework.competency("cs.ai-oversight");
    const auto required = framework.planner.post(
        "/requirements",
        R"({"reason_kind":"person","reason_id":")" + text_at(gaps_before, "/person/id") +
            R"(","scope":")" + framework.province + R"(","competency":")" + added +
            R"(","minimum":2,"decision_number":"12/QĐ-UBND","from":"2026-11-23"})"
    );
    REQUIRE(required.status == 201);
    framework.world.application.deliver_news();
    const auto gaps_after = dom_of(official.get("/me/gaps"));
    CHECK(items_of(gaps_after).size() == items_of(gaps_before).size() + 1);
    for (const auto& gap : items_of(gaps_after)) {
        if (text_at(gap, "/competency") == added) CHECK(value_at(gap, "/held").is_null());
    }
}

TEST_CASE("E10: communes that rate apart from tests or from other communes are flagged for review"
) {
    DemoWorld world;
    const auto address = "/units/" + world.unit_called("Tỉnh Điện Biên") + "/moderation?apart=";
    auto approver = world.as("approver");

    const auto strict = dom_of(approver.get(address + "30"));
    const auto lenient = dom_of(approver.get(address + "300"));

    CHECK(items_of(strict).size() >= 45);
    std::size_t flagged = 0;
    for (const auto& unit : items_of(strict)) {
        const auto far = [&](const char* name) {
            const auto& value = value_at(unit, name);
            return !value.is_null() && std::abs(value.to_number<int>()) >= 30;
        };
        const bool is_far = far("/above_tests") || far("/above_others");
        CHECK(is_far == !value_at(unit, "/flags").as_array().empty());
        flagged += is_far;
    }
    CHECK(flagged > 0);
    CHECK(flagged < items_of(strict).size());
    for (const auto& unit : items_of(lenient)) {
        CHECK(value_at(unit, "/flags").as_array().empty());
    }
    CHECK(testing::code_of(approver.get(address + "5")) == "moderation.apart");
    CHECK(world.as("supervisor").get(address + "30").status == 403);
}
