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

    CHECK(seat_people(input).value() == first);
    input.sessions.front().seats = 1;
    CHECK(seat_people(input).value().input_hash != first.input_hash);
}
