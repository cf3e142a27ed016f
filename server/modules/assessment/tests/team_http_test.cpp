#include <doctest/doctest.h>

#include "served_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::code_of;

static constexpr auto insert_requirement = R"sql(
    INSERT INTO competency_requirements (id, reason_kind, reason_id, reason_word, scope_unit_id,
           competency_id, minimum, desired, goal, decision_number, note, from_date, until_date,
           recorded_at, superseded_at)
    VALUES ($1, 'position', 31, '', 1, $2, 3, 4, 'present', '5/QD', '', 20200101, 99991231, 0,
            9223372036854775807)
)sql";

// Every officer needs level 3 in two competencies.
struct Required : ServedOffice {
    Required() {
        db.transaction([](db::Tx& tx) {
            tx.run(insert_requirement, 51, data_use);
            tx.run(insert_requirement, 52, artificial_intelligence);
        });
        chief_client().post("/ratings", rating_body(officer, "supervisor", 2, "2025-12-10"));
    }
};

TEST_CASE("the team's matrix shows what is required of each and what they hold") {
    Required office;

    const auto reply = office.chief_client().get("/units/3/held-matrix");

    CHECK(ServedOffice::has(reply, R"("code":"data.ai")"));
    CHECK_FALSE(ServedOffice::has(reply, R"("code":"office.drafting")"));
    CHECK(ServedOffice::has(
        reply, R"({"competency":"21","required":3,"desired":4,"held":2,"valid_until":"2026-12-10"})"
    ));
    CHECK(ServedOffice::has(reply, R"("actions":["rate_as_supervisor"])"));
    CHECK(office.audited("unit.ratings_read") == 1);
}

TEST_CASE("who lacks a valid rating is listed: never assessed, or soon too old") {
    Required office;

    const auto reply = office.chief_client().get("/units/3/ratings-due");

    CHECK(ServedOffice::has(
        reply, R"({"competency":"21","due":"expiring","valid_until":"2026-12-10"})"
    ));
    CHECK(ServedOffice::has(reply, R"({"competency":"23","due":"missing","valid_until":null})"));
    CHECK(ServedOffice::has(reply, R"("people":3)"));
}

TEST_CASE("C24 part: a competency added later starts unassessed and leaves old levels as they were"
) {
    Required office;

    const auto held = office.chief_client().get(ServedOffice::of_person(Office::officer, "/held"));

    CHECK(ServedOffice::has(held, R"("code":"data.use")"));
    CHECK_FALSE(ServedOffice::has(held, R"("code":"data.ai")"));
    CHECK(office.packed() == "12/0:2 ");
}

TEST_CASE("a competency that is required and was never rated stands among one's own, to be rated") {
    Required office;
    auto officer = office.officer_client();

    const auto mine = officer.get("/me/competencies");

    CHECK(ServedOffice::has(mine, R"("required":3,"held":{"level":2)"));
    CHECK(ServedOffice::has(mine, R"("code":"data.ai")"));
    CHECK(ServedOffice::has(
        mine,
        R"("required":3,"held":null,"ratings":[],"reviews":[],"actions":["comment","rate_self"])"
    ));
}

TEST_CASE("the team of another commune is not found, and no civil servant reads a matrix") {
    Required office;

    CHECK(code_of(office.other_chief().get("/units/3/held-matrix")) == "unit");
    CHECK(office.officer_client().get("/units/3/held-matrix").status == 403);
}

TEST_CASE("a clock that went back an hour loses no rating and repeats none") {
    Required office;
    office.clock.advance(-3'600LL * 1'000'000);
    const auto later = office.chief_client().post(
        "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 4, "2026-11-20")
    );

    CHECK(later.status == 201);
    const auto mine = office.officer_client().get("/me/competencies");
    CHECK(ServedOffice::has(mine, R"("level":4)"));
    CHECK(ServedOffice::has(mine, R"("use":"superseded")"));
}

TEST_CASE("days ahead beyond what can be counted are refused, and where") {
    ServedOffice office;
    auto chief = office.chief_client();

    for (const auto* days : {"2000000000", "3651", "-1"}) {
        CAPTURE(days);
        const auto refused = chief.get("/units/3/ratings-due?days_ahead=" + std::string(days));
        CHECK(testing::code_of(refused) == "input.invalid");
        CHECK(ServedOffice::has(refused, R"({"path":"?days_ahead","code":"out_of_range"})"));
    }
    CHECK(chief.get("/units/3/ratings-due?days_ahead=3650").status == 200);
}
