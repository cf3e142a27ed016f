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

TEST_CASE("slots, limits, decisions and the plan that stands are read where their files are there"
) {
    auto files = sound();
    const auto [person, session] = needed_seats(files).front();
    files["session_slots.csv"] = "session,slot\n0,9\n0,8\n";
    files["person_limits.csv"] = "person,max_sessions\n1,2\n";
    files["frozen_sessions.csv"] = "session,decision\n1,open\n2,shut\n";
    files["frozen_assignments.csv"] = "person,session,decision\n" + std::to_string(person) + "," +
                                      std::to_string(session) + ",attends\n";
    files["previous.csv"] = "person,session\n0,1\n";
    files["params.csv"] += "change_penalty,1.5\n";
    const auto year = read_instance(files).value();

    CHECK(year.sessions[0].first_slot() <= 3);
    CHECK(year.sessions[0].last_slot() == 9);
    CHECK(year.sessions[0].slots.size() == 3);
    CHECK(year.persons[1].max_sessions == 2);
    CHECK(year.frozen_sessions == std::map<int, bool>{{1, true}, {2, false}});
    CHECK(year.frozen_seats == std::map<Attendance, bool>{{{person, session}, true}});
    CHECK(year.previous == std::set<Attendance>{{0, 1}});
    CHECK(year.change_penalty == 15);
    CHECK(year.penalty == 10);
}

TEST_CASE("without these files nothing is limited by them") {
    const auto year = read_instance(sound()).value();

    CHECK_FALSE(year.previous);
    CHECK_FALSE(year.persons[0].max_sessions);
    CHECK(year.frozen_seats.empty());
}

TEST_CASE("each fault of these files is named at its place") {
    const auto faults_with = [](const std::string& name, const std::string& text) {
        auto files = sound();
        files[name] = text;
        return faults_of(files);
    };
    using Faults = std::vector<Fault>;

    CHECK(
        faults_with("session_slots.csv", "session,slot\n99,1\n") ==
        Faults{{"session_slots.csv:2:session", "plan.unknown_id"}}
    );
    CHECK(
        faults_with("session_slots.csv", "session,slot\n1,9\n1,9\n") ==
        Faults{{"session_slots.csv:3:slot", "plan.slot_twice"}}
    );
    CHECK(
        faults_with("person_limits.csv", "person,max_sessions\n1,2\n1,3\n") ==
        Faults{{"person_limits.csv:3:person", "plan.id_twice"}}
    );
    CHECK(
        faults_with("person_limits.csv", "person,max_sessions\n1,-2\n") ==
        Faults{{"person_limits.csv:2:max_sessions", "plan.out_of_range"}}
    );
    CHECK(
        faults_with("frozen_sessions.csv", "session,decision\n1,perhaps\n") ==
        Faults{{"frozen_sessions.csv:2:decision", "plan.unknown_decision"}}
    );
    CHECK(
        faults_with("frozen_sessions.csv", "session,decision\n1,open\n1,shut\n") ==
        Faults{{"frozen_sessions.csv:3:session", "plan.decided_twice"}}
    );
    CHECK(
        faults_with("previous.csv", "person,session\n0,1\n0,1\n") ==
        Faults{{"previous.csv:3:session", "plan.row_twice"}}
    );
    CHECK(
        faults_with("previous.csv", "person\n0\n") ==
        Faults{{"previous.csv:1:session", "plan.column_missing"}}
    );
}

TEST_CASE("a seat settled for somebody who does not need it is refused") {
    auto files = sound();
    files["needs.csv"] = "person,programme,weight\n";
    files["frozen_assignments.csv"] = "person,session,decision\n0,1,attends\n0,2,stays_away\n";

    CHECK(
        faults_of(files) ==
        std::vector<Fault>{{"frozen_assignments.csv:2:session", "plan.not_needed"}}
    );
}

TEST_CASE("rooms, lecturers and floors are read where their files are there") {
    auto files = sound();
    files["absences.csv"] = "office,slot,max_absent\n1,3,2\n";
    files["rooms.csv"] = "venue,seats,rooms\n0,30,2\n77,10,1\n";
    files["lecturers.csv"] = "lecturer,max_sessions\n5,3\n";
    files["teaches.csv"] = "lecturer,programme\n5,1\n5,0\n";
    files["floors.csv"] = "floor,least_seats,least_percent\n1,4,25\n";
    files["floor_offices.csv"] = "floor,office\n1,1\n";
    const auto year = read_instance(files).value();

    CHECK(year.most_absent(1, 3) == 2);
    CHECK(year.rooms.size() == 1);  // nothing is offered at the other venue
    CHECK(year.lecturers.front().programmes == std::vector{0, 1});
    CHECK(year.floors.front().least_percent == 25);
    CHECK(year.floors.front().offices == std::vector{1});
}

TEST_CASE("each fault of rooms, lecturers and floors is named at its place") {
    auto files = sound();
    files["absences.csv"] = "office,slot,max_absent\n9,3,2\n";
    files["rooms.csv"] = "venue,seats,rooms\n0,30,-2\n";
    files["lecturers.csv"] = "lecturer,max_sessions\n5,3\n5,3\n";
    files["teaches.csv"] = "lecturer,programme\n6,1\n";
    files["floors.csv"] = "floor,least_seats,least_percent\n1,4,101\n";
    files["floor_offices.csv"] = "floor,office\n1,99\n";

    CHECK(
        faults_of(files) ==
        std::vector<Fault>{
            {"absences.csv:2:office", "plan.unknown_id"},
            {"rooms.csv:2:rooms", "plan.out_of_range"},
            {"lecturers.csv:3:lecturer", "plan.id_twice"},
            {"teaches.csv:2:lecturer", "plan.unknown_id"},
            {"floors.csv:2:least_percent", "plan.out_of_range"},
            {"floor_offices.csv:2:office", "plan.unknown_id"}}
    );
}
