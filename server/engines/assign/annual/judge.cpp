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
        : instance_(instance), hours_(instance.persons.size()), sizes_(instance.sessions.size()) {
        for (const auto& need : instance.needs)
            weights_[{need.person, need.programme}] = need.weight;
    }

    Verdict verdict(const Assignment& assignment) {
        for (const auto& attendance : assignment) attend(attendance);
        for (const auto& attendance : assignment) look_before(attendance);
        look_at_sessions();
        look_at_persons();
        look_at_offices();
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
        if (!attended_.emplace(held, offer.slot).second) {
            breach(Rule::programme_twice, person, session);
        }
        if (!slots_.insert({person, offer.slot}).second) breach(Rule::slot_twice, person, session);

        const auto way = instance_.travel[nth(office)][nth(offer.venue)];
        if (!way) breach(Rule::no_way, person, session);
        verdict_.cost += way.value_or(0);
        hours_[nth(person)] += instance_.programmes[nth(offer.programme)].hours;
        ++sizes_[nth(session)];
        ++absent_[{office, offer.slot}];
    }

    void look_before(const Attendance& attendance) {
        const auto& offer = instance_.sessions[nth(attendance.session)];
        const auto before = instance_.programmes[nth(offer.programme)].prerequisite;
        if (!before) return;
        const Pair first{attendance.person, *before};
        if (std::ranges::binary_search(instance_.held, first)) return;
        const auto slot = attended_.find(first);
        if (slot != attended_.end() && slot->second < offer.slot) return;
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
            const auto missing = std::max<std::int64_t>(0, limits.min_hours - hours_[person]);
            verdict_.shortfall_hours += missing;
        }
        verdict_.value -= instance_.penalty * verdict_.shortfall_hours;
    }

    void look_at_offices() {
        for (const auto& [place, people] : absent_) {
            const auto [office, slot] = place;
            if (people > instance_.offices[nth(office)].max_absent) {
                breach(Rule::presence, office, slot);
            }
        }
    }

    const Instance& instance_;
    Verdict verdict_;
    std::map<Pair, std::int64_t> weights_;
    std::map<Pair, int> attended_;  // person and programme: the slot
    std::set<Pair> rows_;
    std::set<Pair> slots_;
    std::map<Pair, int> absent_;  // office and slot
    std::vector<std::int64_t> hours_;
    std::vector<int> sizes_;
};

}  // namespace

Verdict judge(const Instance& instance, const Assignment& assignment) {
    return Judge(instance).verdict(assignment);
}

}  // namespace nangluc::annual
