#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

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

}  // namespace nangluc::annual
