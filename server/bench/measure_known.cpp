#include "bench/measure_known.hpp"

#include <cmath>

#include "engines/irt/tests/cases.hpp"

namespace nangluc::bench {

namespace {

// Half of the last digit that all programs agree on.
constexpr double goal = 0.0005;

void add_distance(Report& report, std::string name, double figure, double published) {
    const double distance = std::abs(figure - published);
    report.add({std::move(name), distance, "distance", "goal_0.0005", distance / goal});
}

}  // namespace

void measure_known(Report& report) {
    const auto two = irt::calibrated(irt::lsat6(), {.model = irt::Model::two_pl});
    add_distance(report, "lsat6_2pl/loglik", two.log_likelihood, -2466.6534);
    add_distance(report, "lsat6_2pl/a1", two.items[0].item.a, 0.8257);
    add_distance(report, "lsat6_2pl/d1", two.items[0].item.d[0], 2.7732);
    add_distance(report, "lsat6_2pl/a2", two.items[1].item.a, 0.7227);
    add_distance(report, "lsat6_2pl/d2", two.items[1].item.d[0], 0.9902);
    const auto one = irt::calibrated(irt::lsat6(), {.model = irt::Model::one_pl});
    add_distance(report, "lsat6_1pl/loglik", one.log_likelihood, -2466.9376);
    add_distance(report, "lsat6_1pl/a", one.items[0].item.a, 0.7551);
    const auto graded = irt::calibrated(irt::science4(), {.model = irt::Model::grm});
    add_distance(report, "science4_grm/loglik", graded.log_likelihood, -1608.8694);
}

}  // namespace nangluc::bench
