#include "engines/gaps/queries.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "engines/gaps/tests/plain.hpp"

namespace nangluc::gaps {

namespace {

std::vector<PersonGap> plain_group(const Plain& plain, const GroupRule& rule) {
    std::vector<PersonGap> group;
    for (const auto& [number, person] : plain.people) {
        if (!plain.below(person.unit, rule.unit)) continue;
        std::size_t met = 0;
        std::uint64_t gap = 0;
        for (const auto& condition : rule.conditions) {
            const int held = plain.level(number, condition.competency);
            const int asked = plain.required(number, condition.competency, rule.norm);
            const int missing = std::max(asked - held, 0);
            if (held == 255 || missing < condition.min_gap) continue;
            if (held < condition.held_from || held > condition.held_until) continue;
            ++met;
            gap += static_cast<std::uint64_t>(missing);
        }
        const auto enough = rule.match == Match::all ? rule.conditions.size() : 1;
        if (met > 0 && met >= enough) group.push_back({number, gap});
    }
    return group;
}

std::vector<PersonGap> plain_totals(
    const Plain& plain, UnitNumber unit, const std::vector<std::uint16_t>& weights
) {
    std::vector<PersonGap> totals;
    for (const auto& [number, person] : plain.people) {
        if (!plain.below(person.unit, unit)) continue;
        std::uint64_t total = 0;
        for (Competency competency = 0; competency < plain.competencies; ++competency) {
            const auto gap =
                gap_of(plain.required(number, competency), plain.level(number, competency));
            total += std::uint64_t{gap} * (competency < weights.size() ? weights[competency] : 1);
        }
        if (total > 0) totals.push_back({number, total});
    }
    return totals;
}

std::vector<PersonGap> by_number(std::vector<PersonGap> people) {
    std::sort(people.begin(), people.end(), [](const auto& a, const auto& b) {
        return a.person < b.person;
    });
    return people;
}

}  // namespace

TEST_CASE("E18 part: a target group is everybody in the sub-tree with the asked gaps") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const auto plain = any_population(seed, {.people = 150, .competencies = 70});
        const auto population = plain.built();
        Dice dice(seed);
        GroupRule rule{.unit = dice.below(12), .conditions = {}};
        rule.match = dice.one_in(2) ? Match::all : Match::any;
        rule.norm = dice.one_in(2) ? Norm::minimum : Norm::desired;
        for (auto left = 1 + dice.below(3); left > 0; --left) {
            const auto min_gap = static_cast<Level>(dice.below(4));
            rule.conditions.push_back({.competency = dice.below(70), .min_gap = min_gap});
            if (dice.one_in(2)) rule.conditions.back().held_until = 2;
            if (dice.one_in(3)) rule.conditions.back().held_from = 1;
        }

        CHECK(by_number(target_group(population, rule)) == plain_group(plain, rule));
    }
}

TEST_CASE("a target group without a condition is empty") {
    const auto population = any_population(1, {}).built();

    CHECK(target_group(population, {.unit = 0, .conditions = {}}).empty());
}

TEST_CASE("nobody who is not assessed enters a target group") {
    Plain plain{.parents = {no_unit}, .profiles = {{{0, {3, 3}}}}};
    plain.people[0] = {0, 0};
    const GroupRule rule{.unit = 0, .conditions = {{.competency = 0, .min_gap = 0}}};

    CHECK(target_group(plain.built(), rule).empty());
}

TEST_CASE("lists of people come by unit from the top, then by number") {
    Plain plain{.parents = {no_unit, 0, 1}, .profiles = {{{0, {3, 3}}}}};
    plain.people = {{0, {2, 0}}, {1, {1, 0}}, {2, {0, 0}}, {3, {1, 0}}};
    for (PersonNumber person = 0; person < 4; ++person) plain.held[person] = {{0, 1}};
    const auto population = plain.built();
    const std::vector<PersonGap> expected{{2, 2}, {1, 2}, {3, 2}, {0, 2}};

    CHECK(total_gaps(population, 0, {}) == expected);
    CHECK(target_group(population, {.unit = 0, .conditions = {{.competency = 0}}}) == expected);
}

TEST_CASE("E14 part: the people with the largest weighted gaps come first, ties by number") {
    const auto plain = any_population(4, {.people = 200, .competencies = 70});
    const auto population = plain.built();
    const std::vector<std::uint16_t> weights{5, 0, 65535, 2};
    auto expected = plain_totals(plain, 0, weights);
    CHECK(by_number(total_gaps(population, 0, weights)) == expected);
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
        return a.gap > b.gap;
    });
    expected.resize(std::min<std::size_t>(expected.size(), 10));

    CHECK(top_people(population, 0, weights, 10) == expected);
}

TEST_CASE("E14 part: competencies are ranked by people, size of gap and weight") {
    const Plain plain{
        .parents = {no_unit},
        .profiles = {{{0, {1, 1}}, {1, {3, 3}}, {2, {1, 1}}}},
        .people = {{0, {0, 0}}, {1, {0, 0}}},
        .held = {{0, {{0, 0}, {1, 2}, {2, 1}}}, {1, {{0, 0}, {1, 3}, {2, 1}}}},
        .competencies = 3,
    };
    const auto cube = cube_of(plain.built());

    CHECK(top_competencies(cube, 0, {}, 9) == std::vector<Demand>{{0, 2}, {1, 1}});
    const std::vector<std::uint16_t> weights{1, 7, 9};
    CHECK(top_competencies(cube, 0, weights, 1) == std::vector<Demand>{{1, 7}});
}

TEST_CASE("units are ranked by the weighted gaps of all their people") {
    const auto plain = any_population(9, {.people = 300, .competencies = 40});
    const auto cube = cube_of(plain.built());
    const std::vector<std::uint16_t> weights{3, 1, 4, 1, 5};
    std::vector<UnitNumber> units;
    std::vector<Demand> expected;
    for (UnitNumber unit = 0; unit < 12; ++unit) {
        units.push_back(unit);
        std::uint64_t demand = 0;
        for (const auto& total : plain_totals(plain, unit, weights)) demand += total.gap;
        if (demand > 0) expected.push_back({unit, demand});
    }
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
        return a.demand > b.demand;
    });

    CHECK(top_units(cube, units, weights, 99) == expected);
}

TEST_CASE("the same people counted by post add up to the unit") {
    const auto plain = any_population(2, {.people = 200});
    const auto population = plain.built();
    const std::vector<std::uint32_t> post_of{0, 1, 2, 0, 1, 2, 0};

    const auto posts = count_by_label(population, 3, 0, post_of, 3);

    auto sum = posts[0];
    sum += posts[1];
    sum += posts[2];
    CHECK(sum == cube_of(population).cells(0, 3));
    auto second = plain;
    std::erase_if(second.people, [&](const auto& item) {
        return post_of[item.second.profile] != 1;
    });
    CHECK(posts[1].at(4) == second.count(3, 4));
}

TEST_CASE("C15 part: the spread tells a uneven unit from an even one with the same mean") {
    Plain plain{.parents = {no_unit, 0, 0}, .profiles = {{{0, {4, 4}}}}};
    for (PersonNumber person = 0; person < 5; ++person)
        plain.people[person] = {person < 2 ? 1U : 2U, 0};
    plain.held = {{0, {{0, 4}}}, {1, {{0, 0}}}, {2, {{0, 2}}}, {3, {{0, 2}}}};
    const auto population = plain.built();

    const auto uneven = spread_of(population, 1, 0);
    const auto even = spread_of(population, 2, 0);

    CHECK(uneven.by_gap[0] == 1);
    CHECK(uneven.by_gap[4] == 1);
    CHECK(uneven.by_held[4] == 1);
    CHECK(even.by_gap[2] == 2);
    CHECK(even.unknown == 1);
    CHECK(even.by_held[2] == 2);
}

TEST_CASE("a spread over all gaps is the count of the cube") {
    const auto plain = any_population(8, {.people = 400, .competencies = 40});
    const auto population = plain.built();
    const auto cube = cube_of(population);
    for (Competency competency = 0; competency < 40; ++competency) {
        const auto spread = spread_of(population, 0, competency);
        const auto count = cube.at(0, competency);
        std::uint32_t sum = 0;
        for (std::uint32_t gap = 0; gap < 256; ++gap) sum += gap * spread.by_gap[gap];

        CHECK(sum == count.gap_sum);
        CHECK(spread.by_gap[0] == count.met());
        CHECK(spread.unknown == count.unknown);
    }
}

}  // namespace nangluc::gaps
