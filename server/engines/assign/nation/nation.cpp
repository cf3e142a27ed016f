#include "engines/assign/nation/nation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/nation/seating.hpp"

namespace nangluc::nation {

using annual::nth;

namespace {

// Which sessions open: those that the average choice nearly fills, and not those that it nearly
// leaves empty; then everybody is asked again at the prices that this changes, until all are
// settled.
class Openings {
public:
    Openings(const Crowd& crowd, Pricing& pricing, int rounds)
        : crowd_(crowd), pricing_(pricing), rounds_(rounds) {}

    void settle_all() {
        while (settle_some()) pricing_.improve(rounds_, {0.02, 0.01});
    }

    std::vector<char> open() const {
        std::vector<char> open;
        for (int session = 0; session < crowd_.sessions(); ++session) {
            open.push_back(pricing_.opening(session) == Opening::open ? 1 : 0);
        }
        return open;
    }

private:
    double share(int session) const {
        const double seats = crowd_.instance().sessions[nth(session)].capacity;
        return pricing_.came()[nth(session)] / seats;
    }

    // A tenth of those still free, the surest first.
    bool settle_some() {
        std::vector<std::pair<double, int>> free;
        auto money = static_cast<double>(crowd_.instance().budget) - pricing_.travel();
        for (int session = 0; session < crowd_.sessions(); ++session) {
            const auto cost =
                static_cast<double>(crowd_.instance().sessions[nth(session)].fixed_cost);
            if (pricing_.opening(session) == Opening::open) money -= cost;
            if (pricing_.opening(session) != Opening::free) continue;
            free.emplace_back(std::abs(share(session) - 0.5), session);
        }
        std::ranges::sort(free, std::greater());
        const auto all = free.size();
        for (std::size_t at = 0; at < all; ++at) {
            const auto [sure, session] = free[at];
            if (at > all / 8 && (sure < 0.45 || at > all / 3)) break;
            const auto cost =
                static_cast<double>(crowd_.instance().sessions[nth(session)].fixed_cost);
            const bool opens = share(session) >= 0.5 && cost <= money;
            if (opens) money -= cost;
            pricing_.settle(session, opens ? Opening::open : Opening::shut);
        }
        return all > 0;
    }

    const Crowd& crowd_;
    Pricing& pricing_;
    int rounds_;
};

}  // namespace

double Plan::gap() const {
    const auto size = std::max<std::int64_t>(1, std::abs(value));
    return static_cast<double>(bound - value) / static_cast<double>(size);
}

double Plan::gap_of_reached() const {
    const auto size = std::max<std::int64_t>(1, value - nothing);
    return static_cast<double>(bound - value) / static_cast<double>(size);
}

namespace {

bool is_within_reach(const Instance& instance) {
    return instance.rooms.empty() && instance.lecturers.empty() && instance.floors.empty() &&
           instance.frozen_sessions.empty() && instance.frozen_seats.empty() && !instance.previous;
}

// Whether all together stays far from the end of 64 bits in the smallest parts of a worth.
bool is_countable(const Instance& instance) {
    constexpr double most = 4e9;
    double all = 0;
    for (const auto& need : instance.needs) all += static_cast<double>(need.weight);
    for (const auto& person : instance.persons) {
        all += static_cast<double>(instance.penalty) * person.min_hours;
    }
    const auto places = instance.value_places;
    return places <= nano_places && all * std::pow(10.0, -places) < most;
}

// The largest multiple of what all values are multiples of that is not above.
std::int64_t whole_bound(const Crowd& crowd, Nano bound) {
    const auto& instance = crowd.instance();
    auto unit = instance.penalty;
    for (const auto& need : instance.needs) unit = std::gcd(unit, need.weight);
    const auto step = crowd.nano(std::max<std::int64_t>(1, unit));
    const auto steps = bound / step - (bound % step < 0 ? 1 : 0);
    return crowd.value_of(steps * step);
}

annual::Assignment seat(const Crowd& crowd, Openings& openings, const Prices& prices) {
    Seating seating(crowd, openings.open());
    seating.seat_all(prices);
    // What is left then costs no more than the way.
    auto ways = prices;
    std::ranges::fill(ways.seats, 0);
    seating.improve(ways, 2);
    // The emptiest first: their people may fill the others.
    for (const auto share : {0.5, 0.8, 1.0, 1.0, 1.0}) {
        if (seating.shut_small(share) > 0) seating.improve(ways, 1);
    }
    while (seating.shut_small(1) > 0) {
    }
    return seating.assignment();
}

}  // namespace

Result<Plan> solve_nation(const Instance& instance, const Effort& effort) {
    if (!is_within_reach(instance)) return invalid("plan.limits_beyond_nation");
    if (!is_countable(instance)) return invalid("plan.number_too_large");
    const Crowd crowd(instance);
    Pricing pricing(crowd, effort.threads, [&](Nano bound) {
        effort.told({Phase::bound, std::nullopt, crowd.value_of(bound)});
    });
    pricing.improve(effort.rounds, {0.2, 0.004});
    Plan plan{.assignment = {}, .prices = pricing.prices()};
    plan.bound = whole_bound(crowd, pricing.bound());
    plan.nothing = crowd.value_of(crowd.worst());

    pricing.keep_quiet();
    Openings openings(crowd, pricing, effort.rounds_a_turn);
    openings.settle_all();
    pricing.improve(2 * effort.rounds_a_turn, {0.02, 0.002});
    effort.told({Phase::openings, std::nullopt, plan.bound});

    plan.assignment = seat(crowd, openings, pricing.prices());
    const auto verdict = judge(instance, plan.assignment);
    if (!verdict.breaches.empty()) throw std::logic_error("a plan breaks a rule");
    plan.value = verdict.value;
    plan.bound = std::max(plan.value, plan.bound);
    effort.told({Phase::seats, plan.value, plan.bound});
    return plan;
}

}  // namespace nangluc::nation
