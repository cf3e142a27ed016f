#include <doctest/doctest.h>

#include "modules/assessment/sitting/replay.hpp"
#include "tested_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;

TEST_CASE("F15 part: a new version of the engine goes on with open tests, and no answer is lost") {
    TestedOffice office;
    auto officer = office.officer_client();
    auto state = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    for (int given = 0; given < 2; ++given) {
        state = dom_of(
            officer.post(TestedOffice::answers_of(state), TestedOffice::answer_body(state, "b"))
        );
    }
    // What another version chose and reckoned: other figures in another order.
    office.db.transaction([](db::Tx& tx) {
        tx.run(R"sql(
            UPDATE assessment_sittings
               SET engine = 0
        )sql");
        tx.run(R"sql(
            UPDATE assessment_answers
               SET score = score + 1, position = 3 - position + 10
        )sql");
        tx.run(R"sql(
            UPDATE assessment_answers
               SET position = position - 10
        )sql");
    });

    const auto read = dom_of(officer.get("/sittings/" + text_at(state, "/id") + "?language=vi"));
    CHECK(number_at(read, "/answered") == 2);
    CHECK(number_at(read, "/question/position") == 3);
    const auto last = TestedOffice::finish(officer, read, "b");
    REQUIRE_FALSE(last.at("outcome").is_null());
    CHECK(office.kept_answers() == number_at(last, "/answered"));
    const auto replayed = dom_of(officer.get("/sittings/" + text_at(last, "/id") + "/replay"));
    CHECK(replayed.at("same").as_bool());
    CHECK(number_at(replayed, "/engine") == irt::adaptive_version);
    CHECK_FALSE(office.db.read(replay_sittings).first_apart);
}

TEST_CASE("a test that has answers enough by a new version of the engine is finished when looked at"
) {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto last = TestedOffice::finish(officer, begun, "b");
    office.db.transaction([](db::Tx& tx) {
        tx.run(R"sql(
            UPDATE assessment_sittings
               SET engine = 0, finished_at = NULL, finished_on = NULL, stop = NULL, level = NULL,
                   score = NULL, score_error = NULL, levels = NULL, rating_id = NULL
        )sql");
    });

    const auto again = dom_of(officer.get("/sittings/" + text_at(last, "/id") + "?language=vi"));

    CHECK(again.at("question").is_null());
    CHECK(number_at(again, "/outcome/level") == number_at(last, "/outcome/level"));
    CHECK(
        office.count("SELECT COUNT(*) AS times FROM assessment_ratings WHERE method = 'test'") == 2
    );
}
