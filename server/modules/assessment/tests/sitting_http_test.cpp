#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "modules/assessment/item/item_store.hpp"
#include "modules/assessment/sitting/replay.hpp"
#include "modules/assessment/sitting/sitting_store.hpp"
#include "tested_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;
using testing::code_of;

namespace {

// The name of every field, at any depth.
void collect_fields(const Dom& dom, std::set<std::string>& names) {
    if (const auto* const list = dom.if_array()) {
        for (const auto& item : *list) collect_fields(item, names);
    }
    if (const auto* const object = dom.if_object()) {
        for (const auto& [name, value] : *object) {
            names.insert(name);
            collect_fields(value, names);
        }
    }
}

}  // namespace

TEST_CASE("F15 part: a test in the system tells the level with its probability, and replays exactly"
) {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = officer.post("/me/sittings", TestedOffice::begin_body());
    REQUIRE(begun.status == 201);

    const auto last = TestedOffice::finish(officer, dom_of(begun), "b");

    double sum = 0;
    for (const auto& level : last.at("outcome").at("levels").as_array()) {
        sum += level.at("probability").to_number<double>();
    }
    CHECK(sum == doctest::Approx(1));
    CHECK(last.at("outcome").at("at_least").to_number<double>() >= 0.5);
    CHECK(text_at(last, "/bank/status") == "provisional");
    const auto replayed = dom_of(officer.get("/sittings/" + text_at(last, "/id") + "/replay"));
    CHECK(replayed.at("same").as_bool());
    CHECK(number_at(replayed, "/answers") == number_at(last, "/answered"));
    CHECK(number_at(replayed, "/engine") == irt::adaptive_version);
    const auto all = office.db.read(replay_sittings);
    CHECK(all.sittings == 1);
    CHECK_FALSE(all.first_apart);
}

TEST_CASE("a figure altered in its last digits is found by giving the answers again") {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto last = TestedOffice::finish(officer, begun, "b");
    office.db.transaction([](db::Tx& tx) {
        tx.run(R"sql(
            UPDATE assessment_answers
               SET score = score + 0.000000000001
             WHERE position = 3
        )sql");
    });

    const auto replayed = dom_of(officer.get("/sittings/" + text_at(last, "/id") + "/replay"));

    CHECK_FALSE(replayed.at("same").as_bool());
    CHECK(number_at(replayed, "/answers") == 2);
    CHECK(office.db.read(replay_sittings).first_apart);
}

TEST_CASE("no reply has a key, a level or a parameter of an item") {
    TestedOffice office;
    auto officer = office.officer_client();
    std::set<std::string> fields;
    std::set<std::string> of_questions;
    const auto keep = [&](const http::Reply& reply) {
        auto dom = dom_of(reply);
        collect_fields(dom, fields);
        const auto* const question = dom.as_object().if_contains("question");
        if (question != nullptr) collect_fields(*question, of_questions);
        return dom;
    };

    keep(officer.get("/me/tests?language=vi"));
    auto state = keep(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto sitting = "/sittings/" + text_at(state, "/id");
    while (!TestedOffice::is_over(state)) {
        keep(officer.get(sitting + "?language=en"));
        const auto body = TestedOffice::answer_body(state, "a");
        state = keep(officer.post(TestedOffice::answers_of(state), body));
    }
    keep(officer.get(sitting));
    keep(officer.get(sitting + "/replay"));
    keep(officer.get("/me/tests"));

    const std::set<std::string> question{
        "position", "item", "kind", "language", "stem", "options", "label", "text"};
    const std::set<std::string> rest{
        "answered",  "answers",    "area",        "at_least",    "at_most", "bank",
        "code",      "engine",     "competency",  "finished_on", "id",      "highest_level",
        "items",     "level",      "levels",      "minutes",     "name",    "outcome",
        "question",  "rating",     "probability", "required",    "same",    "rests_until",
        "rest_days", "started_at", "state",       "sitting",     "status",  "stop",
        "taken_on",  "version"};
    CHECK(of_questions == question);
    for (const auto& field : fields) {
        CAPTURE(field);
        CHECK((question.contains(field) || rest.contains(field)));
    }
}

TEST_CASE("an answer sent again counts once, and the first one stands against another") {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto first = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto answers = TestedOffice::answers_of(first);
    const auto body = TestedOffice::answer_body(first, "c");
    const auto second = dom_of(officer.post(answers, body));

    const auto again = dom_of(officer.post(answers, body));
    const auto other = officer.post(answers, TestedOffice::answer_body(first, "d"));

    CHECK(again == second);
    CHECK(code_of(other) == "sitting.answered");
    CHECK(office.kept_answers() == 1);
}

TEST_CASE("an answer to a question that is not the open one is refused") {
    TestedOffice office;
    auto officer = office.officer_client();
    auto state = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto answers = TestedOffice::answers_of(state);
    auto ahead = state;
    ahead.at("question").at("position") = 2;
    auto elsewhere = state;
    elsewhere.at("question").at("item") = "1";

    CHECK(
        code_of(officer.post(answers, TestedOffice::answer_body(ahead, "a"))) ==
        "sitting.out_of_turn"
    );
    CHECK(
        code_of(officer.post(answers, TestedOffice::answer_body(elsewhere, "a"))) ==
        "sitting.out_of_turn"
    );
    CHECK(
        code_of(officer.post(answers, TestedOffice::answer_body(state, "z"))) ==
        "sitting.no_such_option"
    );
    CHECK(office.kept_answers() == 0);
}

TEST_CASE("two tabs that answer at once: one answer is kept, and both see it") {
    TestedOffice office;
    auto officer = office.officer_client();
    auto state = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    for (int round = 0; round < 4; ++round) {
        http::Reply replies[2];
        std::vector<std::jthread> tabs;
        for (int tab = 0; tab < 2; ++tab) {
            tabs.emplace_back([&, tab] {
                auto client = office.officer_client();
                client.with("Idempotency-Key", std::to_string(2 * round + tab));
                replies[tab] = client.post(
                    TestedOffice::answers_of(state),
                    TestedOffice::answer_body(state, tab == 0 ? "a" : "b")
                );
            });
        }
        tabs.clear();
        const auto& [a, b] = replies;
        CHECK((a.status == 200) != (b.status == 200));
        CHECK(code_of(a.status == 200 ? b : a) == "sitting.answered");
        CHECK(office.kept_answers() == round + 1);
        state = dom_of(officer.get("/sittings/" + text_at(state, "/id")));
        if (TestedOffice::is_over(state)) break;
    }
}

TEST_CASE("a test that was left goes on at the same question, and is begun once") {
    TestedOffice office;
    auto state = dom_of(office.officer_client().post("/me/sittings", TestedOffice::begin_body()));
    auto officer = office.officer_client();
    state =
        dom_of(officer.post(TestedOffice::answers_of(state), TestedOffice::answer_body(state, "a"))
        );
    office.clock.advance(3 * 86'400LL * 1'000'000);

    auto elsewhere = office.officer_client();
    const auto begun_again = dom_of(elsewhere.post("/me/sittings", TestedOffice::begin_body()));
    const auto read = dom_of(elsewhere.get("/sittings/" + text_at(state, "/id") + "?language=vi"));
    const auto offers = dom_of(elsewhere.get("/me/tests"));

    CHECK(begun_again == state);
    CHECK(read == state);
    CHECK(number_at(state, "/answered") == 1);
    CHECK(text_at(offers, "/items/0/state") == "open");
    CHECK(text_at(offers, "/items/0/sitting") == text_at(state, "/id"));
}

TEST_CASE("a new version of the bank leaves a test under way on the version it began with") {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    BankFolder files;
    files.add_choice("use-09", 2);
    REQUIRE(office.load(files).value().is_new);

    const auto last = TestedOffice::finish(officer, begun, "b");

    CHECK(number_at(last, "/bank/version") == 1);
    const auto replayed = dom_of(officer.get("/sittings/" + text_at(last, "/id") + "/replay"));
    CHECK(replayed.at("same").as_bool());
}

TEST_CASE("E7 part: the last answer writes one rating by test, given by the system") {
    TestedOffice office;
    auto officer = office.officer_client();
    auto state = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    std::string last_body;
    while (!TestedOffice::is_over(state)) {
        CHECK(office.kept_ratings() == 0);
        last_body = TestedOffice::answer_body(state, "b");
        state = dom_of(officer.post(TestedOffice::answers_of(state), last_body));
    }
    const auto again = dom_of(officer.post(TestedOffice::answers_of(state), last_body));

    CHECK(again == state);
    CHECK(office.kept_ratings() == 1);
    const auto mine = officer.get("/me/competencies");
    const auto level = std::to_string(number_at(state, "/outcome/level"));
    CHECK(ServedOffice::has(mine, R"("held":{"level":)" + level));
    CHECK(ServedOffice::has(
        mine, R"("method":"test","rater":{"person":null,"name":"","role":"system"})"
    ));
    CHECK(ServedOffice::has(mine, R"("id":")" + text_at(state, "/outcome/rating") + '"'));
    CHECK(office.audited("sitting.started") == 1);
    CHECK(office.audited("rating.added") == 1);
}

TEST_CASE("who knows nothing is below the first level; who always judges best is at the highest") {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto nothing = TestedOffice::finish(officer, begun, "");
    CHECK(number_at(nothing, "/outcome/level") <= 1);

    auto clerk = office.as(office.actor({7}, Office::clerk, Office::commune, {}));
    auto state = dom_of(clerk.post("/me/sittings", TestedOffice::begin_body()));
    while (!TestedOffice::is_over(state)) {
        const auto sitting = SittingId{parse_id(text_at(state, "/id")).value()};
        const auto best = office.db.read([&](db::Tx& tx) {
            const auto found = find_sitting(tx, sitting).value();
            for (const auto& item : list_items(tx, found.bank, found.competency)) {
                if (to_text(item.id.value) != text_at(state, "/question/item")) continue;
                return std::ranges::max_element(item.options, {}, &Option::credit)->label;
            }
            return std::string();
        });
        state = dom_of(
            clerk.post(TestedOffice::answers_of(state), TestedOffice::answer_body(state, best))
        );
    }
    CHECK(number_at(state, "/outcome/level") >= 3);
}

TEST_CASE("a scale with fewer levels than a test can tell apart ends at its highest") {
    TestedOffice office;
    BankFolder files;
    files.test.replace(files.test.find("[-2,-1,0,1]"), 11, "[-6,-5,-4,-3.9,-3.8,-3.7,-3.6]");
    REQUIRE(office.load(files));
    auto officer = office.officer_client();

    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto last = TestedOffice::finish(officer, begun, "b");

    CHECK(number_at(last, "/outcome/level") == 5);
    CHECK(number_at(last, "/bank/highest_level") == 5);
    CHECK(last.at("outcome").at("levels").as_array().size() == 6);
    const auto replayed = dom_of(officer.get("/sittings/" + text_at(last, "/id") + "/replay"));
    CHECK(replayed.at("same").as_bool());
}

TEST_CASE("a test is taken for oneself, where the competency is required and has items enough") {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto sitting = "/sittings/" + text_at(begun, "/id");

    const auto offers = dom_of(officer.get("/me/tests"));
    CHECK(testing::items_of(offers).size() == 1);
    CHECK(number_at(offers, "/items/0/at_most") == 7);
    CHECK(number_at(offers, "/items/0/minutes") == 14);
    CHECK(code_of(officer.post("/me/sittings", R"({"competency":"22"})")) == "test");
    CHECK(code_of(officer.post("/me/sittings", R"({"competency":"23"})")) == "test");
    auto no_person = office.as(Actor({9}, {}, {}));
    CHECK(code_of(no_person.post("/me/sittings", TestedOffice::begin_body())) == "person");
    CHECK(code_of(no_person.get("/me/tests")) == "person");

    auto chief = office.chief_client();
    CHECK(code_of(chief.get(sitting)) == "sitting");
    CHECK(
        code_of(chief.post(sitting + "/answers", TestedOffice::answer_body(begun, "a"))) ==
        "sitting"
    );
    CHECK(chief.get(sitting + "/replay").status == 200);
    CHECK(code_of(office.other_chief().get(sitting + "/replay")) == "sitting");
    CHECK(office.as(Actor()).get("/me/tests").status == 401);
}

TEST_CASE("E41 part: a competency is measured again by the same test, after the rest that is stated"
) {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    TestedOffice::finish(officer, begun, "b");

    const auto offers = dom_of(officer.get("/me/tests"));
    CHECK(text_at(offers, "/items/0/state") == "resting");
    CHECK(text_at(offers, "/items/0/taken_on") == "2026-11-23");
    CHECK(text_at(offers, "/items/0/rests_until") == "2027-02-21");
    CHECK(code_of(officer.post("/me/sittings", TestedOffice::begin_body())) == "test.resting");

    office.clock.advance(90 * 86'400LL * 1'000'000);
    CHECK(text_at(dom_of(officer.get("/me/tests")), "/items/0/state") == "ready");
    const auto again = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    TestedOffice::finish(officer, again, "b");
    CHECK(ServedOffice::has(officer.get("/me/competencies"), R"("use":"superseded")"));
}

TEST_CASE("the time of each answer is kept, and a language without texts is answered in English") {
    TestedOffice office;
    auto officer = office.officer_client();
    const auto begun = dom_of(officer.post("/me/sittings", TestedOffice::begin_body()));
    const auto korean = dom_of(officer.get("/sittings/" + text_at(begun, "/id") + "?language=ko"));

    CHECK(text_at(begun, "/question/language") == "vi");
    CHECK(text_at(begun, "/question/stem").starts_with("Câu "));
    CHECK(text_at(korean, "/question/language") == "en");
    CHECK(text_at(korean, "/question/options/0/text").starts_with("choice a"));

    officer.post(TestedOffice::answers_of(begun), TestedOffice::answer_body(begun, "a"));
    const auto kept = office.db.read([&](db::Tx& tx) {
        return list_answers(tx, {parse_id(text_at(begun, "/id")).value()}).front();
    });
    CHECK(kept.milliseconds == 4'200);
    CHECK(kept.answered_at == office.clock.now());
}
