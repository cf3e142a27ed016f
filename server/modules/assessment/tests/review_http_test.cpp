#include <doctest/doctest.h>

#include "served_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::code_of;

// The officer's supervisor gave level 2; a commune rule counts panels before supervisors.
struct Disputed : ServedOffice {
    Disputed() {
        const Rule rule{
            .code = "panel_first",
            .title = "Panel first",
            .definition = {.methods = {{Method::panel, 1, 24}, {Method::supervisor, 1, 12}}},
            .decision_number = "3/QD",
            .scope = commune,
            .period = {long_ago},
        };
        db.transaction([&](db::Tx& tx) { load_rules(tx, kit, std::vector{rule}, Instant{0}); });
        chief_client().post("/ratings", rating_body(officer, "supervisor", 2, "2026-11-02"));
    }

    http::Reply ask() { return officer_client().post(asking, R"({"text":"Tôi đã có chứng chỉ"})"); }
    std::string decision_at() { return "/reviews/" + value_of(ask(), "id") + "/decision"; }

    static constexpr auto asking = "/people/12/competencies/21/reviews";
};

TEST_CASE("E11: the official sees the result, asks for review in time, and the decision is kept") {
    Disputed office;
    auto officer = office.officer_client();
    CHECK(ServedOffice::has(officer.get("/me/competencies"), R"("held":{"level":2)"));
    CHECK(
        officer.post("/people/12/competencies/21/comments", R"({"text":"Xin xem lại"})").status ==
        201
    );
    const auto asked = office.ask();
    REQUIRE(asked.status == 201);
    CHECK(ServedOffice::has(asked, R"("deadline":"2026-12-23")"));
    CHECK(code_of(office.ask()) == "review.open");

    auto planner = office.planner_client();
    CHECK(ServedOffice::has(planner.get("/reviews"), R"("actions":["decide"])"));
    const auto decided = planner.post(
        "/reviews/" + ServedOffice::value_of(asked, "id") + "/decision",
        R"({"outcome":"changed","level":4,"answer":"Chứng chỉ hợp lệ"})"
    );
    REQUIRE(decided.status == 200);

    const auto mine = officer.get("/me/competencies");
    CHECK(ServedOffice::has(mine, R"("held":{"level":4)"));
    CHECK(ServedOffice::has(mine, R"("outcome":"changed","answer":"Chứng chỉ hợp lệ")"));
    CHECK(ServedOffice::has(mine, R"("method":"panel")"));
    CHECK(ServedOffice::has(mine, R"("use":"withdrawn")"));
    CHECK(ServedOffice::has(planner.get("/reviews"), R"("items":[])"));
}

TEST_CASE("a decision that upholds the level changes no rating") {
    Disputed office;

    const auto decided = office.planner_client().post(
        office.decision_at(), R"({"outcome":"upheld","answer":"Đúng"})"
    );

    CHECK(decided.status == 200);
    CHECK(ServedOffice::has(decided, R"("held_level":2)"));
}

TEST_CASE("a review is asked only by the person, within the days of the setting") {
    Disputed office;
    CHECK(
        code_of(office.chief_client().post(Disputed::asking, R"({"text":"x"})")) == "review.not_own"
    );
    CHECK(code_of(office.other_chief().post(Disputed::asking, R"({"text":"x"})")) == "person");

    office.clock.advance(16LL * 86'400 * 1'000'000);
    CHECK(code_of(office.ask()) == "review.too_late");
}

TEST_CASE("who gave the rating does not decide about it, and nobody from elsewhere") {
    Disputed office;
    const auto at = office.decision_at();
    const auto body = R"({"outcome":"upheld","answer":"Đúng"})";
    auto judge = office.as(office.actor(
        {1}, Office::head, Office::commune, {Permission::decide_reviews, Permission::read_ratings}
    ));

    CHECK(code_of(judge.post(at, body)) == "review.rater");
    CHECK(code_of(office.other_chief().post(at, body)) == "review");
    CHECK(office.officer_client().post(at, body).status == 403);
}

TEST_CASE("a level that the rule would not make of a panel's rating is refused, and nothing changes"
) {
    ServedOffice office;
    office.chief_client().post(
        "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 2, "2026-11-02")
    );
    const auto asked = office.officer_client().post(Disputed::asking, R"({"text":"x"})");
    const auto at = "/reviews/" + ServedOffice::value_of(asked, "id") + "/decision";

    const auto reply =
        office.planner_client().post(at, R"({"outcome":"changed","level":4,"answer":"x"})");

    CHECK(code_of(reply) == "review.rule_ignores_panel");
    CHECK(office.packed() == "12/0:2 ");
}

TEST_CASE("a decision without a reason, or a change without a level, is refused") {
    Disputed office;
    const auto at = office.decision_at();
    auto planner = office.planner_client();

    CHECK(
        code_of(planner.post(at, R"({"outcome":"upheld","answer":""})")) == "review.text_missing"
    );
    CHECK(
        code_of(planner.post(at, R"({"outcome":"changed","answer":"x"})")) == "review.level_missing"
    );
}

TEST_CASE("requests for review come page by page, by deadline, each once to who has two grants") {
    Disputed office;
    REQUIRE(office.ask().status == 201);
    office.clock.advance(86'400LL * 1'000'000);
    office.chief_client().post(
        "/ratings", ServedOffice::rating_body(Office::clerk, "supervisor", 2, "2026-11-02")
    );
    auto clerk = office.as(office.actor({9}, Office::clerk, Office::commune, {}));
    REQUIRE(clerk.post("/people/13/competencies/21/reviews", R"({"text":"Xin"})").status == 201);
    const std::vector<Permission> rights{Permission::decide_reviews};
    auto twice = office.as(
        {{5},
         Office::planner,
         {{office.place_of(Office::nation), rights}, {office.place_of(Office::commune), rights}}}
    );

    const auto first = twice.get("/reviews?limit=1");
    CHECK(ServedOffice::has(first, R"("person":{"id":"12")"));
    const auto second =
        twice.get("/reviews?limit=1&cursor=" + ServedOffice::value_of(first, "next"));
    CHECK(ServedOffice::has(second, R"("person":{"id":"13")"));
    CHECK(ServedOffice::has(second, R"("next":null)"));
}
