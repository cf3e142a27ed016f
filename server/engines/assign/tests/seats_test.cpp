#include "engines/assign/seats.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "engines/assign/tests/cases.hpp"
#include "engines/assign/verify.hpp"

namespace nangluc::assign {

namespace {

Solution solved(const Problem& problem, const Effort& effort = {}) {
    auto result = assign_seats(problem, effort);
    REQUIRE(result);
    return take(result);
}

// The best of all assignments, tried one by one. A person's sets of sessions are tried one after
// another, and only those that the person could attend.
class EveryAssignment {
public:
    explicit EveryAssignment(const Problem& problem)
        : problem_(problem), fill_(problem.sessions.size()) {}

    std::int64_t best() {
        try_person(0, 0);
        return best_;
    }

private:
    void try_person(std::uint32_t person, std::int64_t value) {
        if (person == problem_.people.size()) {
            for (std::size_t at = 0; at < fill_.size(); ++at) {
                if (fill_[at] > 0 && fill_[at] < problem_.sessions[at].seats_min) return;
            }
            best_ = std::max(best_, value);
            return;
        }
        const auto sets = 1U << problem_.sessions.size();
        for (std::uint32_t set = 0; set < sets; ++set) {
            std::int64_t gain = 0;
            if (!gain_of(person, set, gain)) continue;
            change(set, +1);
            if (fits()) try_person(person + 1, value + gain);
            change(set, -1);
        }
    }

    bool gain_of(std::uint32_t number, std::uint32_t set, std::int64_t& gain) const {
        const auto& person = problem_.people[number];
        std::vector<Period> days = person.busy;
        std::vector<Outcome> learned;
        std::uint32_t sessions = 0;
        for (std::uint32_t at = 0; at < problem_.sessions.size(); ++at) {
            if ((set >> at & 1U) == 0) continue;
            const auto& session = problem_.sessions[at];
            ++sessions;
            for (const auto& day : days) {
                for (const auto& slot : session.slots) {
                    if (day.overlaps(slot)) return false;
                }
            }
            days.insert(days.end(), session.slots.begin(), session.slots.end());
            std::int64_t worth = -problem_.travel[person.home * problem_.places + session.place];
            for (const auto outcome : problem_.programmes[session.programme].outcomes) {
                const auto again = std::count(learned.begin(), learned.end(), outcome) > 0;
                const auto held = std::count(person.holds.begin(), person.holds.end(), outcome) > 0;
                if (again) return false;
                learned.push_back(outcome);
                if (!held) worth += value_of_need(number, outcome);
            }
            if (worth <= 0) return false;
            gain += worth;
        }
        return sessions <= person.max_sessions;
    }

    std::int64_t value_of_need(std::uint32_t person, Outcome outcome) const {
        for (const auto& need : problem_.needs) {
            if (need.person == person && need.outcome == outcome) return need.value;
        }
        return 0;
    }

    void change(std::uint32_t set, int by) {
        for (std::uint32_t at = 0; at < fill_.size(); ++at) {
            if ((set >> at & 1U) != 0) fill_[at] += static_cast<std::uint32_t>(by);
        }
    }

    bool fits() const {
        for (std::size_t at = 0; at < fill_.size(); ++at) {
            if (fill_[at] > problem_.sessions[at].seats_max) return false;
        }
        return true;
    }

    const Problem& problem_;
    std::vector<std::uint32_t> fill_;
    std::int64_t best_ = 0;
};

template <class Item>
std::vector<std::uint32_t> shuffle(std::vector<Item>& items, std::mt19937& dice) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), dice);
    std::vector<Item> shuffled;
    for (const auto at : order) shuffled.push_back(items[at]);
    items = std::move(shuffled);
    return order;
}

std::vector<std::pair<std::int64_t, std::int64_t>> by_ids(
    const Problem& problem, const Solution& solution
) {
    std::vector<std::pair<std::int64_t, std::int64_t>> seats;
    for (const auto& seat : solution.seats) {
        seats.emplace_back(problem.people[seat.person].id, problem.sessions[seat.session].id);
    }
    std::sort(seats.begin(), seats.end());
    return seats;
}

}  // namespace

TEST_CASE("the seat goes where it closes more") {
    const auto problem = one_seat_for_two();

    const auto solution = solved(problem);

    CHECK(
        solution.seats == std::vector<Seat>{{.person = 0, .session = 0, .value = 8, .needs = {0}}}
    );
    CHECK(solution.unplaced == std::vector<Unplaced>{{1, Reason::no_seat}});
    CHECK(solution.value == 8);
    CHECK(solution.gap() == 0);
}

TEST_CASE("no assignment of a small case is worth more than the one found") {
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        const auto problem = any_problem(seed, {});
        const auto solution = solved(problem);

        CAPTURE(seed);
        CHECK(solution.value == EveryAssignment(problem).best());
        CHECK(solution.gap() == 0);
        CHECK(verify(problem, solution).empty());
    }
}

TEST_CASE("around the clashes only, the answer is allowed and its bound is true") {
    int exact = 0;
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        const auto problem = any_problem(seed, {});
        const auto best = EveryAssignment(problem).best();
        const auto solution = solved(problem, {.exact_pairs = 0, .pairs_at_a_time = 3});

        CAPTURE(seed);
        CHECK(verify(problem, solution).empty());
        CHECK(solution.value <= best);
        CHECK(solution.bound >= best);
        if (solution.value == best) ++exact;
    }
    CHECK(exact >= 100);
}

TEST_CASE("a larger case without overlaps and minimums is solved by the flow alone, exactly") {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        auto problem = any_problem(
            seed, {.people = 300, .sessions = 12, .outcomes = 9, .seats = 20, .minimums = false}
        );
        for (std::uint32_t at = 0; at < 12; ++at) {
            problem.sessions[at].slots = {week(static_cast<int>(at))};
            auto& outcomes = problem.programmes[at].outcomes;
            outcomes.resize(1);
        }
        const auto by_flow = solved(problem, {.exact_pairs = 0});

        CHECK(by_flow.gap() == 0);
        CHECK(verify(problem, by_flow).empty());
    }
}

TEST_CASE("larger cases with overlaps and minimums keep every rule, and say how far they may be off"
) {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        const Size size{.people = 250, .sessions = 16, .outcomes = 10, .weeks = 6, .seats = 25};
        const auto problem = any_problem(seed, size);
        const auto whole = solved(problem);
        const auto partly = solved(problem, {.exact_pairs = 0, .pairs_at_a_time = 200});

        CHECK(verify(problem, whole).empty());
        CHECK(verify(problem, partly).empty());
        CHECK(partly.value <= whole.bound);
        CHECK(partly.bound >= whole.value);
    }
}

TEST_CASE("the order in which people, needs and sessions are given changes nothing") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto problem = any_problem(seed, {.people = 12, .sessions = 6, .weeks = 4});
        auto other = problem;
        std::mt19937 dice(seed);
        const auto people = shuffle(other.people, dice);
        shuffle(other.sessions, dice);
        shuffle(other.needs, dice);
        for (auto& need : other.needs) {
            const auto moved = std::find(people.begin(), people.end(), need.person);
            need.person = static_cast<std::uint32_t>(moved - people.begin());
        }

        for (const std::size_t exact_pairs : {0, 20'000}) {
            const auto first = solved(problem, {.exact_pairs = exact_pairs});
            const auto second = solved(other, {.exact_pairs = exact_pairs});
            CHECK(by_ids(problem, first) == by_ids(other, second));
            CHECK(first.bound == second.bound);
        }
    }
}

TEST_CASE("nobody sits in two sessions of the same days, however much both would close") {
    auto problem = one_seat_for_two();
    problem.needs = {{0, 0, 9}, {0, 1, 7}};
    problem.programmes.push_back({{1}});
    problem.sessions.push_back(problem.sessions[0]);
    problem.sessions[1].id = 2;
    problem.sessions[1].programme = 1;

    const auto solution = solved(problem);

    CHECK(solution.value == 8);
    CHECK(solution.unplaced == std::vector<Unplaced>{{1, Reason::clash}});
}

TEST_CASE("nobody learns the same outcome twice, even by programmes that differ otherwise") {
    auto problem = one_seat_for_two();
    problem.needs = {{0, 0, 9}, {0, 1, 7}};
    problem.programmes = {{{0}}, {{1, 0}}};
    problem.sessions.push_back(problem.sessions[0]);
    problem.sessions[1].id = 2;
    problem.sessions[1].programme = 1;
    problem.sessions[1].slots = {week(3)};

    const auto solution = solved(problem);

    CHECK(solution.seats.size() == 1);
    CHECK(solution.seats[0].session == 1);
    CHECK(solution.seats[0].needs == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("who already holds the outcome gets no seat") {
    auto problem = one_seat_for_two();
    problem.people[0].holds = {0};

    const auto solution = solved(problem);

    CHECK(solution.seats[0].person == 1);
    CHECK(solution.unplaced == std::vector<Unplaced>{{0, Reason::already_held}});
}

TEST_CASE("a session that does not find its minimum is not held") {
    auto problem = one_seat_for_two();
    problem.sessions[0].seats_min = 3;
    problem.sessions[0].seats_max = 5;

    for (const std::size_t exact_pairs : {0, 100}) {
        const auto solution = solved(problem, {.exact_pairs = exact_pairs});
        CHECK(solution.seats.empty());
        CHECK(solution.not_held == std::vector<std::uint32_t>{0});
        CHECK(solution.unplaced[0].reason == Reason::below_minimum);
    }
}

TEST_CASE("the other reasons why a need is left open are told apart") {
    auto problem = one_seat_for_two();
    problem.needs = {{0, 0, 9}};

    SUBCASE("nobody offers it") {
        problem.needs[0].outcome = 1;
        CHECK(solved(problem).unplaced[0].reason == Reason::no_session);
    }
    SUBCASE("the person is busy then") {
        problem.people[0].busy = {week(0)};
        CHECK(solved(problem).unplaced[0].reason == Reason::unavailable);
    }
    SUBCASE("the way costs as much as the gap is worth") {
        problem.travel = {9};
        CHECK(solved(problem).unplaced[0].reason == Reason::not_worth);
    }
    SUBCASE("the person may attend nothing more") {
        problem.people[0].max_sessions = 0;
        CHECK(solved(problem).unplaced[0].reason == Reason::limit);
    }
}

TEST_CASE("sessions that only touch, one ending as the other begins, can both be attended") {
    auto problem = one_seat_for_two();
    problem.needs = {{0, 0, 9}, {0, 1, 7}};
    problem.programmes.push_back({{1}});
    problem.sessions.push_back(problem.sessions[0]);
    problem.sessions[1].id = 2;
    problem.sessions[1].programme = 1;
    problem.sessions[1].slots = {{week(0).until, add_days(week(0).until, 2)}};

    CHECK(solved(problem).seats.size() == 2);
}

TEST_CASE("a malformed problem is refused with every fault at its place") {
    auto problem = one_seat_for_two();
    problem.needs[1].person = 7;
    problem.sessions[0].seats_min = 2;
    problem.people[1].id = 10;

    const auto result = assign_seats(problem);

    REQUIRE(!result);
    CHECK(result.error().code == "seats.malformed");
    CHECK(
        result.error().faults ==
        std::vector<Fault>{
            {"/people/1", "not_unique"},
            {"/needs/1", "no_such_person"},
            {"/sessions/0", "min_above_max"}}
    );
}

TEST_CASE("values that could not be summed exactly are refused") {
    auto problem = one_seat_for_two();
    problem.needs[0].value = INT64_MAX;
    CHECK(assign_seats(problem).error().code == "seats.value_too_large");

    problem.needs[0].value = INT64_MAX / 2;
    problem.needs[1].value = INT64_MAX / 2 + 2;
    CHECK(assign_seats(problem).error().code == "seats.value_too_large");
}

TEST_CASE("a problem without people or sessions has an empty answer") {
    const auto solution = solved({});

    CHECK(solution.seats.empty());
    CHECK(solution.value == 0);
}

}  // namespace nangluc::assign
