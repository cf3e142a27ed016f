#include <doctest/doctest.h>

#include <algorithm>

#include "engines/assign/annual/certificate.hpp"
#include "engines/assign/annual/files.hpp"
#include "engines/assign/annual/tests/years.hpp"
#include "engines/assign/proof/verify.hpp"

using namespace nangluc;

namespace {

// A year with rooms, lecturers and a floor, its best plan and the proof; each test spoils one
// thing.
struct Supplied {
    annual::Files files = annual::year_of({.people = 24, .sessions = 8, .offices = 3}, 6);
    std::string plan;
    std::string certificate;

    Supplied() {
        files["rooms.csv"] = "venue,seats,rooms\n0,6,1\n1,6,2\n";
        files["lecturers.csv"] = "lecturer,max_sessions\n7,3\n8,3\n";
        files["teaches.csv"] = "lecturer,programme\n7,0\n7,1\n7,2\n7,3\n8,0\n8,1\n8,2\n8,3\n";
        files["floors.csv"] = "floor,least_seats,least_percent\n1,3,20\n";
        files["floor_offices.csv"] = "floor,office\n1,2\n";
        const auto instance = annual::read_instance(files).value();
        const auto found = annual::solve_year(instance, {});
        plan = annual::write_assignment(instance, found.assignment);
        certificate = annual::write_certificate(instance, found);
        REQUIRE(proof::verify(files, plan, certificate).faults.empty());
        REQUIRE(certificate.find("\nteaches ") != std::string::npos);
    }

    bool catches(const std::string& code) const {
        const auto faults = proof::verify(files, plan, certificate).faults;
        return std::ranges::any_of(faults, [&](const auto& fault) {
            return fault.starts_with(code);
        });
    }
};

}  // namespace

TEST_CASE_FIXTURE(Supplied, "F7 part: 31, a session without a room is caught") {
    files["rooms.csv"] = "venue,seats,rooms\n0,1,9\n1,1,9\n";
    CHECK(catches("rule_broken rooms"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 32, a session that nobody teaches is caught") {
    const auto at = certificate.find("\nteaches ");
    certificate.erase(at, certificate.find('\n', at + 1) - at);
    CHECK(catches("rule_broken untaught"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 33, a lecturer who teaches what another can is caught") {
    files["teaches.csv"] = "lecturer,programme\n7,0\n8,1\n8,2\n8,3\n";
    CHECK(catches("rule_broken lecturer"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 34, a lecturer in two sessions at once is caught") {
    files["session_slots.csv"] = "session,slot\n";
    for (int session = 0; session < 8; ++session) {
        files["session_slots.csv"] += annual::line({session, 9});
    }
    CHECK(catches("rule_broken lecturer"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 35, a lecturer with more sessions than may be is caught") {
    files["lecturers.csv"] = "lecturer,max_sessions\n7,0\n8,0\n";
    CHECK(catches("rule_broken lecturer"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 36, too few seats for some offices are caught") {
    files["floors.csv"] = "floor,least_seats,least_percent\n1,99,0\n";
    CHECK(catches("rule_broken floor_seats 1"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 37, too small a share for some offices is caught") {
    files["floors.csv"] = "floor,least_seats,least_percent\n1,0,99\n";
    CHECK(catches("rule_broken floor_share 1"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 38, fewer people away in one slot than are is caught") {
    files["absences.csv"] = "office,slot,max_absent\n";
    for (int slot = 1; slot < 5; ++slot) files["absences.csv"] += annual::line({0, slot, 0});
    for (int slot = 1; slot < 5; ++slot) files["absences.csv"] += annual::line({1, slot, 0});
    CHECK(catches("rule_broken presence"));
}

TEST_CASE_FIXTURE(
    Supplied, "F7 part: 39, a bound proven by a lecturer who is not short is caught"
) {
    files.erase("lecturers.csv");
    files.erase("teaches.csv");
    CHECK(catches("not_readable"));
}

TEST_CASE_FIXTURE(Supplied, "F7 part: 40, a bound proven by a floor since taken away is caught") {
    files["floors.csv"] = "floor,least_seats,least_percent\n1,0,60\n";
    const auto instance = annual::read_instance(files).value();
    const auto found = annual::solve_year(instance, {});
    plan = annual::write_assignment(instance, found.assignment);
    certificate = annual::write_certificate(instance, found);
    CHECK_FALSE(catches(""));
    files["floors.csv"] = "floor,least_seats,least_percent\n1,0,0\n";
    CHECK(catches("bound_not_proven"));
}
