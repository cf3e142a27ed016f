#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engines/irt/adapt/session.hpp"
#include "engines/irt/score/person.hpp"
#include "engines/irt/tests/cases.hpp"

namespace nangluc::irt {

namespace {

std::vector<BankEntry> entries(std::size_t count) {
    std::vector<BankEntry> list;
    for (const auto& item : invented_items(Curve::logistic, count, 2)) {
        list.push_back({item, static_cast<std::uint32_t>(list.size() % 4)});
    }
    return list;
}

void take(AdaptiveSession& session, const Bank& bank, double t, std::uint64_t seed) {
    Random dice(seed);
    while (const auto item = session.next()) session.answer(answer(bank.at(*item).item, t, dice));
}

}  // namespace

TEST_CASE("F15 part: a stored adaptive test replays to the last bit, and not with another answer") {
    const Bank bank(entries(200));
    const AdaptiveRules rules;
    AdaptiveSession session(bank, rules, 99);
    take(session, bank, 0.6, 5);
    CHECK(session.history().size() >= rules.at_least);
    CHECK(replays(bank, rules, 99, session.history()));

    auto changed = session.history();
    changed[2].category = changed[2].category == 0 ? 1 : 0;
    CHECK_FALSE(replays(bank, rules, 99, changed));
    CHECK_FALSE(replays(bank, rules, 100, session.history()));
}

TEST_CASE(
    "F15 part: a test ends when its error is small enough, and needs fewer items than at random"
) {
    auto list = entries(300);
    const Bank bank(list);
    const AdaptiveRules rules{.at_most = 60, .target_error = 0.35};
    double adaptive = 0;
    double random = 0;
    Random dice(12);
    for (std::uint64_t person = 0; person < 60; ++person) {
        const double t = dice.normal();
        AdaptiveSession session(bank, rules, person);
        take(session, bank, t, person + 500);
        CHECK(session.stopped() == Stop::precise);
        CHECK(session.se() <= 0.35);
        adaptive += static_cast<double>(session.history().size());
        double information_sum = 1;
        std::size_t given = 0;
        for (; information_sum < 1 / (0.35 * 0.35); ++given) {
            information_sum += information(list[dice.below(300)].item, t);
        }
        random += static_cast<double>(given);
    }
    CHECK(adaptive < 0.75 * random);
}

TEST_CASE("the ability told after each answer is the posterior mean of the answers so far") {
    const Bank bank(entries(50));
    const AdaptiveRules rules{.at_least = 10, .at_most = 10};
    AdaptiveSession session(bank, rules, 3);
    take(session, bank, -0.5, 8);
    std::vector<Item> items;
    Responses row(items_named(10, 0, 2));
    std::vector<Category> cells;
    for (const auto& given : session.history()) {
        items.push_back(bank.at(given.item).item);
        cells.push_back(given.category);
    }
    row.add(cells);
    const std::vector<Latent> latents{Latent{}};
    const auto score = eap_scores(row, items, latents, Grid(-6, 6, 121), 1)[0];
    CHECK(session.t() == doctest::Approx(score.t).epsilon(1e-10));
    CHECK(session.se() == doctest::Approx(score.se).epsilon(1e-10));
}

TEST_CASE("no item is given twice, and an area never exceeds its share") {
    const Bank bank(entries(120));
    const AdaptiveRules rules{
        .at_least = 20, .at_most = 20, .target_error = 0, .shares = {0.1, 0.5, 0.2, 0.2}};
    AdaptiveSession session(bank, rules, 21);
    take(session, bank, 1, 2);
    std::set<std::uint32_t> seen;
    std::map<std::uint32_t, int> of_area;
    for (const auto& given : session.history()) {
        CHECK(seen.insert(given.item).second);
        ++of_area[bank.at(given.item).area];
    }
    CHECK(session.stopped() == Stop::longest);
    CHECK(of_area[0] == 2);
    CHECK(of_area[1] == 10);
    CHECK(of_area[2] == 4);
    CHECK(of_area[3] == 4);
}

TEST_CASE("a level that is probable enough ends the test") {
    const Bank bank(entries(200));
    const AdaptiveRules rules{.target_error = 0, .cuts = {0}, .decided_at = 0.95};
    AdaptiveSession session(bank, rules, 4);
    take(session, bank, 2.5, 6);
    CHECK(session.stopped() == Stop::decided);
    CHECK(session.levels()[1] >= 0.95);
    CHECK(session.history().size() < 20);
}

TEST_CASE("a bank that is used up ends the test, and so does an item that adds nothing") {
    const Bank bank(entries(8));
    const AdaptiveRules long_rules{.at_most = 40, .target_error = 0};
    AdaptiveSession used(bank, long_rules, 1);
    take(used, bank, 0, 1);
    CHECK(used.stopped() == Stop::exhausted);
    CHECK(used.history().size() == 8);

    const AdaptiveRules greedy{.at_least = 3, .target_error = 0, .least_gain = 0.2};
    AdaptiveSession stopped(bank, greedy, 1);
    take(stopped, bank, 0, 1);
    CHECK(stopped.stopped() == Stop::no_gain);
}

TEST_CASE("without exposure control one item is given to everybody; with it none to too many") {
    const AdaptiveRules rules{.at_most = 12, .target_error = 0.4, .best_of = 1};
    const auto result =
        limit_exposure(entries(150), rules, {.limit = 0.25, .rounds = 8, .people = 400});
    CHECK(result.rounds.front().highest_rate == doctest::Approx(1));
    CHECK(result.rounds.back().highest_rate < 0.36);
    CHECK(result.rounds.back().mean_length < 1.2 * result.rounds.front().mean_length);
    for (const double exposure : result.exposures) CHECK(exposure > 0);
}

TEST_CASE("an item given elsewhere counts like one that was chosen, and is not given again") {
    const Bank bank(entries(40));
    const AdaptiveRules rules{.at_most = 10, .target_error = 0};
    AdaptiveSession chosen(bank, rules, 4);
    AdaptiveSession given(bank, rules, 99);
    for (int turn = 0; turn < 5; ++turn) {
        const auto item = *chosen.next();
        given.next();
        given.give(item);
        const auto category = static_cast<Category>(turn % 2);
        chosen.answer(category);
        given.answer(category);
    }
    CHECK(given.history() == chosen.history());
    CHECK_THROWS_AS(given.give(given.history().front().item), std::invalid_argument);
    CHECK_THROWS_AS(given.give(40), std::invalid_argument);
    while (const auto item = given.next()) given.answer(0);
    std::set<std::uint32_t> items;
    for (const auto& each : given.history()) items.insert(each.item);
    CHECK(items.size() == 10);
}

TEST_CASE("an answer out of turn is a fault of the caller") {
    const Bank bank(entries(10));
    const AdaptiveRules rules;
    AdaptiveSession session(bank, rules, 1);
    CHECK_THROWS_AS(session.answer(1), std::invalid_argument);
    session.next();
    CHECK_THROWS_AS(session.answer(2), std::invalid_argument);
}

TEST_CASE("the information of the whole bank is that of its items") {
    auto list = entries(40);
    for (const auto curve : {Curve::guessing, Curve::graded, Curve::partial_credit}) {
        const std::size_t categories = curve == Curve::guessing ? 2 : 4;
        for (const auto& item : invented_items(curve, 5, categories)) list.push_back({item, 0});
    }
    const Bank bank(list);
    std::vector<double> all;
    for (const double t : {-3.0, 0.2, 2.7}) {
        bank.information_at(t, all);
        for (std::size_t item = 0; item < list.size(); ++item) {
            CHECK(all[item] == doctest::Approx(information(list[item].item, t)).epsilon(1e-10));
        }
    }
}

}  // namespace nangluc::irt
