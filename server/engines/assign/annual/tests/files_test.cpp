#include <doctest/doctest.h>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/tests/years.hpp"

using namespace nangluc;
using namespace nangluc::annual;

// A year that reads; each test spoils one cell.
static Files sound() {
    return year_of({.people = 4, .sessions = 4}, 1);
}

static std::vector<Fault> faults_of(const Files& files) {
    const auto read = read_instance(files);
    return read ? std::vector<Fault>{} : read.error().faults;
}

TEST_CASE("a year whose files are sound is read whole") {
    const auto read = read_instance(sound());

    REQUIRE(read);
    CHECK(read.value().persons.size() == 4);
    CHECK(read.value().sessions.size() == 4);
    CHECK(read.value().cost_places == 2);
}

TEST_CASE("an office that no file knows is refused with its file, line and column") {
    auto files = sound();
    files["persons.csv"] += "77,99,0,40\n";

    CHECK(faults_of(files) == std::vector<Fault>{{"persons.csv:6:office", "plan.unknown_id"}});
}

TEST_CASE("all faults of the files are named at once") {
    auto files = sound();
    files["persons.csv"] += "0,0,x,40\n";
    files["needs.csv"] += "1,0,many\n";
    files.erase("held.csv");

    CHECK(faults_of(files).size() >= 4);
}

TEST_CASE("a missing column is refused by its name") {
    auto files = sound();
    files["travel.csv"] = "office,venue\n0,0\n";

    CHECK(faults_of(files) == std::vector<Fault>{{"travel.csv:1:cost", "plan.column_missing"}});
}

TEST_CASE("a budget below zero is refused") {
    auto files = sound();
    files["params.csv"] = "name,value\nbudget,-1\n";

    CHECK(faults_of(files) == std::vector<Fault>{{"params.csv:2:value", "plan.out_of_range"}});
}

TEST_CASE("columns may stand in any order and others beside them") {
    auto files = sound();
    files["params.csv"] = "note,value,name\nx,10.50,budget\ny,2,shortfall_penalty_per_hour\n";

    const auto read = read_instance(files);

    REQUIRE(read);
    CHECK(read.value().budget == 1050);
}

TEST_CASE("a decimal is read to its last digit and written as short as it can be") {
    CHECK(at_places(*parse_decimal("0.1"), 3) == 100);
    CHECK(to_text(100, 3) == "0.1");
    CHECK(to_text(-1250, 2) == "-12.5");
    CHECK(to_text(0, 2) == "0");
    CHECK_FALSE(parse_decimal("1e5"));
    CHECK_FALSE(parse_decimal("12."));
    CHECK_FALSE(parse_decimal(""));
}

TEST_CASE("a plan is written by the ids of the files and read back the same") {
    const auto instance = read_instance(sound()).value();
    const Assignment assignment{{0, 1}, {2, 3}};

    CHECK(read_assignment(instance, write_assignment(instance, assignment)).value() == assignment);
}

TEST_CASE("a plan with a person whom nobody knows is refused") {
    const auto instance = read_instance(sound()).value();
    const auto read = read_assignment(instance, "person,session\n999,0\n");

    REQUIRE_FALSE(read);
    CHECK(read.error().faults == std::vector<Fault>{{"assignment:2:person", "plan.unknown_id"}});
}
