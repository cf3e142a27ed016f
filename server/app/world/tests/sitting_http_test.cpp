#include <doctest/doctest.h>

#include "demo_world.hpp"
#include "modules/assessment/item/item_store.hpp"
#include "modules/assessment/sitting/test_run.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::DemoWorld;
using testing::Dom;
using testing::dom_of;
using testing::items_of;
using testing::number_at;
using testing::text_at;

namespace {

std::string answer_to(const Dom& state, std::string_view option) {
    return R"({"position":)" + std::to_string(number_at(state, "/question/position")) +
           R"(,"item":")" + text_at(state, "/question/item") + R"(","option":")" +
           std::string(option) + "\"}";
}

// The gap of one competency in a list of one's own; nothing where there is none.
Dom gap_of(const Dom& gaps, const std::string& competency) {
    for (const auto& gap : items_of(gaps)) {
        if (text_at(gap, "/competency") == competency) return gap;
    }
    throw std::runtime_error("no gap of " + competency + " in " + testing::text_of(gaps));
}

// Somebody of that ability, as the bank's parameters have it.
int drawn_credit(const assessment::Item& item, double t, irt::Random& dice) {
    irt::Probabilities p;
    irt::probabilities(assessment::curve_of(item), t, p);
    double rest = dice.uniform();
    std::size_t credit = 0;
    while (credit < item.intercepts.size() && rest >= p[credit]) rest -= p[credit++];
    return static_cast<int>(credit);
}

// What many people's tests come to, beside what they are in truth.
struct Shown {
    double people = 0;
    double questions = 0;
    double error = 0;
    double exact = 0;
    double near = 0;
    double told = 0;

    void add(
        const assessment::TestRules& rules,
        const std::vector<assessment::Item>& items,
        irt::Random& dice
    ) {
        const double t = rules.prior_mean + rules.prior_sd * dice.normal();
        assessment::TestRun run(rules, items, dice.bits());
        for (; const auto* item = run.next(); ++questions) run.answer(drawn_credit(*item, t, dice));
        const auto outcome = run.outcome().value();
        const auto truth = std::ranges::upper_bound(rules.cuts, t) - rules.cuts.begin();
        ++people;
        error += outcome.score_error;
        exact += truth == outcome.level ? 1 : 0;
        near += std::abs(truth - outcome.level) <= 1 ? 1 : 0;
        told += outcome.levels[static_cast<std::size_t>(outcome.level)];
    }
};

}  // namespace

TEST_CASE("F15 part: a test taken in the system becomes the level held, and the gap follows it") {
    DemoWorld world;
    auto officer = world.as("civil_servant");
    const auto tests = dom_of(officer.get("/me/tests?language=vi"));
    REQUIRE(items_of(tests).size() >= 3);
    CHECK(text_at(tests, "/bank/status") == "provisional");
    const auto competency = text_at(tests, "/items/0/competency/id");
    const auto required = number_at(tests, "/items/0/required");

    auto state = dom_of(officer.post("/me/sittings", R"({"competency":")" + competency + "\"}"));
    CHECK(text_at(state, "/question/language") == "vi");
    while (!state.at("question").is_null()) {
        state = dom_of(
            officer.post("/sittings/" + text_at(state, "/id") + "/answers", answer_to(state, "a"))
        );
    }

    const auto level = number_at(state, "/outcome/level");
    const auto gap = gap_of(dom_of(officer.get("/me/gaps?language=vi")), competency);
    CHECK(number_at(gap, "/held") == level);
    CHECK(number_at(gap, "/missing") == std::max<std::int64_t>(required - level, 0));
    const auto replayed = dom_of(officer.get("/sittings/" + text_at(state, "/id") + "/replay"));
    CHECK(replayed.at("same").as_bool());
}

TEST_CASE("the world holds the whole bank that is shipped") {
    DemoWorld world;

    const auto items = world.database.db().read([](db::Tx& tx) {
        return tx
            .one(R"sql(
                SELECT COUNT(*) AS items
                  FROM assessment_items
            )sql")
            ->get<int>("items");
    });

    CHECK(items == 176);
}

TEST_CASE("F15 part: the probability told of a level is how often people of that kind are at it") {
    DemoWorld world;
    std::map<CompetencyId, std::vector<assessment::Item>> tests;
    const auto bank = world.database.db().read([&](db::Tx& tx) {
        const auto newest = assessment::find_newest_bank(tx).value();
        for (auto& item : assessment::list_items(tx, newest.id)) {
            tests[item.competency].push_back(std::move(item));
        }
        return newest;
    });
    Shown shown;
    irt::Random dice(7);
    for (const auto& [competency, items] : tests) {
        for (int person = 0; person < 100; ++person) shown.add(bank.rules, items, dice);
    }

    MESSAGE("questions ", shown.questions / shown.people);
    MESSAGE("error ", shown.error / shown.people);
    MESSAGE("the very level in ", shown.exact / shown.people);
    MESSAGE("at most one beside it in ", shown.near / shown.people);
    MESSAGE("told of the level ", shown.told / shown.people);
    CHECK(shown.told / shown.people == doctest::Approx(shown.exact / shown.people).epsilon(0.06));
    CHECK(shown.near / shown.people > 0.9);
}
