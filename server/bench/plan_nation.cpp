#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "bench/bench.hpp"
#include "engines/assign/annual/country.hpp"
#include "engines/assign/nation/certificate.hpp"
#include "engines/assign/proof/verify.hpp"

namespace nangluc::bench {

namespace {

std::string text_of(const std::string& file) {
    const std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("no " + file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// A year of the real country: how long until the bound stood, and the plan; and how far apart the
// two are, of the value and of what the plan adds to nothing at all.
void measure(Report& report, const std::string& name, int people, int sessions) {
    const auto country = annual::read_country(
        text_of("data/vietnam/communes-2025.csv"),
        text_of("data/vietnam/units-2026-04-30.csv"),
        text_of("data/world/programmes.csv")
    );
    const auto files = annual::generate_year(country.value(), people, sessions, 2027);
    const auto instance = annual::read_instance(files);
    nation::Plan plan;
    double bounding = 0;
    const auto start = now(Time::wall);
    nation::Effort effort{.threads = 2};
    effort.told = [&](const nation::Step& step) {
        if (step.phase == nation::Phase::bound) bounding = now(Time::wall) - start;
    };
    plan = nation::solve_nation(instance.value(), effort).value();
    const auto solving = now(Time::wall) - start;
    report.add({name, solving, "s", name + "_bound", solving / bounding});
    report.add({name + "_bound", bounding, "s"});
    report.add({name + "_gap", 100 * plan.gap(), "%"});
    report.add({name + "_gap_of_reached", 100 * plan.gap_of_reached(), "%"});
    const auto rows = annual::write_assignment(instance.value(), plan.assignment);
    const auto certificate = nation::write_certificate(instance.value(), plan);
    bool proven = false;
    const auto proving =
        seconds([&] { proven = proof::verify(files, rows, certificate).faults.empty(); });
    if (!proven) throw std::logic_error("the plan is not proven");
    report.add({name + "_verify", proving, "s"});
}

const Registration group("plan-nation", [](Report& report) {
    measure(report, "people_20000", 20'000, 100);
});

}  // namespace

}  // namespace nangluc::bench
