#include "engines/assign/annual/without.hpp"

#include <algorithm>
#include <set>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

class Names {
public:
    explicit Names(const Instance& instance) : instance_(instance) {}

    std::vector<NamedLimit> all() {
        add_people();
        add_offers();
        add_supply();
        for (const auto& [seat, attends] : instance_.frozen_seats) {
            names_.push_back({Limit::frozen_seat, seat.person, seat.session});
        }
        for (const auto& [session, opens] : instance_.frozen_sessions) {
            names_.push_back({Limit::frozen_session, session});
        }
        for (std::size_t at = 0; at < instance_.floors.size(); ++at) add(Limit::floor, at);
        names_.push_back({Limit::budget});
        return std::move(names_);
    }

private:
    void add(Limit limit, std::size_t at) { names_.push_back({limit, static_cast<int>(at)}); }

    void add_people() {
        for (std::size_t at = 0; at < instance_.persons.size(); ++at) add(Limit::max_hours, at);
        for (std::size_t at = 0; at < instance_.persons.size(); ++at) {
            if (instance_.persons[at].max_sessions) add(Limit::max_sessions, at);
        }
        for (std::size_t at = 0; at < instance_.programmes.size(); ++at) {
            if (instance_.programmes[at].prerequisite) add(Limit::prerequisite, at);
        }
        for (std::size_t at = 0; at < instance_.offices.size(); ++at) add(Limit::presence, at);
    }

    void add_offers() {
        for (std::size_t at = 0; at < instance_.sessions.size(); ++at) {
            if (instance_.sessions[at].min_class > 1) add(Limit::min_class, at);
        }
        for (std::size_t at = 0; at < instance_.sessions.size(); ++at) add(Limit::capacity, at);
    }

    void add_supply() {
        std::set<int> venues;
        for (const auto& rooms : instance_.rooms) venues.insert(rooms.venue);
        for (const auto venue : venues) names_.push_back({Limit::rooms, venue});
        std::set<int> taught;
        for (std::size_t at = 0; at < instance_.lecturers.size(); ++at) {
            const auto& programmes = instance_.lecturers[at].programmes;
            taught.insert(programmes.begin(), programmes.end());
            add(Limit::lecturer, at);
        }
        for (const auto programme : taught) names_.push_back({Limit::teachers, programme});
    }

    const Instance& instance_;
    std::vector<NamedLimit> names_;
};

// More than a plan can cost: each need is attended once at most.
std::int64_t all_costs(const Instance& instance) {
    std::int64_t costs = instance.budget;
    for (const auto& session : instance.sessions) costs += session.fixed_cost;
    for (const auto& need : instance.needs) {
        std::int64_t dearest = 0;
        const auto office = instance.persons[nth(need.person)].office;
        for (const auto& way : instance.travel[nth(office)]) {
            dearest = std::max(dearest, way.value_or(0));
        }
        costs += dearest;
    }
    return costs;
}

void leave_everybody(Instance& year, int office) {
    year.offices[nth(office)].max_absent = static_cast<int>(year.persons.size());
    std::erase_if(year.absences, [&](const auto& here) { return here.first.first == office; });
}

void take_any(Instance& year, int session) {
    auto& offer = year.sessions[nth(session)];
    offer.room_seats = offer.seats_needed();  // the room stays what it was
    offer.capacity = std::max(offer.capacity, static_cast<int>(year.persons.size()));
}

void teach_without(Instance& year, int programme) {
    for (auto& lecturer : year.lecturers) std::erase(lecturer.programmes, programme);
}

void take_away(Instance& year, const NamedLimit& name) {
    constexpr auto many = 1'000'000;
    const auto [limit, at, session] = name;
    switch (limit) {
        case Limit::max_hours:
            year.persons[nth(at)].max_hours = many;
            return;
        case Limit::max_sessions:
            return year.persons[nth(at)].max_sessions.reset();
        case Limit::prerequisite:
            return year.programmes[nth(at)].prerequisite.reset();
        case Limit::presence:
            return leave_everybody(year, at);
        case Limit::min_class:
            year.sessions[nth(at)].min_class = 1;
            return;
        case Limit::capacity:
            return take_any(year, at);
        case Limit::rooms:
            std::erase_if(year.rooms, [&](const Rooms& rooms) { return rooms.venue == name.at; });
            return;
        case Limit::lecturer:
            year.lecturers[nth(at)].max_sessions = many;
            return;
        case Limit::teachers:
            return teach_without(year, at);
        case Limit::frozen_seat:
            year.frozen_seats.erase({at, session});
            return;
        case Limit::frozen_session:
            year.frozen_sessions.erase(at);
            return;
        case Limit::floor:
            year.floors[nth(at)].least_seats = 0;
            year.floors[nth(at)].least_percent = 0;
            return;
        case Limit::budget:
            year.budget = all_costs(year);
            return;
    }
}

}  // namespace

std::vector<NamedLimit> limits_of(const Instance& instance) {
    return Names(instance).all();
}

Instance without(const Instance& instance, const std::vector<NamedLimit>& limits) {
    auto year = instance;
    for (const auto& limit : limits) take_away(year, limit);
    return year;
}

}  // namespace nangluc::annual
