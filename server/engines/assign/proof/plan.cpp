#include "engines/assign/proof/plan.hpp"

#include "engines/assign/proof/supply.hpp"

namespace nangluc::proof {

namespace {

struct Counts {
    std::map<Id, Id> class_size;  // by session
    std::map<Pair, Id> rows;      // person, session
    std::map<Pair, Id> in_slot;   // person, slot
    std::map<Pair, Id> attended;  // person, programme: how often
    std::map<Pair, Id> end_of;    // person, programme: the earliest last slot
    std::map<Pair, Id> absent;    // office, slot
    std::map<Id, Id> hours;       // by person
    std::map<Id, Id> times;       // by person
};

Counts count(const Facts& facts, const std::vector<Pair>& attendances) {
    Counts counts;
    for (const auto& [person, id] : attendances) {
        const auto& session = facts.sessions.at(id);
        const Pair what{person, session.programme};
        ++counts.rows[{person, id}];
        ++counts.class_size[id];
        ++counts.attended[what];
        ++counts.times[person];
        for (const auto slot : session.slots) {
            ++counts.in_slot[{person, slot}];
            ++counts.absent[{facts.persons.at(person).office, slot}];
        }
        counts.hours[person] += facts.programmes.at(session.programme).hours;
        const auto [end, is_first] = counts.end_of.emplace(what, session.last());
        if (!is_first) end->second = std::min(end->second, session.last());
    }
    return counts;
}

bool is_prepared(const Facts& facts, const Counts& counts, const Pair& seat) {
    const auto& session = facts.sessions.at(seat.second);
    const auto first = facts.programmes.at(session.programme).prerequisite;
    if (!first || facts.holds(seat.first, *first)) return true;
    const auto end = counts.end_of.find({seat.first, *first});
    return end != counts.end_of.end() && end->second < session.first();
}

void look_at_seats(const Facts& facts, const Counts& counts, Worth& worth) {
    const auto broken = [&](const char* rule, const Pair& pair) {
        worth.broken.push_back(told(rule, pair.first, pair.second));
    };
    for (const auto& [pair, times] : counts.rows) {
        const Pair what{pair.first, facts.sessions.at(pair.second).programme};
        const bool needed = facts.needs.contains(what) && !facts.held.contains(what);
        if (times > 1) broken("twice", pair);
        if (!needed) broken("not_needed", pair);
        if (!is_prepared(facts, counts, pair)) broken("prerequisite", pair);
    }
    for (const auto& [pair, times] : counts.in_slot) {
        if (times > 1) broken("slot_twice", pair);
    }
    for (const auto& [pair, times] : counts.attended) {
        if (times > 1) broken("programme_twice", pair);
    }
}

void look_at_people(const Facts& facts, const Counts& counts, Worth& worth) {
    for (const auto& [person, hours] : counts.hours) {
        const auto most = facts.persons.at(person).max_hours;
        if (hours > most) worth.broken.push_back(told("max_hours", person, hours));
    }
    for (const auto& [person, times] : counts.times) {
        const auto most = facts.persons.at(person).max_sessions;
        if (most && times > *most) worth.broken.push_back(told("max_sessions", person, times));
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
        if (people > facts.most_absent(pair.first, pair.second)) {
            worth.broken.push_back(told("presence", pair.first, pair.second));
        }
    }
}

void look_at_what_is_settled(const Facts& facts, const Counts& counts, Worth& worth) {
    for (const auto& [id, opens] : facts.settled_sessions) {
        if (counts.class_size.contains(id) == opens) continue;
        worth.broken.push_back(told("settled_session", id, opens ? 1 : 0));
    }
    for (const auto& [seat, attends] : facts.settled_seats) {
        if (counts.rows.contains(seat) == attends) continue;
        worth.broken.push_back(told("settled_seat", seat.first, seat.second));
    }
}

void take_off_changes(const Facts& facts, const Counts& counts, Worth& worth) {
    if (!facts.standing) return;
    for (const auto& seat : *facts.standing) {
        if (!counts.rows.contains(seat)) worth.value -= facts.change;
    }
    for (const auto& [seat, times] : counts.rows) {
        if (!facts.standing->contains(seat)) worth.value -= facts.change;
    }
}

}  // namespace

Worth worth_of(
    const Facts& facts, const std::vector<Pair>& attendances, const std::vector<Pair>& lessons
) {
    Worth worth;
    const auto counts = count(facts, attendances);
    look_at_seats(facts, counts, worth);
    look_at_people(facts, counts, worth);
    look_at_offers(facts, counts, worth);
    look_at_what_is_settled(facts, counts, worth);
    look_at_supply(facts, attendances, lessons, worth.broken);
    take_off_changes(facts, counts, worth);
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
