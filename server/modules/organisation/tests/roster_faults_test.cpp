// Every kind of fault, planted by seed into a clean roster: each is found at its row and column,
// and nothing else is.

#include <doctest/doctest.h>

#include <algorithm>

#include "modules/organisation/tests/roster_plants.hpp"

using namespace nangluc;
using namespace nangluc::organisation;
using enum RosterColumn;
using sheet::Kind;

TEST_CASE("a clean roster has no faults, and everybody in it is new") {
    RosterDesk desk(500);

    CHECK(text_of(desk.check()).empty());
    CHECK(std::ranges::all_of(desk.lines, [](const RosterLine& line) {
        return line.verdict == RowVerdict::added;
    }));
}

TEST_CASE("every fault planted by seed is found at its row and column, none is invented") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        RosterDesk desk(600);
        const auto planted = plant_by_seed(desk, seed, 5);
        const auto found = desk.check();

        CHECK(text_of(without(planted, found)) == "");  // recall
        CHECK(text_of(without(found, planted)) == "");  // precision
        CHECK(desk.doubled == 0);
    }
}

TEST_CASE("every kind of fault that has a code is planted by the test above") {
    RosterDesk desk(200);
    std::set<RosterFault> planted;
    int serial = 0;
    for (const auto& plant : all_kinds()) {
        const auto row = static_cast<std::size_t>(serial);
        planted.insert(std::get<RosterFault>(plant({desk, row, ++serial})));
    }

    CHECK(
        planted.size() ==
        boost::mp11::mp_size<boost::describe::describe_enumerators<RosterFault>>::value
    );
}

TEST_CASE("an ambiguous date is taken as it was answered, and only where it was") {
    RosterDesk desk(2);
    for (auto& row : desk.rows) row.cells[birth_date] = {Kind::text, "03/04/1990"};
    desk.answers[{2, birth_date}] = {AnswerKind::choice, "1990-04-03"};

    const auto found = desk.check();

    CHECK(text_of(found) == "3 birth_date ambiguous_date\n");
    CHECK(desk.lines[0].birth_date == Date{1990, 4, 3});
}

TEST_CASE("an answer that the question does not offer answers nothing") {
    RosterDesk desk(1);
    desk.rows[0].cells[birth_date] = {Kind::text, "03/04/1990"};
    desk.answers[{2, birth_date}] = {AnswerKind::choice, "1991-04-03"};

    CHECK(text_of(desk.check()) == "2 birth_date ambiguous_date\n");
}

TEST_CASE("a number that lost its zeros gets them back when somebody says so") {
    RosterDesk desk(1);
    desk.rows[0].cells[staff_number] = {Kind::number, "123456"};
    desk.answers[{2, staff_number}] = {AnswerKind::choice, "00123456"};

    CHECK(desk.check().empty());
    CHECK(desk.lines[0].staff_number == "00123456");
}

TEST_CASE("a cell that was mended in the browser is read instead of the file's") {
    RosterDesk desk(1);
    desk.rows[0].cells[position] = {Kind::text, "Văn thơ"};
    desk.answers[{2, position}] = {AnswerKind::text, "Văn thư"};

    CHECK(desk.check().empty());
}

TEST_CASE("a person whom the roster says nothing new of stays as is") {
    RosterDesk desk(1);
    auto& person = desk.add_known("00100000", {1970, 1, 1}, desk.rows[0].cells[name].text, true);
    desk.add_held(person.id, {101}, {2025, 7, 1}, true);
    desk.known.facts[person.id] = {
        {1, "rank", "01.003", {2020, 1, 1}},
        {2, "qualification", "university", {2020, 1, 1}},
        {3, "sex", "male", {2020, 1, 1}},
        {4, "email", "nguoi100000@dienbien.gov.vn", {2020, 1, 1}},
    };
    desk.rows[0].cells.erase(decision);

    CHECK(desk.check().empty());
    CHECK(desk.lines[0].verdict == RowVerdict::same);
}

TEST_CASE("a transfer ends the main post before, on the day on which the new one begins") {
    RosterDesk desk(1);
    auto& person = desk.add_known("00100000", {1970, 1, 1}, desk.rows[0].cells[name].text, true);
    desk.add_held(person.id, {103}, {2021, 1, 1}, true);

    CHECK(desk.check().empty());
    CHECK(desk.lines[0].verdict == RowVerdict::changed);
    CHECK(desk.lines[0].replaces);
    CHECK(desk.lines[0].closed);
}
