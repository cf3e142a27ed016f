#include <doctest/doctest.h>

#include "served_office.hpp"
#include "testing/merger.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::code_of;

static constexpr auto campaign_body =
    R"({"title":"Đánh giá năng lực số 2026","unit":"2","scope":{"competencies":["21","22"],)"
    R"("methods":[{"method":"self","deadline":"2026-12-10"},)"
    R"({"method":"supervisor","deadline":"2026-12-20"}],"positions":[]},)"
    R"("from_date":"2026-11-20","until_date":"2026-12-31"})";

struct InCampaign : ServedOffice {
    InCampaign() {
        id = value_of(planner_client().post("/campaigns", campaign_body), "id");
        planner_client().post("/campaigns/" + id + "/opening");
    }

    http::Reply rate(testing::TestClient client, PersonId person, std::string_view method) {
        const auto more = R"(,"campaign":")" + id + '"';
        return client.post("/ratings", rating_body(person, method, 3, "2026-11-22", more));
    }

    std::string id;
};

TEST_CASE("E5: a campaign has its time, scope, methods and raters, and shows progress by unit") {
    InCampaign office;
    auto planner = office.planner_client();
    const auto campaign = planner.get("/campaigns/" + office.id);
    CHECK(ServedOffice::has(
        campaign, R"({"method":"self","rater":"oneself","deadline":"2026-12-10"})"
    ));
    CHECK(ServedOffice::has(campaign, R"("status":"open")"));
    REQUIRE(office.rate(office.officer_client(), Office::officer, "self").status == 201);
    office.clock.advance(86'400LL * 1'000'000);
    REQUIRE(office.rate(office.chief_client(), Office::officer, "supervisor").status == 201);

    const auto today = planner.get("/campaigns/" + office.id + "/progress");
    const auto day_before = planner.get(
        "/campaigns/" + office.id + "/progress?on=2026-11-23&known_at=2026-11-23T16:59:00.000000Z"
    );

    CHECK(
        ServedOffice::has(today, R"("name":"Xã Đồi Sim","people":3,"finished":0,"due":12,"done":2)")
    );
    CHECK(
        ServedOffice::has(today, R"("name":"Xã Bến Lau","people":1,"finished":0,"due":4,"done":0)")
    );
    CHECK(ServedOffice::has(day_before, R"("people":3,"finished":0,"due":12,"done":1)"));
}

TEST_CASE("E20 part: who leads a unit sees how far the campaign is there and not elsewhere") {
    InCampaign office;

    const auto reply = office.chief_client().get("/campaigns/" + office.id + "/progress");

    CHECK(ServedOffice::has(reply, "Xã Đồi Sim"));
    CHECK_FALSE(ServedOffice::has(reply, "Xã Bến Lau"));
}

TEST_CASE("a campaign takes no rating of another competency or method, nor after its deadline") {
    InCampaign office;
    CHECK(
        code_of(office.rate(office.assessor(), Office::officer, "test")) == "campaign.not_in_scope"
    );

    office.clock.advance(18LL * 86'400 * 1'000'000);

    CHECK(
        code_of(office.rate(office.officer_client(), Office::officer, "self")) ==
        "campaign.deadline"
    );
    CHECK(office.rate(office.chief_client(), Office::officer, "supervisor").status == 201);
}

TEST_CASE("a closed campaign takes nothing, and opens no more") {
    InCampaign office;
    auto planner = office.planner_client();
    CHECK(planner.post("/campaigns/" + office.id + "/closing").status == 200);

    CHECK(
        code_of(office.rate(office.officer_client(), Office::officer, "self")) ==
        "campaign.not_open"
    );
    CHECK(code_of(planner.post("/campaigns/" + office.id + "/opening")) == "campaign.not_draft");
    CHECK(office.chief_client().post("/campaigns/" + office.id + "/opening").status == 403);
}

TEST_CASE("a campaign without methods, or with a deadline after its end, is refused") {
    ServedOffice office;
    auto planner = office.planner_client();
    const auto spoilt = [](std::string from, std::string to) {
        std::string body = campaign_body;
        return body.replace(body.find(from), from.size(), to);
    };

    CHECK(
        code_of(planner.post("/campaigns", spoilt(R"(["21","22"])", "[]"))) ==
        "campaign.competencies"
    );
    CHECK(
        code_of(planner.post("/campaigns", spoilt("2026-12-20", "2027-01-05"))) ==
        "campaign.deadline"
    );
}

TEST_CASE("E5 part: before a campaign is made, it is told whom it asks and for how many ratings") {
    ServedOffice office;
    auto planner = office.planner_client();
    const auto scope = [](const std::string& groups) {
        return R"({"unit":"2","scope":{"competencies":["21","22"],"methods":[)"
               R"({"method":"self","deadline":"2026-12-10"}],"positions":[],"position_groups":[)" +
               groups + "]}}";
    };

    const auto everybody = planner.post("/campaigns/preview", scope(""));
    CHECK(ServedOffice::has(everybody, R"("people":5,"ratings":10)"));
    CHECK(ServedOffice::has(everybody, R"("name":"Xã Đồi Sim","people":3)"));
    CHECK(ServedOffice::has(
        planner.post("/campaigns/preview", scope(R"("999")")), R"({"people":0,"ratings":0,)"
    ));
    CHECK(office.officer_client().post("/campaigns/preview", scope("")).status == 403);
}

// A campaign of that unit.
static std::string body_of(std::string_view unit) {
    std::string body = campaign_body;
    return body.replace(body.find(R"("unit":"2")"), 10, R"("unit":")" + std::string(unit) + '"');
}

TEST_CASE("campaigns come page by page: each page full, none twice, none of elsewhere") {
    ServedOffice office;
    std::vector<std::string> own;
    for (int i = 0; i < 3; ++i) {
        own.push_back(
            ServedOffice::value_of(office.planner_client().post("/campaigns", body_of("3")), "id")
        );
        for (int other = 0; other < 2; ++other) {
            REQUIRE(office.planner_client().post("/campaigns", body_of("4")).status == 201);
        }
    }

    auto chief = office.chief_client();
    const auto first = chief.get("/campaigns?limit=2");
    CHECK(ServedOffice::has(first, R"({"id":")" + own[2]));
    CHECK(ServedOffice::has(first, R"({"id":")" + own[1]));
    const auto second =
        chief.get("/campaigns?limit=2&cursor=" + ServedOffice::value_of(first, "next"));
    CHECK(ServedOffice::has(second, R"({"id":")" + own[0]));
    CHECK_FALSE(ServedOffice::has(second, own[1]));
    CHECK(ServedOffice::has(second, R"("next":null)"));
}

TEST_CASE("a campaign of the units above, and of a unit that was merged away, concerns who is there"
) {
    InCampaign office;
    REQUIRE(office.planner_client().post("/campaigns", body_of("4")).status == 201);
    auto chief = office.chief_client();
    CHECK(ServedOffice::has(chief.get("/campaigns"), office.id));
    CHECK_FALSE(ServedOffice::has(chief.get("/campaigns"), R"("unit":"4")"));

    testing::merge_unit(office, Office::other_commune, Office::commune, {2026, 11, 1});

    CHECK(ServedOffice::has(chief.get("/campaigns"), R"("unit":"4")"));
}
