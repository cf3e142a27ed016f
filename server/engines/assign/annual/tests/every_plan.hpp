#pragma once

#include <algorithm>
#include <optional>

#include "engines/assign/annual/judge.hpp"

namespace nangluc::annual {

struct OfAll {
    bool looked = false;               // at every set of seats: they were few enough
    std::optional<std::int64_t> best;  // of those that keep every rule
};

// Lessons for the sessions that have people, from the lecturer on; nothing where there are none.
inline bool find_lessons(
    const Instance& instance, const Assignment& assignment, Lessons& lessons, int from = 0
) {
    const auto sessions = static_cast<int>(instance.sessions.size());
    const auto is_open = [&](int session) {
        return std::ranges::any_of(assignment, [&](const Attendance& seat) {
            return seat.session == session;
        });
    };
    while (from < sessions) {
        const auto& offer = instance.sessions[static_cast<std::size_t>(from)];
        if (is_open(from) && instance.needs_lecturer(offer)) break;
        ++from;
    }
    if (from == sessions) return true;
    for (std::size_t who = 0; who < instance.lecturers.size(); ++who) {
        lessons.push_back({static_cast<int>(who), from});
        const auto breaches = judge(instance, assignment, lessons).breaches;
        const bool sound = std::ranges::none_of(breaches, [](const Breach& breach) {
            return breach.rule == Rule::lecturer && breach.who >= 0;
        });
        if (sound && find_lessons(instance, assignment, lessons, from + 1)) return true;
        lessons.pop_back();
    }
    return false;
}

inline Assignment possible_seats(const Instance& instance) {
    Assignment possible;
    for (const auto& need : instance.needs) {
        for (std::size_t session = 0; session < instance.sessions.size(); ++session) {
            if (instance.sessions[session].programme != need.programme) continue;
            possible.push_back({need.person, static_cast<int>(session)});
        }
    }
    return possible;
}

// By looking at every set of attendances that could be.
inline OfAll look_at_every_plan(const Instance& instance) {
    const auto possible = possible_seats(instance);
    constexpr std::size_t most = 12;
    if (possible.size() > most) return {};
    OfAll all{true, std::nullopt};
    for (std::size_t set = 0; set < (std::size_t{1} << possible.size()); ++set) {
        Assignment assignment;
        for (std::size_t at = 0; at < possible.size(); ++at) {
            if ((set >> at & 1) != 0) assignment.push_back(possible[at]);
        }
        Lessons lessons;
        if (!find_lessons(instance, assignment, lessons)) continue;
        const auto verdict = judge(instance, assignment, lessons);
        if (!verdict.breaches.empty()) continue;
        all.best = std::max(all.best.value_or(verdict.value), verdict.value);
    }
    return all;
}

}  // namespace nangluc::annual
