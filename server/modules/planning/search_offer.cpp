#include "modules/planning/search_offer.hpp"

#include <chrono>

#include "kit/json/json.hpp"

namespace nangluc::planning {

// What the page that waits draws.
struct SolveOffer {
    PlanId plan;
    std::vector<SearchPoint> curve;
};
BOOST_DESCRIBE_STRUCT(SolveOffer, (), (plan, curve))

std::function<bool(const std::vector<SearchPoint>&)> offer_search(JobRun& run, PlanId plan) {
    using Clock = std::chrono::steady_clock;
    return [&run, plan, told = Clock::time_point()](const std::vector<SearchPoint>& curve) mutable {
        const auto now = Clock::now();
        if (!curve.empty() && now - told > std::chrono::milliseconds(250)) {
            told = now;
            run.offer(json::write(SolveOffer{plan, curve}));
        }
        return !run.is_cancelled() && !run.is_accepted();
    };
}

}  // namespace nangluc::planning
