#include "engines/assign/annual/groups.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

struct Facts {
    explicit Facts(const Instance& the_instance)
        : instance(the_instance),
          shut(the_instance.sessions.size()),
          of_programme(the_instance.programmes.size()),
          needs(the_instance.persons.size()) {
        for (std::size_t at = 0; at < instance.sessions.size(); ++at) {
            of_programme[nth(instance.sessions[at].programme)].push_back(static_cast<int>(at));
        }
        for (const auto& need : instance.needs) {
            const auto most = instance.persons[nth(need.person)].max_sessions;
            const bool open = !holds(need.person, need.programme) && most.value_or(1) > 0;
            if (open) needs[nth(need.person)].push_back(&need);
        }
        for (std::size_t at = 0; at < shut.size(); ++at) {
            const auto& offer = instance.sessions[at];
            shut[at] = instance.rooms_for(offer.venue, offer.seats_needed()).value_or(1) == 0;
        }
        for (const auto& [session, opens] : instance.frozen_sessions) {
            if (!opens) shut[nth(session)] = true;
        }
    }

    bool holds(int person, int programme) const {
        return std::ranges::binary_search(instance.held, std::pair(person, programme));
    }

    bool stays_away(int person, int session) const {
        const auto settled = instance.frozen_seats.find({person, session});
        return settled != instance.frozen_seats.end() && !settled->second;
    }

    const Instance& instance;
    std::vector<bool> shut;
    std::vector<std::vector<int>> of_programme;
    std::vector<std::vector<const Need*>> needs;  // [person], not held
};

bool has_way(const Facts& facts, int person, int session) {
    const auto& who = facts.instance.persons[nth(person)];
    const auto& offer = facts.instance.sessions[nth(session)];
    return facts.instance.travel[nth(who.office)][nth(offer.venue)].has_value() &&
           facts.instance.programmes[nth(offer.programme)].hours <= who.max_hours;
}

// What a person needs and the sessions of it, without a look at prerequisites.
std::vector<GroupNeed> wished(const Facts& facts, int person) {
    std::vector<GroupNeed> wishes;
    for (const auto* need : facts.needs[nth(person)]) {
        const auto before = facts.instance.programmes[nth(need->programme)].prerequisite;
        const bool free_before = !before || facts.holds(person, *before);
        auto& wish = wishes.emplace_back(GroupNeed{need->programme, need->weight, free_before, {}});
        for (const auto session : facts.of_programme[nth(need->programme)]) {
            const bool can = !facts.shut[nth(session)] && has_way(facts, person, session) &&
                             !facts.stays_away(person, session);
            if (can) wish.sessions.push_back(session);
        }
    }
    return wishes;
}

// Drops the sessions before which the prerequisite cannot be attended; true where there were any.
bool drop_unprepared(const Instance& instance, std::vector<GroupNeed>& reach, GroupNeed& need) {
    if (need.free_before) return false;
    const auto before = *instance.programmes[nth(need.programme)].prerequisite;
    const auto found = std::ranges::find(reach, before, &GroupNeed::programme);
    const auto offer = [&](int session) -> const Session& {
        return instance.sessions[nth(session)];
    };
    return std::erase_if(need.sessions, [&](int session) {
               return found == reach.end() || std::ranges::none_of(found->sessions, [&](int first) {
                          return offer(first).last_slot() < offer(session).first_slot();
                      });
           }) > 0;
}

// The needs of a person that stay when every session out of reach is dropped. A prerequisite must
// be in reach in an earlier slot, and its own before that; each turn drops one step of a chain.
std::vector<GroupNeed> in_reach(const Facts& facts, int person) {
    auto reach = wished(facts, person);
    for (bool changed = true; changed;) {
        changed = false;
        for (auto& need : reach) {
            if (drop_unprepared(facts.instance, reach, need)) changed = true;
        }
    }
    std::erase_if(reach, [](const GroupNeed& need) { return need.sessions.empty(); });
    return reach;
}

bool shut_too_small(Facts& facts, const std::vector<std::vector<GroupNeed>>& reach) {
    std::vector<int> eligible(facts.instance.sessions.size());
    for (const auto& needs : reach) {
        for (const auto& need : needs) {
            for (const auto session : need.sessions) ++eligible[nth(session)];
        }
    }
    bool changed = false;
    for (std::size_t session = 0; session < eligible.size(); ++session) {
        if (facts.shut[session] ||
            eligible[session] >= facts.instance.sessions[session].min_class) {
            continue;
        }
        facts.shut[session] = true;
        changed = true;
    }
    return changed;
}

using Sessions = std::vector<int>;

std::vector<Sessions> settled_seats(const Instance& instance) {
    std::vector<Sessions> of_person(instance.persons.size());
    for (const auto& [seat, attends] : instance.frozen_seats) {
        if (attends) of_person[nth(seat.person)].push_back(seat.session);
    }
    return of_person;
}

std::vector<Sessions> previous_seats(const Instance& instance) {
    std::vector<Sessions> of_person(instance.persons.size());
    if (!instance.counts_changes()) return of_person;
    for (const auto& seat : *instance.previous) of_person[nth(seat.person)].push_back(seat.session);
    return of_person;
}

}  // namespace

std::vector<Group> groups_of(const Instance& instance) {
    Facts facts(instance);
    std::vector<std::vector<GroupNeed>> reach(instance.persons.size());
    do {
        for (std::size_t person = 0; person < reach.size(); ++person) {
            reach[person] = in_reach(facts, static_cast<int>(person));
        }
    } while (shut_too_small(facts, reach));

    const auto settled = settled_seats(instance);
    const auto previous = previous_seats(instance);
    std::vector<Group> groups;
    using Alike = std::tuple<int, int, int, int, std::vector<GroupNeed>, Sessions, Sessions>;
    std::map<Alike, std::size_t> known;
    for (std::size_t person = 0; person < reach.size(); ++person) {
        const auto& who = instance.persons[person];
        const bool idle = reach[person].empty() && settled[person].empty();
        if (idle && who.min_hours == 0) continue;
        const int alone = reach[person].size() > 1 ? static_cast<int>(person) : -1;
        auto key = Alike(
            alone,
            who.office,
            who.min_hours,
            who.max_hours,
            reach[person],
            settled[person],
            previous[person]
        );
        const auto [found, is_new] = known.emplace(std::move(key), groups.size());
        if (is_new) {
            groups.push_back(
                {{},
                 who.office,
                 who.min_hours,
                 who.max_hours,
                 reach[person],
                 settled[person],
                 previous[person]}
            );
        }
        groups[found->second].members.push_back(static_cast<int>(person));
    }
    return groups;
}

}  // namespace nangluc::annual
