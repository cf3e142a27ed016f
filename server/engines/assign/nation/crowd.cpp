#include "engines/assign/nation/crowd.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::nation {

using annual::nth;

namespace {

// The wishes of one person: needed, not held, with a way, no longer than all allowed hours, and
// what must come before held or wished too. In turn, since each that goes may take another along.
class Wishing {
public:
    explicit Wishing(const Crowd& crowd) : crowd_(crowd), instance_(crowd.instance()) {}

    std::vector<Wish> wishes(int person, std::span<const annual::Need> needs) {
        wishes_.clear();
        for (const auto& need : needs) {
            if (can_be(person, need.programme)) {
                wishes_.push_back({need.programme, -1, crowd_.nano(need.weight)});
            }
        }
        while (std::erase_if(wishes_, [&](const Wish& wish) { return !prepared(person, wish); }) > 0
        ) {
        }
        return in_order(person);
    }

private:
    bool holds(int person, int programme) const {
        return std::ranges::binary_search(instance_.held, std::pair(person, programme));
    }

    bool can_be(int person, int programme) const {
        const auto& who = instance_.persons[nth(person)];
        return !holds(person, programme) && crowd_.hours(programme) <= who.max_hours &&
               who.max_sessions.value_or(1) > 0 && !crowd_.ways(who.office, programme).empty();
    }

    // Which programme must be attended before; -1 where none must.
    int first_of(int person, int programme) const {
        const auto before = instance_.programmes[nth(programme)].prerequisite;
        return before && !holds(person, *before) ? *before : -1;
    }

    bool prepared(int person, const Wish& wish) const {
        const auto first = first_of(person, wish.programme);
        return first < 0 || std::ranges::find(wishes_, first, &Wish::programme) != wishes_.end();
    }

    // Those of a circle of prerequisites never get their turn: nobody can begin one.
    std::vector<Wish> in_order(int person) const {
        std::vector<Wish> ordered;
        for (bool grows = true; grows;) {
            grows = false;
            for (auto wish : wishes_) {
                if (std::ranges::find(ordered, wish.programme, &Wish::programme) != ordered.end()) {
                    continue;
                }
                const auto first = first_of(person, wish.programme);
                const auto found = std::ranges::find(ordered, first, &Wish::programme);
                if (first >= 0 && found == ordered.end()) continue;
                if (first >= 0) wish.before = static_cast<int>(found - ordered.begin());
                ordered.push_back(wish);
                grows = true;
            }
        }
        return ordered;
    }

    const Crowd& crowd_;
    const Instance& instance_;
    std::vector<Wish> wishes_;
};

auto key_of(const Kind& kind) {
    return std::tie(kind.office, kind.min_hours, kind.max_hours, kind.max_sessions, kind.wishes);
}

}  // namespace

Crowd::Crowd(const Instance& instance) : instance_(&instance) {
    for (int place = instance.value_places; place < nano_places; ++place) scale_ *= 10;
    penalty_ = nano(instance.penalty);
    add_slots();
    add_ways();
    add_kinds();
}

void Crowd::add_slots() {
    for (const auto& session : instance_->sessions) {
        slots_.insert(slots_.end(), session.slots.begin(), session.slots.end());
    }
    std::ranges::sort(slots_);
    slots_.erase(std::unique(slots_.begin(), slots_.end()), slots_.end());
    for (const auto& session : instance_->sessions) {
        auto& places = slots_of_.emplace_back();
        for (const auto slot : session.slots) {
            places.push_back(
                static_cast<int>(std::ranges::lower_bound(slots_, slot) - slots_.begin())
            );
        }
    }
    for (int office = 0; office < offices(); ++office) {
        for (const auto slot : slots_) {
            most_absent_.push_back(instance_->most_absent(office, slot));
        }
    }
}

void Crowd::add_ways() {
    std::vector<std::vector<int>> offered(instance_->programmes.size());
    for (int session = 0; session < sessions(); ++session) {
        offered[nth(instance_->sessions[nth(session)].programme)].push_back(session);
    }
    ways_of_.push_back(0);
    for (const auto& venues : instance_->travel) {
        for (const auto& of_programme : offered) {
            for (const auto session : of_programme) {
                const auto cost = venues[nth(instance_->sessions[nth(session)].venue)];
                if (cost) ways_.push_back({session, *cost});
            }
            ways_of_.push_back(ways_.size());
        }
    }
}

void Crowd::add_kinds() {
    Wishing wishing(*this);
    std::vector<Kind> alone;
    std::span<const annual::Need> rest(instance_->needs);
    for (int person = 0; person < static_cast<int>(instance_->persons.size()); ++person) {
        const auto& who = instance_->persons[nth(person)];
        worst_ -= penalty_ * who.min_hours;
        std::size_t own = 0;
        while (own < rest.size() && rest[own].person == person) ++own;
        const auto needs = rest.first(own);
        rest = rest.subspan(own);
        auto wishes = wishing.wishes(person, needs);
        if (wishes.empty()) continue;
        const auto most = who.max_sessions.value_or(std::numeric_limits<int>::max());
        alone.push_back(
            {who.office, who.min_hours, who.max_hours, most, std::move(wishes), {person}}
        );
    }
    std::ranges::stable_sort(alone, [](const Kind& one, const Kind& other) {
        return key_of(one) < key_of(other);
    });
    for (auto& kind : alone) {
        if (!kinds_.empty() && key_of(kinds_.back()) == key_of(kind)) {
            kinds_.back().members.push_back(kind.members.front());
        } else {
            kinds_.push_back(std::move(kind));
        }
    }
    kinds_of_office_.assign(instance_->offices.size() + 1, 0);
    for (const auto& kind : kinds_) ++kinds_of_office_[nth(kind.office) + 1];
    std::partial_sum(kinds_of_office_.begin(), kinds_of_office_.end(), kinds_of_office_.begin());
}

std::span<const Kind> Crowd::kinds_of(int office) const {
    const auto begin = kinds_of_office_[nth(office)];
    return std::span(kinds_).subspan(begin, kinds_of_office_[nth(office) + 1] - begin);
}

std::span<const Way> Crowd::ways(int office, int programme) const {
    const auto at = nth(office) * instance_->programmes.size() + nth(programme);
    return std::span(ways_).subspan(ways_of_[at], ways_of_[at + 1] - ways_of_[at]);
}

const std::vector<int>& Crowd::slots_of(int session) const {
    return slots_of_[nth(session)];
}

int Crowd::most_absent(int office, int slot) const {
    return most_absent_[nth(office) * slots_.size() + nth(slot)];
}

int Crowd::hours(int programme) const {
    return instance_->programmes[nth(programme)].hours;
}

}  // namespace nangluc::nation
