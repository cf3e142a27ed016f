#include "modules/planning/seating.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace nangluc;
using namespace nangluc::planning;

static constexpr UnitId near{1};
static constexpr UnitId far{2};
static constexpr CompetencyId data_use{21};
static constexpr CompetencyId drafting{22};

static SeatingInput::PlannedLine line_of(
    std::int64_t id, CompetencyId competency, std::vector<std::int64_t> people
) {
    SeatingInput::PlannedLine planned{
        .line = {.id = {id}, .programme = {100 + id}},
        .outcomes = {{competency, 1, 3}},
    };
    for (const auto person : people) {
        planned.needs.push_back({{person}, competency, near, 1, 3});
    }
    return planned;
}

static Session session_of(std::int64_t id, std::int64_t line, Date on, int seats) {
    return {
        .id = {id},
        .line = {line},
        .place_unit = near,
        .starts_on = on,
        .ends_on = add_days(on, 1),
        .seats = seats,
    };
}

// Two people, one class for both.
static SeatingInput two_people() {
    return {
        .lines = {line_of(1, data_use, {11, 12})},
        .sessions = {session_of(51, 1, {2027, 3, 1}, 30)},
        .places_per_person = 4,
        .value_per_level = {1'000},
        .fare = [](UnitId home, UnitId place) { return Money{home == place ? 0 : 500}; },
    };
}

TEST_CASE("everybody who needs the programme sits in the class, and nothing is worth more") {
    const auto seating = seat_people(two_people()).value();

    CHECK(seating.seats == std::vector<PlanSeat>{{{51}, {11}, {0}}, {{51}, {12}, {0}}});
    CHECK(seating.unplaced.empty());
    CHECK(seating.value == 4'000);
    CHECK(seating.bound == seating.value);
}

TEST_CASE("who finds no seat is named with the line, the competency and the reason") {
    auto input = two_people();
    input.sessions.front().seats = 1;
    const auto seating = seat_people(input).value();

    CHECK(seating.seats.size() == 1);
    REQUIRE(seating.unplaced.size() == 1);
    CHECK(seating.unplaced.front().line == LineId{1});
    CHECK(seating.unplaced.front().reason == Unseated::no_seat);
}

TEST_CASE("E37 part: nobody sits in two sessions on the same day") {
    auto input = two_people();
    input.lines.push_back(line_of(2, drafting, {11}));
    input.sessions.push_back(session_of(52, 2, {2027, 3, 2}, 30));
    const auto seating = seat_people(input).value();

    const auto seats_of_11 = std::ranges::count(seating.seats, PersonId{11}, &PlanSeat::person);
    CHECK(seats_of_11 == 1);
    REQUIRE(seating.unplaced.size() == 1);
    CHECK(seating.unplaced.front().reason == Unseated::clash);
}

TEST_CASE("E35 part: who stands in two groups with one gap gets one seat") {
    auto input = two_people();
    input.lines.push_back(line_of(2, data_use, {11}));
    input.sessions.push_back(session_of(52, 2, {2027, 5, 1}, 30));
    const auto seating = seat_people(input).value();

    CHECK(std::ranges::count(seating.seats, PersonId{11}, &PlanSeat::person) == 1);
    CHECK(seating.unplaced.empty());
}

TEST_CASE("E35 part: who gets the level from another plan of the year is not trained twice") {
    auto input = two_people();
    input.engagements = {{{11}, {{2027, 9, 1}, {2027, 9, 3}}, {{data_use, 1, 3}}}};
    const auto seating = seat_people(input).value();

    CHECK(seating.seats == std::vector<PlanSeat>{{{51}, {12}, {0}}});
    REQUIRE(seating.unplaced.size() == 1);
    CHECK(seating.unplaced.front().reason == Unseated::already_held);
}

TEST_CASE("E37 part: who is booked in another plan is not free on those days") {
    auto input = two_people();
    input.engagements = {{{11}, {{2027, 3, 2}, {2027, 3, 4}}, {{drafting, 1, 3}}}};
    const auto seating = seat_people(input).value();

    REQUIRE(seating.unplaced.size() == 1);
    CHECK(seating.unplaced.front().reason == Unseated::unavailable);
}

TEST_CASE("of two classes the nearer one is chosen") {
    auto input = two_people();
    input.sessions.push_back(session_of(50, 1, {2027, 4, 1}, 30));
    input.sessions.back().place_unit = far;
    const auto seating = seat_people(input).value();

    for (const auto& seat : seating.seats) CHECK(seat.session == PlanSessionId{51});
}

TEST_CASE("the same input gives the same seats and hash, in whatever order its rows come") {
    auto input = two_people();
    input.lines.push_back(line_of(2, drafting, {11, 12, 13}));
    input.sessions.push_back(session_of(52, 2, {2027, 3, 2}, 2));
    const auto first = seat_people(input).value();
    std::ranges::reverse(input.lines);
    std::ranges::reverse(input.sessions);
    for (auto& line : input.lines) std::ranges::reverse(line.needs);

    const auto again = seat_people(input).value();
    CHECK(again.seats == first.seats);
    CHECK(again.unplaced == first.unplaced);
    CHECK(again.value == first.value);
    CHECK(again.bound == first.bound);
    CHECK(again.input_hash == first.input_hash);
    input.sessions.front().seats = 1;
    CHECK(seat_people(input).value().input_hash != first.input_hash);
}

// One class more for the same line, as far away as it is costly.
static SeatingInput two_classes(Money ceiling) {
    auto input = two_people();
    input.sessions.push_back(session_of(52, 1, {2027, 4, 1}, 30));
    for (auto& session : input.sessions) {
        session.cost_fixed = {100};
        session.cost_per_person = {10};
        session.seats = 1;
    }
    input.budgets = {{BudgetSource::central, ceiling}};
    return input;
}

TEST_CASE("F7 part: classes open as far as the money goes, and a class that stays shut says why") {
    const auto both = seat_people(two_classes({220})).value();
    CHECK(both.seats.size() == 2);
    CHECK(both.shut.empty());

    const auto one = seat_people(two_classes({219})).value();
    CHECK(one.seats.size() == 1);
    CHECK(one.value == 2'000);
    CHECK(one.bound == one.value);
    REQUIRE(one.shut.size() == 1);
    CHECK(one.shut.front().reason == Shut::no_money);
    CHECK(one.shut.front().could_come == 2);
    REQUIRE(one.unplaced.size() == 1);
    CHECK(one.unplaced.front().reason == Unseated::no_seat);
}

TEST_CASE("F7 part: a class that too few could attend stays shut and costs nothing") {
    auto input = two_classes({500});
    input.sessions.pop_back();
    input.sessions.front().seats = 30;
    input.sessions.front().min_seats = 3;
    const auto seating = seat_people(input).value();

    CHECK(seating.seats.empty());
    REQUIRE(seating.shut.size() == 1);
    CHECK(seating.shut.front().reason == Shut::too_few);
    CHECK(seating.unplaced.front().reason == Unseated::shut);
}

TEST_CASE("a class that nobody is left for stays shut for that, not for want of money") {
    auto input = two_classes({219});
    input.sessions.front().seats = 2;
    const auto seating = seat_people(input).value();

    CHECK(seating.seats.size() == 2);
    REQUIRE(seating.shut.size() == 1);
    CHECK(seating.shut.front().reason == Shut::no_gain);
}

TEST_CASE("where a seat is free but no money left for it, the money is named") {
    auto input = two_classes({115});
    input.sessions.front().seats = 30;
    const auto seating = seat_people(input).value();

    CHECK(seating.seats.size() == 1);
    REQUIRE(seating.unplaced.size() == 1);
    CHECK(seating.unplaced.front().reason == Unseated::budget);
}

TEST_CASE("F7 part: a search that is ended at once keeps an allowed plan and a bound that holds") {
    auto input = two_classes({219});
    const auto best = seat_people(input).value();
    SeatingEffort effort;
    effort.go_on = [](const std::vector<SearchPoint>&) { return false; };
    const auto stopped = seat_people(input, effort).value();

    CHECK(stopped.value <= best.value);
    CHECK(stopped.bound >= best.value);
    CHECK_FALSE(stopped.proof.at("certificate.txt").empty());
}

TEST_CASE("a plan too large to be proven is seated as if every class were held, within a bound") {
    SeatingEffort effort;
    effort.most_pairs = 0;
    const auto seating = seat_people(two_people(), effort).value();

    CHECK(seating.seats.size() == 2);
    CHECK(seating.bound == seating.value);
    CHECK(seating.proof.empty());
}

TEST_CASE("what the engine is asked can be read again from its files, seat by seat") {
    const auto seating = seat_people(two_classes({219})).value();

    CHECK(seating.proof.at("params.csv").find("budget,0.000219\n") != std::string::npos);
    CHECK(seating.proof.at("needs.csv").find("11,51,0.002\n") != std::string::npos);
    CHECK(seating.proof.at("travel.csv").find("1,51,0.00001\n") != std::string::npos);
    CHECK(seating.proof.at("assignment.csv").size() > std::string("person,session\n").size());
}

TEST_CASE("F7 part: no source of money pays for another, and the bound still holds") {
    auto input = two_classes({110});
    input.lines.push_back(line_of(2, drafting, {11, 12}));
    input.lines.back().line.source = BudgetSource::province;
    input.sessions.back().line = {2};
    input.budgets.push_back({BudgetSource::province, {109}});
    const auto one = seat_people(input).value();
    REQUIRE(one.seats.size() == 1);
    CHECK(one.seats.front().session == PlanSessionId{51});
    CHECK(one.shut.front().reason == Shut::no_money);
    CHECK(one.bound >= one.value);

    input.budgets.back().ceiling = {110};
    CHECK(seat_people(input).value().seats.size() == 2);
}

static std::vector<PlanSeat> by_session(std::vector<PlanSeat> seats) {
    std::ranges::sort(seats, {}, &PlanSeat::session);
    return seats;
}

TEST_CASE("F7 part: a plan that is made again keeps every seat that it can keep") {
    auto input = two_classes({220});
    for (const std::int64_t first : {11, 12}) {
        input.standing = {{{51}, {first}, {0}}, {{52}, {23 - first}, {0}}};
        input.change_penalty = {500};
        const auto again = seat_people(input).value();

        CHECK(by_session(again.seats) == input.standing);
        CHECK(again.value == 4'000);
        CHECK(again.bound == again.value);
    }
}

TEST_CASE("who sits in a class that has begun stays there, and nobody joins") {
    auto input = two_classes({230});
    input.sessions.front().seats = 2;
    for (const std::int64_t there : {11, 12}) {
        input.standing = {{{51}, {there}, {0}}};
        input.begun = {{51}};
        const auto again = seat_people(input).value();

        const std::vector<PlanSeat> expected{{{51}, {there}, {0}}, {{52}, {23 - there}, {0}}};
        CHECK(by_session(again.seats) == expected);
    }
}
