#include "engines/assign/proof/supply.hpp"

#include <algorithm>

namespace nangluc::proof {

std::string told(const std::string& rule, Id one, Id other) {
    return rule + " " + std::to_string(one) + " " + std::to_string(other);
}

namespace {

class Supply {
public:
    Supply(
        const Facts& facts, const std::vector<Pair>& attendances, std::vector<std::string>& broken
    )
        : facts_(facts), attendances_(attendances), broken_(broken) {
        for (const auto& [person, session] : attendances) open_.insert(session);
    }

    // The largest session takes the largest room, and so on down: if that fails, all else does.
    void look_at_rooms() {
        std::map<Pair, std::vector<Id>> wanted;  // venue, slot: seats
        for (const auto id : open_) {
            const auto& session = facts_.sessions.at(id);
            for (const auto slot : session.slots) {
                wanted[{session.venue, slot}].push_back(session.capacity);
            }
        }
        for (auto& [place, seats] : wanted) {
            if (!facts_.rooms_for(place.first, 0)) continue;
            auto rooms = rooms_of(place.first, seats.size());
            std::ranges::sort(seats, std::greater{});
            bool fit = rooms.size() >= seats.size();
            for (std::size_t at = 0; fit && at < seats.size(); ++at) fit = seats[at] <= rooms[at];
            if (!fit) broken_.push_back(told("rooms", place.first, place.second));
        }
    }

    void look_at_lessons(const std::vector<Pair>& lessons) {
        std::map<Id, Id> times;
        std::set<Pair> busy;
        std::set<Id> taught;
        for (const auto& [lecturer, id] : lessons) {
            const auto& session = facts_.sessions.at(id);
            bool sound = facts_.teaches(lecturer, session) && taught.insert(id).second;
            for (const auto slot : session.slots) {
                sound = busy.insert({lecturer, slot}).second && sound;
            }
            if (++times[lecturer] > facts_.lecturers.at(lecturer).max_sessions) sound = false;
            if (!sound) broken_.push_back(told("lecturer", lecturer, id));
        }
        for (const auto id : open_) {
            const bool needed = facts_.needs_lecturer(facts_.sessions.at(id));
            if (needed && !taught.contains(id)) broken_.push_back(told("untaught", id, 0));
        }
    }

    void look_at_floor(Id id, const Floor& floor) {
        Id seats = 0;
        Exact theirs = 0;
        Exact all = 0;
        for (const auto& [person, session] : attendances_) {
            const auto need = facts_.needs.find({person, facts_.sessions.at(session).programme});
            const Exact weight = need == facts_.needs.end() ? Exact(0) : need->second;
            all += weight;
            if (!floor.offices.contains(facts_.persons.at(person).office)) continue;
            theirs += weight;
            ++seats;
        }
        if (seats < floor.least_seats) broken_.push_back(told("floor_seats", id, seats));
        if (theirs * 100 < all * floor.least_percent) {
            broken_.push_back(told("floor_share", id, floor.least_percent));
        }
    }

private:
    // The largest, of which no more than so many matter.
    std::vector<Id> rooms_of(Id venue, std::size_t most) const {
        std::vector<Id> rooms;
        for (const auto& some : facts_.rooms) {
            if (some.venue != venue) continue;
            const auto count = std::min<std::size_t>(most, static_cast<std::size_t>(some.count));
            rooms.insert(rooms.end(), count, some.seats);
        }
        std::ranges::sort(rooms, std::greater{});
        return rooms;
    }

    const Facts& facts_;
    const std::vector<Pair>& attendances_;
    std::vector<std::string>& broken_;
    std::set<Id> open_;
};

}  // namespace

void look_at_supply(
    const Facts& facts,
    const std::vector<Pair>& attendances,
    const std::vector<Pair>& lessons,
    std::vector<std::string>& broken
) {
    Supply supply(facts, attendances, broken);
    supply.look_at_rooms();
    supply.look_at_lessons(lessons);
    for (const auto& [id, floor] : facts.floors) supply.look_at_floor(id, floor);
}

}  // namespace nangluc::proof
