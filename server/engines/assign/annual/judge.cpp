#include "engines/assign/annual/judge.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

using Pair = std::pair<int, int>;

class Judge {
public:
    explicit Judge(const Instance& instance)
        : instance_(instance),
          hours_(instance.persons.size()),
          sizes_(instance.sessions.size()),
          times_(instance.persons.size()) {
        for (const auto& need : instance.needs)
            weights_[{need.person, need.programme}] = need.weight;
    }

    Verdict verdict(const Assignment& assignment, const Lessons& lessons) {
        for (const auto& attendance : assignment) attend(attendance);
        for (const auto& attendance : assignment) look_before(attendance);
        look_at_sessions();
        look_at_persons();
        look_at_offices();
        look_at_what_is_settled();
        look_at_rooms();
        look_at_lessons(lessons);
        for (const auto& floor : instance_.floors) look_at_floor(floor, assignment);
        count_changes();
        if (verdict_.cost > instance_.budget) breach(Rule::budget);
        return std::move(verdict_);
    }

private:
    void breach(Rule rule, int who = -1, int what = -1) {
        verdict_.breaches.push_back({rule, who, what});
    }

    void attend(const Attendance& attendance) {
        const auto [person, session] = attendance;
        const auto& offer = instance_.sessions[nth(session)];
        const auto office = instance_.persons[nth(person)].office;
        if (!rows_.insert({person, session}).second) breach(Rule::row_twice, person, session);

        const auto weight = weights_.find({person, offer.programme});
        const Pair held{person, offer.programme};
        const bool holds = std::ranges::binary_search(instance_.held, held);
        if (weight == weights_.end() || holds) breach(Rule::not_needed, person, session);
        if (weight != weights_.end()) verdict_.value += weight->second;
        if (!attended_.emplace(held, offer.last_slot()).second) {
            breach(Rule::programme_twice, person, session);
        }
        take_slots(attendance);

        const auto way = instance_.travel[nth(office)][nth(offer.venue)];
        if (!way) breach(Rule::no_way, person, session);
        verdict_.cost += way.value_or(0);
        hours_[nth(person)] += instance_.programmes[nth(offer.programme)].hours;
        ++sizes_[nth(session)];
        ++times_[nth(person)];
    }

    void take_slots(const Attendance& attendance) {
        const auto [person, session] = attendance;
        bool twice = false;
        for (const auto slot : instance_.sessions[nth(session)].slots) {
            if (!slots_.insert({person, slot}).second) twice = true;
            ++absent_[{instance_.persons[nth(person)].office, slot}];
        }
        if (twice) breach(Rule::slot_twice, person, session);
    }

    void look_before(const Attendance& attendance) {
        const auto& offer = instance_.sessions[nth(attendance.session)];
        const auto before = instance_.programmes[nth(offer.programme)].prerequisite;
        if (!before) return;
        const Pair first{attendance.person, *before};
        if (std::ranges::binary_search(instance_.held, first)) return;
        const auto last = attended_.find(first);
        if (last != attended_.end() && last->second < offer.first_slot()) return;
        breach(Rule::prerequisite, attendance.person, attendance.session);
    }

    void look_at_sessions() {
        for (std::size_t session = 0; session < sizes_.size(); ++session) {
            const auto size = sizes_[session];
            if (size == 0) continue;
            const auto& offer = instance_.sessions[session];
            ++verdict_.open_sessions;
            verdict_.cost += offer.fixed_cost;
            const bool fits = offer.min_class <= size && size <= offer.capacity;
            if (!fits) breach(Rule::class_size, -1, static_cast<int>(session));
        }
    }

    void look_at_persons() {
        for (std::size_t person = 0; person < hours_.size(); ++person) {
            const auto& limits = instance_.persons[person];
            if (hours_[person] > limits.max_hours) breach(Rule::hours, static_cast<int>(person));
            if (times_[person] > limits.max_sessions.value_or(times_[person])) {
                breach(Rule::max_sessions, static_cast<int>(person));
            }
            const auto missing = std::max<std::int64_t>(0, limits.min_hours - hours_[person]);
            verdict_.shortfall_hours += missing;
        }
        verdict_.value -= instance_.penalty * verdict_.shortfall_hours;
    }

    void look_at_offices() {
        for (const auto& [place, people] : absent_) {
            const auto [office, slot] = place;
            if (people > instance_.most_absent(office, slot)) {
                breach(Rule::presence, office, slot);
            }
        }
    }

    void look_at_what_is_settled() {
        for (const auto& [session, opens] : instance_.frozen_sessions) {
            if ((sizes_[nth(session)] > 0) != opens) breach(Rule::frozen_session, -1, session);
        }
        for (const auto& [seat, attends] : instance_.frozen_seats) {
            if (rows_.contains({seat.person, seat.session}) == attends) continue;
            breach(Rule::frozen_seat, seat.person, seat.session);
        }
    }

    // Each has a room of its own if, counted from every size up, there are rooms enough.
    void look_at_rooms() {
        std::map<Pair, std::vector<int>> held;  // venue and slot: how large
        for (std::size_t session = 0; session < sizes_.size(); ++session) {
            const auto& offer = instance_.sessions[session];
            if (sizes_[session] == 0) continue;
            for (const auto slot : offer.slots)
                held[{offer.venue, slot}].push_back(offer.seats_needed());
        }
        for (const auto& [place, capacities] : held) {
            if (!fit(place.first, capacities)) breach(Rule::rooms, place.first, place.second);
        }
    }

    bool fit(int venue, const std::vector<int>& capacities) const {
        return std::ranges::all_of(capacities, [&](int seats) {
            const auto rooms = instance_.rooms_for(venue, seats);
            const auto as_large =
                std::ranges::count_if(capacities, [&](int other) { return other >= seats; });
            return !rooms || as_large <= *rooms;
        });
    }

    // Each session that needs one of the lecturers has one, who can teach it and is nowhere else.
    void look_at_lessons(const Lessons& lessons) {
        std::map<int, int> times;  // lecturer
        std::set<Pair> busy;       // lecturer and slot
        std::set<int> taught;
        for (const auto& [lecturer, session] : lessons) {
            const auto& offer = instance_.sessions[nth(session)];
            const auto& who = instance_.lecturers[nth(lecturer)];
            bool sound = Instance::can_teach(who, offer) && taught.insert(session).second &&
                         ++times[lecturer] <= who.max_sessions;
            for (const auto slot : offer.slots) {
                if (!busy.insert({lecturer, slot}).second) sound = false;
            }
            if (!sound) breach(Rule::lecturer, lecturer, session);
        }
        for (std::size_t at = 0; at < sizes_.size(); ++at) {
            const auto session = static_cast<int>(at);
            const bool needed = sizes_[at] > 0 && instance_.needs_lecturer(instance_.sessions[at]);
            if (needed && !taught.contains(session)) breach(Rule::lecturer, -1, session);
        }
    }

    void look_at_floor(const Floor& floor, const Assignment& assignment) {
        std::int64_t seats = 0;
        std::int64_t theirs = 0;
        std::int64_t all = 0;
        for (const auto& [person, session] : assignment) {
            const auto programme = instance_.sessions[nth(session)].programme;
            const auto weight = weights_.find({person, programme});
            const auto worth = weight == weights_.end() ? 0 : weight->second;
            all += worth;
            const auto office = instance_.persons[nth(person)].office;
            if (!std::ranges::binary_search(floor.offices, office)) continue;
            theirs += worth;
            ++seats;
        }
        const bool kept = seats >= floor.least_seats && 100 * theirs >= floor.least_percent * all;
        if (!kept) breach(Rule::floor, static_cast<int>(&floor - instance_.floors.data()));
    }

    void count_changes() {
        if (!instance_.previous) return;
        std::int64_t kept = 0;
        for (const auto& seat : *instance_.previous) {
            if (rows_.contains({seat.person, seat.session})) ++kept;
        }
        const auto before = static_cast<std::int64_t>(instance_.previous->size());
        verdict_.changes = before + static_cast<std::int64_t>(rows_.size()) - 2 * kept;
        verdict_.value -= instance_.change_penalty * verdict_.changes;
    }

    const Instance& instance_;
    Verdict verdict_;
    std::map<Pair, std::int64_t> weights_;
    std::map<Pair, int> attended_;  // person and programme: the last slot
    std::set<Pair> rows_;
    std::set<Pair> slots_;
    std::map<Pair, int> absent_;  // office and slot
    std::vector<std::int64_t> hours_;
    std::vector<int> sizes_;
    std::vector<int> times_;  // that a person attends
};

}  // namespace

Verdict judge(const Instance& instance, const Assignment& assignment, const Lessons& lessons) {
    return Judge(instance).verdict(assignment, lessons);
}

}  // namespace nangluc::annual
