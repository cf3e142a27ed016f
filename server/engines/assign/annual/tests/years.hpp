#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engines/assign/annual/files.hpp"

namespace nangluc::annual {

// Years of any size, always the same for the same numbers.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
    int upto(int most) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(most + 1));
    }

private:
    std::uint64_t state_;
};

struct Size {
    int people;
    int sessions;
    int offices = 2;
    int needs_each = 3;
};

inline std::string line(std::initializer_list<int> cells) {
    std::string text;
    for (const auto cell : cells) text += (text.empty() ? "" : ",") + std::to_string(cell);
    text += '\n';
    return text;
}

inline void add_people(Files& files, const Size& size, int programmes, Dice& dice) {
    constexpr int minimums[] = {0, 8, 16, 24};
    for (int person = 0; person < size.people; ++person) {
        const auto office = dice.upto(size.offices - 1);
        files["persons.csv"] += line({person, office, minimums[dice.upto(3)], 56});
        for (int programme = 0; programme < programmes; ++programme) {
            const auto roll = dice.upto(programmes - 1);
            if (roll < size.needs_each) {
                files["needs.csv"] += line({person, programme, 1 + dice.upto(8)});
            } else if (dice.upto(3) == 0) {
                files["held.csv"] += line({person, programme});
            }
        }
    }
}

inline Files year_of(const Size& size, std::uint64_t seed) {
    Dice dice(seed);
    Files files{
        {"offices.csv", "office,max_absent\n"},
        {"persons.csv", "person,office,min_hours,max_hours\n"},
        {"programmes.csv", "programme,hours,prerequisite\n"},
        {"sessions.csv", "session,programme,venue,slot,min_class,capacity,fixed_cost\n"},
        {"needs.csv", "person,programme,weight\n"},
        {"held.csv", "person,programme\n"},
        {"travel.csv", "office,venue,cost\n"},
        {"params.csv", ""}};
    const auto programmes = std::max(2, size.sessions / 2);
    const auto class_size = std::max(2, size.people / 4);
    for (int office = 0; office < size.offices; ++office) {
        files["offices.csv"] += line({office, std::max(1, size.people / size.offices / 3)});
        for (int venue = 0; venue < 2; ++venue) {
            files["travel.csv"] += std::to_string(office) + "," + std::to_string(venue) + "," +
                                   std::to_string(dice.upto(3)) + "." +
                                   std::to_string(10 + dice.upto(89)) + "\n";
        }
    }
    for (int programme = 0; programme < programmes; ++programme) {
        const bool follows = programme > 1 && dice.upto(2) == 0;
        files["programmes.csv"] += std::to_string(programme) + "," +
                                   std::to_string(8 * (1 + dice.upto(3))) + "," +
                                   (follows ? std::to_string(dice.upto(programme - 1)) : "") + "\n";
    }
    int costs = 0;
    for (int session = 0; session < size.sessions; ++session) {
        const auto cost = 10 + dice.upto(30);
        costs += cost;
        files["sessions.csv"] += line(
            {session,
             session % programmes,
             dice.upto(1),
             1 + dice.upto(3),
             std::max(1, class_size / 3),
             class_size,
             cost}
        );
    }
    add_people(files, size, programmes, dice);
    files["params.csv"] =
        "name,value\nbudget," + std::to_string(costs / 2) + "\nshortfall_penalty_per_hour,1\n";
    return files;
}

// The seats that somebody needs, by their ids.
inline std::vector<std::pair<int, int>> needed_seats(const Files& files) {
    const auto year = read_instance(files).value();
    std::vector<std::pair<int, int>> seats;
    for (const auto& need : year.needs) {
        if (std::ranges::binary_search(year.held, std::pair(need.person, need.programme))) continue;
        for (const auto& session : year.sessions) {
            if (session.programme != need.programme) continue;
            const auto person = year.persons[static_cast<std::size_t>(need.person)].id;
            seats.emplace_back(static_cast<int>(person), static_cast<int>(session.id));
        }
    }
    return seats;
}

// Sessions over several slots, a most of sessions for some, a plan that stands.
inline void add_further_limits(Files& files, std::uint64_t seed) {
    Dice dice(seed + 1000);
    const auto year = read_instance(files).value();
    files["session_slots.csv"] = "session,slot\n";
    for (const auto& session : year.sessions) {
        if (dice.upto(1) == 0) continue;
        const auto next = session.first_slot() + 1;
        files["session_slots.csv"] += line({static_cast<int>(session.id), next});
    }
    files["person_limits.csv"] = "person,max_sessions\n";
    for (const auto& person : year.persons) {
        if (dice.upto(1) == 0) continue;
        files["person_limits.csv"] += line({static_cast<int>(person.id), dice.upto(3)});
    }
    files["previous.csv"] = "person,session\n";
    for (const auto& [person, session] : needed_seats(files)) {
        if (dice.upto(3) == 0) files["previous.csv"] += line({person, session});
    }
    files["params.csv"] += "change_penalty,2\n";
}

// Few rooms, few lecturers, fewer away in a slot, and floors for offices.
inline void add_supply(Files& files, std::uint64_t seed) {
    Dice dice(seed + 3000);
    const auto year = read_instance(files).value();
    const auto largest = std::ranges::max(year.sessions, {}, &Session::capacity).capacity;
    files["absences.csv"] = "office,slot,max_absent\n0,2," + std::to_string(dice.upto(2)) + "\n";
    files["rooms.csv"] = "venue,seats,rooms\n" + line({0, largest, 1}) + line({0, 1, 1});
    files["lecturers.csv"] = "lecturer,max_sessions\n7,2\n8,1\n9,1\n";
    files["teaches.csv"] = "lecturer,programme\n";
    for (std::size_t programme = 0; programme < year.programmes.size(); ++programme) {
        for (const int lecturer : {7, 8, 9}) {
            if (dice.upto(2) > 0) continue;
            files["teaches.csv"] += line({lecturer, static_cast<int>(programme)});
        }
    }
    files["floors.csv"] = "floor,least_seats,least_percent\n" + line({1, dice.upto(1), 0}) +
                          line({2, 0, 10 * dice.upto(5)});
    files["floor_offices.csv"] = "floor,office\n1,0\n2,1\n";
}

// Decisions made beforehand, which may contradict each other.
inline void settle_some(Files& files, std::uint64_t seed) {
    Dice dice(seed + 2000);
    const auto year = read_instance(files).value();
    files["frozen_sessions.csv"] = "session,decision\n";
    for (const auto& session : year.sessions) {
        const auto roll = dice.upto(7);
        if (roll > 1) continue;
        files["frozen_sessions.csv"] +=
            std::to_string(session.id) + (roll == 0 ? ",open\n" : ",shut\n");
    }
    files["frozen_assignments.csv"] = "person,session,decision\n";
    for (const auto& [person, session] : needed_seats(files)) {
        const auto roll = dice.upto(11);
        if (roll > 1) continue;
        files["frozen_assignments.csv"] += std::to_string(person) + "," + std::to_string(session) +
                                           (roll == 0 ? ",attends\n" : ",stays_away\n");
    }
}

}  // namespace nangluc::annual
