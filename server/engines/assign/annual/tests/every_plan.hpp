#pragma once

#include <algorithm>
#include <optional>

#include "engines/assign/annual/judge.hpp"

namespace nangluc::annual {

struct OfAll {
    bool looked = false;               // at every set of seats: they were few enough
    std::optional<std::int64_t> best;  // of those that keep every rule
};

// By looking at every set of attendances that could be.
inline OfAll look_at_every_plan(const Instance& instance) {
    Assignment possible;
    for (const auto& need : instance.needs) {
        for (std::size_t session = 0; session < instance.sessions.size(); ++session) {
            if (instance.sessions[session].programme != need.programme) continue;
            possible.push_back({need.person, static_cast<int>(session)});
        }
    }
    constexpr std::size_t most = 12;
    if (possible.size() > most) return {};
    OfAll all{true, std::nullopt};
    for (std::size_t set = 0; set < (std::size_t{1} << possible.size()); ++set) {
        Assignment assignment;
        for (std::size_t at = 0; at < possible.size(); ++at) {
            if ((set >> at & 1) != 0) assignment.push_back(possible[at]);
        }
        const auto verdict = judge(instance, assignment);
        if (!verdict.breaches.empty()) continue;
        all.best = std::max(all.best.value_or(verdict.value), verdict.value);
    }
    return all;
}

}  // namespace nangluc::annual
