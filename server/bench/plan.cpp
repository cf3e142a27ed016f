#include <cmath>
#include <stdexcept>

#include "bench/bench.hpp"
#include "engines/assign/annual/certificate.hpp"
#include "engines/assign/annual/generate.hpp"
#include "engines/assign/proof/verify.hpp"

namespace nangluc::bench {

namespace {

struct Year {
    std::string name;
    int people;
    int sessions;
    double gap;
};

// The time to prove a year within its gap, and where the gap stood after each question's answer at
// powers of two: the curve of gap against questions, which no other load on the machine bends.
void measure(Report& report, const Year& year) {
    const auto files = annual::generate_year(year.people, year.sessions, 2027);
    const auto instance = annual::read_instance(files);
    if (!instance) throw std::logic_error("the year cannot be read");

    std::int64_t told = 0;
    annual::Limits limits{.gap = year.gap, .nodes = 20'000};
    limits.go_on = [&](const annual::Progress& progress) {
        const auto questions = progress.nodes;
        const bool in_turn = questions > told && (questions & (questions - 1)) == 0;
        if (!in_turn || !progress.value) return true;
        told = questions;
        const auto gap = (progress.bound - *progress.value) / std::abs(*progress.value);
        report.add({year.name + "_gap_after_" + std::to_string(questions), 100 * gap, "%"});
        return true;
    };
    annual::Solution found;
    const auto solving = seconds([&] { found = annual::solve_year(instance.value(), limits); });
    const auto plan = annual::write_assignment(instance.value(), found.assignment);
    const auto certificate = annual::write_certificate(instance.value(), found);
    bool proven = false;
    const auto proving =
        seconds([&] { proven = proof::verify(files, plan, certificate).faults.empty(); });
    if (!proven) throw std::logic_error("the plan is not proven");
    report.add({year.name, solving, "s", year.name + "_verify", solving / proving});
    report.add({year.name + "_verify", proving, "s"});
    report.add({year.name + "_gap", 100 * found.gap(), "%"});
}

const Registration group("plan", [](Report& report) {
    measure(report, {"year_30", 30, 8, 0});
    measure(report, {"year_120", 120, 16, 0});
    measure(report, {"year_600", 600, 24, 0.001});
    measure(report, {"year_3000", 3000, 60, 0.01});
});

}  // namespace

}  // namespace nangluc::bench
