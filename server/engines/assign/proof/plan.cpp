#include "engines/assign/proof/plan.hpp"

namespace nangluc::proof {

namespace {

std::string told(const std::string& rule, Id one, Id other) {
    return rule + " " + std::to_string(one) + " " + std::to_string(other);
}

struct Counts {
    std::map<Id, Id> class_size;  // by session
    std::map<Pair, Id> rows;      // person, session
    std::map<Pair, Id> in_slot;   // person, slot
    std::map<Pair, Id> attended;  // person, programme: how often
    std::map<Pair, Id> slot_of;   // person, programme: the earliest slot
    std::map<Pair, Id> absent;    // office, slot
    std::map<Id, Id> hours;       // by person
};

Counts count(const Facts& facts, const std::vector<Pair>& attendances) {
    Counts counts;
    for (const auto& [person, id] : attendances) {
        const auto& session = facts.sessions.at(id);
        const Pair what{person, session.programme};
        ++counts.rows[{person, id}];
        ++counts.class_size[id];
        ++counts.in_slot[{person, session.slot}];
        ++counts.attended[what];
        ++counts.absent[{facts.persons.at(person).office, session.slot}];
        counts.hours[person] += facts.programmes.at(session.programme).hours;
        const auto [slot, is_first] = counts.slot_of.emplace(what, session.slot);
        if (!is_first) slot->second = std::min(slot->second, session.slot);
    }
    return counts;
}

void look_at_people(const Facts& facts, const Counts& counts, Worth& worth) {
    for (const auto& [pair, times] : counts.rows) {
        const auto& session = facts.sessions.at(pair.second);
        const Pair what{pair.first, session.programme};
        const bool needed = facts.needs.contains(what) && !facts.held.contains(what);
        if (times > 1) worth.broken.push_back(told("twice", pair.first, pair.second));
        if (!needed) worth.broken.push_back(told("not_needed", pair.first, pair.second));
        const auto first = facts.programmes.at(session.programme).prerequisite;
        if (!first || facts.holds(pair.first, *first)) continue;
        const auto slot = counts.slot_of.find({pair.first, *first});
        if (slot == counts.slot_of.end() || slot->second >= session.slot) {
            worth.broken.push_back(told("prerequisite", pair.first, pair.second));
        }
    }
    for (const auto& [pair, times] : counts.in_slot) {
        if (times > 1) worth.broken.push_back(told("slot_twice", pair.first, pair.second));
    }
    for (const auto& [pair, times] : counts.attended) {
        if (times > 1) worth.broken.push_back(told("programme_twice", pair.first, pair.second));
    }
    for (const auto& [person, hours] : counts.hours) {
        const auto most = facts.persons.at(person).max_hours;
        if (hours > most) worth.broken.push_back(told("max_hours", person, hours));
    }
}

void look_at_offers(const Facts& facts, const Counts& counts, Worth& worth) {
    for (const auto& [id, people] : counts.class_size) {
        const auto& session = facts.sessions.at(id);
        worth.cost += session.fixed_cost;
        const bool fits = session.min_class <= people && people <= session.capacity;
        if (!fits) worth.broken.push_back(told("class_size", id, people));
    }
    for (const auto& [pair, people] : counts.absent) {
        if (people > facts.max_absent.at(pair.first)) {
            worth.broken.push_back(told("presence", pair.first, pair.second));
        }
    }
}

}  // namespace

Worth worth_of(const Facts& facts, const std::vector<Pair>& attendances) {
    Worth worth;
    const auto counts = count(facts, attendances);
    look_at_people(facts, counts, worth);
    look_at_offers(facts, counts, worth);
    for (const auto& [person, id] : attendances) {
        const auto& session = facts.sessions.at(id);
        const auto need = facts.needs.find({person, session.programme});
        if (need != facts.needs.end()) worth.value += need->second;
        const auto way = facts.travel.find({facts.persons.at(person).office, session.venue});
        if (way == facts.travel.end()) {
            worth.broken.push_back(told("no_way", person, id));
        } else {
            worth.cost += way->second;
        }
    }
    for (const auto& [id, person] : facts.persons) {
        const auto attended = counts.hours.find(id);
        const auto hours = attended == counts.hours.end() ? 0 : attended->second;
        if (hours < person.min_hours) worth.value -= facts.penalty * (person.min_hours - hours);
    }
    if (worth.cost > facts.budget) worth.broken.emplace_back("budget");
    return worth;
}

}  // namespace nangluc::proof
