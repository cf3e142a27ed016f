#include "engines/assign/annual/explain.hpp"

#include <algorithm>
#include <climits>

#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/year_columns.hpp"

namespace nangluc::annual {

namespace {

// The plan as one person meets it.
class Standing {
public:
    Standing(const Instance& instance, const Assignment& assignment, int person)
        : instance_(instance),
          assignment_(assignment),
          person_(person),
          who_(instance.persons[nth(person)]),
          sizes_(instance.sessions.size()),
          left_(instance.budget - judge(instance, assignment).cost) {
        for (const auto& [whose, session] : assignment) {
            ++sizes_[nth(session)];
            if (whose != person) continue;
            hours_ += programme(session).hours;
            own_.push_back(session);
        }
    }

    std::optional<int> attended(int programme) const {
        for (const auto session : own_) {
            if (offer(session).programme == programme) return session;
        }
        return std::nullopt;
    }

    Obstacle obstacle(int session) const {
        const auto& to = offer(session);
        const auto way = instance_.travel[nth(who_.office)][nth(to.venue)];
        if (holds(to.programme)) return Obstacle::held;
        if (!way) return Obstacle::no_way;
        if (stays_away(session)) return Obstacle::settled;
        if (hours_ + programme(session).hours > who_.max_hours) return Obstacle::too_long;
        if (own_.size() >= nth(who_.max_sessions.value_or(INT_MAX))) return Obstacle::often;
        if (!is_prepared(session)) return Obstacle::prerequisite;
        if (sizes_[nth(session)] == 0) return Obstacle::shut;
        if (sizes_[nth(session)] >= to.capacity) return Obstacle::full;
        const bool taken =
            std::ranges::any_of(own_, [&](int other) { return overlap(offer(other), to); });
        if (taken) return Obstacle::slot_taken;
        const bool too_empty = std::ranges::any_of(to.slots, [&](int slot) {
            return away_in(slot) >= instance_.most_absent(who_.office, slot);
        });
        if (too_empty) return Obstacle::presence;
        return *way > left_ ? Obstacle::budget : Obstacle::none;
    }

private:
    const Session& offer(int session) const { return instance_.sessions[nth(session)]; }
    const Programme& programme(int session) const {
        return instance_.programmes[nth(offer(session).programme)];
    }
    bool holds(int programme) const {
        return std::ranges::binary_search(instance_.held, std::pair(person_, programme));
    }

    bool is_prepared(int session) const {
        const auto before = programme(session).prerequisite;
        if (!before || holds(*before)) return true;
        const auto first = attended(*before);
        return first && offer(*first).last_slot() < offer(session).first_slot();
    }

    bool stays_away(int session) const {
        const auto seat = instance_.frozen_seats.find({person_, session});
        return seat != instance_.frozen_seats.end() && !seat->second;
    }

    int away_in(int slot) const {
        return static_cast<int>(std::ranges::count_if(assignment_, [&](const Attendance& seat) {
            return std::ranges::binary_search(offer(seat.session).slots, slot) &&
                   instance_.persons[nth(seat.person)].office == who_.office;
        }));
    }

    const Instance& instance_;
    const Assignment& assignment_;
    int person_;
    const Person& who_;
    std::vector<int> sizes_;
    std::vector<int> own_;
    std::int64_t left_;
    int hours_ = 0;
};

}  // namespace

std::vector<NeedAnswer> explain_person(
    const Instance& instance, const Assignment& assignment, int person
) {
    const Standing standing(instance, assignment, person);
    std::vector<NeedAnswer> answers;
    for (const auto& need : instance.needs) {
        if (need.person != person) continue;
        const auto attended = standing.attended(need.programme);
        auto& answer = answers.emplace_back(NeedAnswer{need.programme, need.weight, attended, {}});
        for (std::size_t at = 0; at < instance.sessions.size() && !attended; ++at) {
            const auto session = static_cast<int>(at);
            if (instance.sessions[at].programme != need.programme) continue;
            answer.choices.push_back({session, standing.obstacle(session)});
        }
    }
    return answers;
}

SessionAnswer explain_session(
    const Instance& instance, const Assignment& assignment, int session, const Limits& limits
) {
    const auto& offer = instance.sessions[nth(session)];
    SessionAnswer answer;
    for (const auto& seat : assignment) {
        if (seat.session != session) continue;
        ++answer.people;
        const auto office = instance.persons[nth(seat.person)].office;
        answer.cost += instance.travel[nth(office)][nth(offer.venue)].value_or(0);
    }
    answer.open = answer.people > 0;
    if (answer.open) answer.cost += offer.fixed_cost;
    const auto year = year_columns(instance);
    for (const auto& seats : year.seats) {
        if (seats.session == session) answer.could_come += year.group(seats).size();
    }
    answer.value = judge(instance, assignment).value;
    auto opposite = instance;
    opposite.frozen_sessions[session] = !answer.open;
    const auto other = solve_year(opposite, limits);
    if (other.outcome != Outcome::impossible) answer.otherwise = other.bound;
    return answer;
}

std::vector<LimitPrice> prices_of_limits(const Instance& instance) {
    using enum Family;
    constexpr Family bought[] = {budget, capacity, presence, rooms, teaches_most};
    const auto root = solve_year(instance, {.nodes = 1});
    std::vector<LimitPrice> limits;
    if (root.proof.leaves.empty()) return limits;
    for (const auto& [row, price] : *root.proof.leaves.front().prices.back()) {
        const auto& name = root.proof.pool[nth(row)].name;
        if (std::ranges::find(bought, name.family) != std::end(bought) && price > 0)
            limits.push_back({name.family, name.at, price});
    }
    return limits;
}

}  // namespace nangluc::annual
