#include <doctest/doctest.h>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/generate.hpp"
#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/solve.hpp"
#include "engines/assign/annual/tests/years.hpp"
#include "engines/assign/nation/certificate.hpp"
#include "engines/assign/proof/verify.hpp"

using namespace nangluc;

namespace {

nation::Effort effort(int threads = 1) {
    return {.threads = threads, .rounds = 60, .rounds_a_turn = 5};
}

struct Planned {
    annual::Files files;
    annual::Instance instance = annual::read_instance(files).value();
    nation::Plan plan = nation::solve_nation(instance, effort()).value();

    proof::Verified look(const std::string& certificate) const {
        return proof::verify(
            files, annual::write_assignment(instance, plan.assignment), certificate
        );
    }
};

}  // namespace

TEST_CASE("F7 part: the best plan of the exact search lies between value and bound of the nation") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        const Planned nation{annual::year_of({.people = 24, .sessions = 8, .offices = 3}, seed)};
        const auto best = annual::solve_year(nation.instance, {});
        CHECK(best.value >= nation.plan.value);
        CHECK(best.value <= nation.plan.bound);
        CHECK(nation.plan.nothing <= nation.plan.value);
    }
}

TEST_CASE("F7 part: a judge of its own finds no rule broken in a plan of many") {
    const Planned nation{annual::generate_year(2000, 40, 7)};
    const auto verdict = judge(nation.instance, nation.plan.assignment);
    CHECK(verdict.breaches.empty());
    CHECK(verdict.value == nation.plan.value);
    CHECK(nation.plan.value > nation.plan.nothing);
}

TEST_CASE("F7 part: people's prices prove the bound of the many from the raw files") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        const Planned nation{annual::year_of({.people = 40, .sessions = 10, .offices = 3}, seed)};
        const auto found = nation.look(write_certificate(nation.instance, nation.plan));
        CHECK(found.faults == std::vector<std::string>{});
        CHECK(found.bound == annual::to_text(nation.plan.bound, nation.instance.value_places));
    }
}

TEST_CASE("F7 part: a bound of the many that is a unit too low is not believed") {
    // A thousand times nothing for money, and a unit below: the proof must see either.
    Planned nation{annual::year_of({.people = 40, .sessions = 10, .offices = 3}, 3)};
    const auto sound = write_certificate(nation.instance, nation.plan);
    auto cheap = sound;
    const auto at = cheap.find("budget ");
    cheap.replace(at, cheap.find('\n', at) - at, "budget 0");
    CHECK(nation.look(cheap).faults == std::vector<std::string>{"bound_not_proven apart"});
    nation.plan.bound = nation.plan.value;
    const auto low = write_certificate(nation.instance, nation.plan);
    CHECK(nation.look(low).faults == std::vector<std::string>{"bound_not_proven apart"});
}

TEST_CASE("F7 part: two threads plan a nation as one does, to the byte") {
    const auto instance = annual::read_instance(annual::generate_year(3000, 40, 5)).value();
    const auto one = nation::solve_nation(instance, effort(1)).value();
    const auto two = nation::solve_nation(instance, effort(2)).value();
    CHECK(one.assignment == two.assignment);
    CHECK(write_certificate(instance, one) == write_certificate(instance, two));
}

TEST_CASE("F7 part: what only the exact search knows is refused, not passed over") {
    auto files = annual::year_of({.people = 24, .sessions = 8, .offices = 3}, 1);
    files["rooms.csv"] = "venue,seats,rooms\n0,10,1\n";
    const auto instance = annual::read_instance(files).value();
    CHECK(nation::solve_nation(instance, effort()).error().code == "plan.limits_beyond_nation");
}
