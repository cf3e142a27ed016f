#include <doctest/doctest.h>

#include "kit/files.hpp"
#include "served_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::code_of;

TEST_CASE("E7: every method of assessment is listed with who rates by it and what it looks at") {
    ServedOffice office;
    auto client = office.officer_client();

    const auto reply = client.get("/assessment-methods");

    for (const auto method :
         {"test",
          "situation",
          "work_sample",
          "observation",
          "self",
          "supervisor",
          "colleague",
          "panel",
          "performance"}) {
        CHECK(ServedOffice::has(reply, R"("method":")" + std::string(method) + '"'));
    }
    CHECK(office.as(Actor()).get("/assessment-methods").status == 401);
}

TEST_CASE("E6: knowledge, skill, attitude, process and results are judged, each with its evidence"
) {
    ServedOffice office;
    const auto methods = office.officer_client().get("/assessment-methods");
    // One judgement that looks at each of them, by who may judge so.
    const std::vector<std::pair<std::string, std::string>> judged = {
        {"knowledge", "test"},
        {"skill", "work_sample"},
        {"attitude", "panel"},
        {"process", "situation"},
        {"results", "performance"},
    };
    auto assessor = office.assessor();
    auto chief = office.chief_client();
    for (const auto& [aspect, method] : judged) {
        CAPTURE(aspect);
        const auto from = methods.body.find(R"("method":")" + method + '"');
        REQUIRE(from != std::string::npos);
        CHECK(
            methods.body.substr(from, methods.body.find('}', from) - from).find(aspect) !=
            std::string::npos
        );

        auto& rater = method == "performance" ? chief : assessor;
        const auto kept = rater.post("/evidence", "%PDF-1.7 " + aspect);
        const auto more = R"(,"evidence_hash":")" + ServedOffice::value_of(kept, "hash") + '"';
        const auto rated = rater.post(
            "/ratings", ServedOffice::rating_body(Office::officer, method, 3, "2026-11-02", more)
        );
        REQUIRE(rated.status == 201);
        const auto id = ServedOffice::value_of(rated, "id");
        const auto read = office.officer_client().get("/ratings/" + id + "/evidence");
        CHECK(read.body == "%PDF-1.7 " + aspect);
    }
}

TEST_CASE("E8: a rating states rater, role, method, date and scale, and a newer one only adds") {
    ServedOffice office;
    auto chief = office.chief_client();
    const auto first = chief.post(
        "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 2, "2026-10-01")
    );
    REQUIRE(first.status == 201);
    REQUIRE(
        chief
            .post(
                "/ratings",
                ServedOffice::rating_body(Office::officer, "supervisor", 3, "2026-11-02")
            )
            .status == 201
    );

    const auto all = office.officer_client().get("/me/competencies");

    CHECK(
        ServedOffice::has(first, R"("method":"supervisor","rater":"11","rater_role":"supervisor")")
    );
    CHECK(ServedOffice::has(first, R"("scale":"20","observed_on":"2026-10-01")"));
    CHECK(ServedOffice::has(all, R"("held":{"level":3)"));
    CHECK(ServedOffice::has(all, R"("name":"Lò Thị Sen","role":"supervisor")"));
    CHECK(ServedOffice::has(all, R"("use":"superseded")"));
    CHECK(ServedOffice::has(all, R"("use":"counted")"));
}

TEST_CASE("E12 part: ratings before and after a course are told apart by their dates") {
    ServedOffice office;
    auto assessor = office.assessor();
    assessor.post("/ratings", ServedOffice::rating_body(Office::officer, "test", 1, "2026-03-01"));
    assessor.post("/ratings", ServedOffice::rating_body(Office::officer, "test", 3, "2026-10-01"));

    const auto before =
        assessor.get(ServedOffice::of_person(Office::officer, "/held?on=2026-04-30"));
    const auto after =
        assessor.get(ServedOffice::of_person(Office::officer, "/held?on=2026-10-31"));

    CHECK(ServedOffice::has(before, R"("held":{"level":1)"));
    CHECK(ServedOffice::has(before, R"("observed_on":"2026-03-01")"));
    CHECK(ServedOffice::has(after, R"("held":{"level":3)"));
}

TEST_CASE("F3 part: a rating of March recorded in June changes nothing of what April knew") {
    ServedOffice office;
    office.clock.set({2026, 6, 10}, RatedOffice::day(6, 10).known_at);
    auto chief = office.chief_client();
    chief.post(
        "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 3, "2026-03-05")
    );
    const auto held = [&](std::string_view query) {
        return chief.get(ServedOffice::of_person(Office::officer, "/held" + std::string(query)));
    };

    CHECK(ServedOffice::has(
        held("?on=2026-04-15&known_at=2026-04-15T05:00:00.000000Z"), R"("items":[])"
    ));
    CHECK(ServedOffice::has(held("?on=2026-04-15"), R"("level":3)"));
}

TEST_CASE("a civil servant rates themself, and nobody else does it for them") {
    ServedOffice office;
    auto officer = office.officer_client();

    CHECK(
        officer
            .post("/ratings", ServedOffice::rating_body(Office::officer, "self", 4, "2026-11-01"))
            .status == 201
    );
    CHECK(
        code_of(office.chief_client().post(
            "/ratings", ServedOffice::rating_body(Office::officer, "self", 4, "2026-11-01")
        )) == "rating.not_self"
    );
    CHECK(
        code_of(officer.post(
            "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 5, "2026-11-01")
        )) == "rating.own"
    );
}

TEST_CASE("a colleague of the same unit rates, one of another unit does not see the person") {
    ServedOffice office;
    auto clerk = office.as(office.actor({9}, Office::clerk, Office::commune, {}));
    const auto body = ServedOffice::rating_body(Office::officer, "colleague", 3, "2026-11-01");

    CHECK(clerk.post("/ratings", body).status == 201);
    CHECK(code_of(office.other_chief().post("/ratings", body)) == "person");
}

TEST_CASE("a supervisor of another commune neither rates nor reads the officer") {
    ServedOffice office;
    auto other = office.other_chief();

    CHECK(
        code_of(other.post(
            "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 3, "2026-11-01")
        )) == "person"
    );
    CHECK(code_of(other.get(ServedOffice::of_person(Office::officer, "/ratings"))) == "person");
    CHECK(code_of(other.get(ServedOffice::of_person(Office::officer, "/held"))) == "person");
}

TEST_CASE("reading another's ratings is written into the audit, reading one's own is not") {
    ServedOffice office;

    CHECK(office.officer_client().get("/me/competencies").status == 200);
    CHECK(office.audited("person.ratings_read") == 0);
    CHECK(
        office.chief_client().get(ServedOffice::of_person(Office::officer, "/ratings")).status ==
        200
    );
    CHECK(office.audited("person.ratings_read") == 1);
}

TEST_CASE("a person who moves during a campaign is rated and read where they work now") {
    ServedOffice office;
    office.move_person(Office::officer, Office::commune, Office::other_commune, {2026, 11, 20});
    const auto body = ServedOffice::rating_body(Office::officer, "supervisor", 3, "2026-11-01");

    CHECK(code_of(office.chief_client().post("/ratings", body)) == "person");
    CHECK(office.other_chief().post("/ratings", body).status == 201);
    CHECK(
        office.other_chief().get(ServedOffice::of_person(Office::officer, "/ratings")).status == 200
    );
}

TEST_CASE("the rater withdraws a rating: it stays, marked, and counts no more") {
    ServedOffice office;
    auto chief = office.chief_client();
    const auto id = ServedOffice::value_of(
        chief.post(
            "/ratings", ServedOffice::rating_body(Office::officer, "supervisor", 3, "2026-11-02")
        ),
        "id"
    );
    const std::string act = "/ratings/" + id + "/withdrawal";

    CHECK(code_of(office.assessor().post(act, R"({"reason":"x"})")) == "rating.not_rater");
    CHECK(chief.post(act, R"({"reason":"Nhầm người"})").status == 204);
    CHECK(code_of(chief.post(act, R"({"reason":"x"})")) == "rating.already_withdrawn");

    const auto mine = office.officer_client().get("/me/competencies");
    CHECK(ServedOffice::has(mine, R"("held":null)"));
    CHECK(ServedOffice::has(mine, R"("reason":"Nhầm người")"));
    CHECK(ServedOffice::has(mine, R"("use":"withdrawn")"));
}

TEST_CASE("evidence is taken by what is in the file and read by who may see the rating") {
    ServedOffice office;
    auto chief = office.chief_client();
    CHECK(code_of(chief.post("/evidence", "MZ a program")) == "evidence.unknown_type");
    const auto uploaded = chief.post("/evidence", "%PDF-1.7 a record of work");
    REQUIRE(uploaded.status == 201);
    const auto more = R"(,"evidence_hash":")" + ServedOffice::value_of(uploaded, "hash") + '"';
    const auto id = ServedOffice::value_of(
        chief.post(
            "/ratings",
            ServedOffice::rating_body(Office::officer, "performance", 3, "2026-11-02", more)
        ),
        "id"
    );

    const auto read = office.officer_client().get("/ratings/" + id + "/evidence");
    CHECK(read.status == 200);
    CHECK(read.body == "%PDF-1.7 a record of work");
    CHECK(read.header("Content-Disposition").value_or("").starts_with("attachment"));
    CHECK(code_of(office.other_chief().get("/ratings/" + id + "/evidence")) == "rating");
}

TEST_CASE("a rating that rests on a record without one, or on a file nobody sent, is refused") {
    ServedOffice office;
    auto chief = office.chief_client();

    CHECK(
        code_of(chief.post(
            "/ratings", ServedOffice::rating_body(Office::officer, "performance", 3, "2026-11-02")
        )) == "rating.evidence_missing"
    );
    CHECK(
        code_of(chief.post(
            "/ratings",
            ServedOffice::rating_body(
                Office::officer, "performance", 3, "2026-11-02", R"(,"evidence_hash":"abc")"
            )
        )) == "rating.evidence_unknown"
    );
}

TEST_CASE("the levels of a competency tell what they mean, to whoever is signed in") {
    ServedOffice office;
    auto officer = office.officer_client();

    CHECK(officer.get("/competencies/21/descriptors").status == 200);
    CHECK(code_of(officer.get("/competencies/77/descriptors")) == "competency");
    CHECK(office.as(Actor()).get("/competencies/21/descriptors").status == 401);
}

TEST_CASE("evidence is its sender's until a rating rests on it, and nobody rates with another's") {
    ServedOffice office;
    auto chief = office.chief_client();
    const auto hash = ServedOffice::value_of(chief.post("/evidence", "%PDF-1.7 a report"), "hash");
    const auto rate = [&](testing::TestClient client) {
        return client.post(
            "/ratings",
            ServedOffice::rating_body(
                Office::officer,
                "performance",
                3,
                "2026-11-02",
                R"(,"evidence_hash":")" + hash + '"'
            )
        );
    };

    CHECK(code_of(rate(office.assessor())) == "rating.evidence_unknown");
    CHECK(code_of(office.other_chief().del("/evidence/" + hash)) == "evidence");
    CHECK(chief.del("/evidence/" + hash).status == 204);
    CHECK(office.audited("evidence.removed") == 1);
    CHECK(code_of(rate(chief)) == "rating.evidence_unknown");

    chief.post("/evidence", "%PDF-1.7 a report");
    REQUIRE(rate(chief).status == 201);
    CHECK(code_of(chief.del("/evidence/" + hash)) == "evidence.in_use");
}

TEST_CASE("who sends evidence without end is stopped, and goes on once it is removed") {
    ServedOffice office;
    auto chief = office.chief_client();
    std::string first;
    for (int file = 0; file < 10; ++file) {
        std::string bytes = "%PDF-1.7 " + std::to_string(file);
        bytes.resize(10 << 20, ' ');
        const auto sent = chief.post("/evidence", bytes);
        REQUIRE(sent.status == 201);
        if (first.empty()) first = ServedOffice::value_of(sent, "hash");
    }

    CHECK(code_of(chief.post("/evidence", "%PDF-1.7 one more")) == "evidence.quota");
    CHECK(office.other_chief().post("/evidence", "%PDF-1.7 of another").status == 201);
    chief.del("/evidence/" + first);
    CHECK(chief.post("/evidence", "%PDF-1.7 one more").status == 201);
}

TEST_CASE("evidence that no rating rests on is nobody's after a week, and its file is swept") {
    ServedOffice office;
    auto chief = office.chief_client();
    const auto unused = ServedOffice::value_of(chief.post("/evidence", "%PDF-1.7 a"), "hash");
    const auto used = ServedOffice::value_of(chief.post("/evidence", "%PDF-1.7 b"), "hash");
    REQUIRE(
        chief
            .post(
                "/ratings",
                ServedOffice::rating_body(
                    Office::officer,
                    "performance",
                    3,
                    "2026-11-02",
                    R"(,"evidence_hash":")" + used + '"'
                )
            )
            .status == 201
    );
    const auto sweep = [&] {
        office.module.forget_unused_evidence();
        return office.kit.files.sweep(std::chrono::hours(-1), [&](const std::string& hash) {
            return office.db.read([&](db::Tx& tx) { return keeps_file(tx, hash); });
        });
    };
    CHECK(sweep() == 0);

    office.clock.advance(8 * 86'400LL * 1'000'000);

    CHECK(sweep() == 1);
    CHECK_FALSE(office.kit.files.path_of(unused));
    CHECK(office.kit.files.path_of(used));
}
