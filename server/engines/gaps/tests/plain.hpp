#pragma once

#include <map>
#include <random>
#include <vector>

#include "engines/gaps/live.hpp"
#include "engines/gaps/queries.hpp"

namespace nangluc::gaps {

// The same questions answered from maps, person by person and competency by competency: slow, and
// short enough to be believed.
struct Plain {
    std::vector<UnitNumber> parents = {};
    std::vector<std::map<Competency, std::pair<Level, Level>>> profiles = {};  // minimum, desired
    std::map<PersonNumber, Person> people = {};
    std::map<PersonNumber, std::map<Competency, Level>> held = {};
    std::size_t competencies = 1;

    Level required(PersonNumber person, Competency competency, Norm norm = Norm::minimum) const {
        const auto& profile = profiles[people.at(person).profile];
        const auto found = profile.find(competency);
        if (found == profile.end()) return 0;
        return norm == Norm::minimum ? found->second.first : found->second.second;
    }

    Level level(PersonNumber person, Competency competency) const {
        const auto of_person = held.find(person);
        if (of_person == held.end() || !of_person->second.contains(competency)) return 255;
        return of_person->second.at(competency);
    }

    bool below(UnitNumber unit, UnitNumber top) const {
        while (unit != no_unit && unit != top) unit = parents[unit];
        return unit == top;
    }

    Count count(UnitNumber unit, Competency competency, Norm norm = Norm::minimum) const {
        Count count;
        for (const auto& [number, person] : people) {
            const int asked = required(number, competency, norm);
            const int has = level(number, competency);
            if (!below(person.unit, unit) || asked == 0) continue;
            ++count.required;
            if (has == 255) {
                ++count.unknown;
            } else if (asked > has) {
                ++count.with_gap;
                count.gap_sum += static_cast<std::uint32_t>(asked - has);
            }
        }
        return count;
    }

    Profiles built_profiles() const {
        Profiles built(competencies, profiles.size());
        for (ProfileNumber profile = 0; profile < profiles.size(); ++profile) {
            for (const auto& [competency, levels] : profiles[profile]) {
                built.require(profile, competency, levels.first, levels.second);
            }
        }
        return built;
    }

    std::vector<HeldRow> rows_of(PersonNumber person) const {
        std::map<std::uint32_t, Row> rows;
        if (const auto of_person = held.find(person); of_person != held.end()) {
            for (const auto& [competency, level] : of_person->second) {
                const auto block = static_cast<std::uint32_t>(block_of(competency));
                auto& row = rows.try_emplace(block, Row::of(not_assessed)).first->second;
                row.levels[lane_of(competency)] = level;
            }
        }
        std::vector<HeldRow> list;
        for (const auto& [block, row] : rows) list.push_back({person, block, row});
        return list;
    }

    Population built() const {
        std::vector<Person> list;
        std::vector<HeldRow> rows;
        for (const auto& [number, person] : people) {
            if (number >= list.size()) list.resize(number + std::size_t{1});
            list[number] = person;
            for (const auto& row : rows_of(number)) rows.push_back(row);
        }
        return Population(Units(parents), built_profiles(), list, rows);
    }
};

class Dice {
public:
    explicit Dice(std::uint32_t seed) : generator_(seed) {}
    std::uint32_t below(std::size_t count) {
        return static_cast<std::uint32_t>(generator_() % count);
    }
    bool one_in(std::uint32_t times) { return below(times) == 0; }

private:
    std::mt19937 generator_;
};

// A tree in pre-order: each unit hangs under one of those still open.
inline std::vector<UnitNumber> any_tree(Dice& dice, std::size_t units) {
    std::vector<UnitNumber> parents = {};
    std::vector<UnitNumber> open;
    for (UnitNumber unit = 0; unit < units; ++unit) {
        open.resize(open.size() - dice.below(open.size() + 1));
        parents.push_back(open.empty() ? no_unit : open.back());
        open.push_back(unit);
    }
    return parents;
}

inline std::map<Competency, std::pair<Level, Level>> any_profile(
    Dice& dice, std::size_t competencies, std::size_t highest
) {
    std::map<Competency, std::pair<Level, Level>> profile;
    if (dice.one_in(6)) return profile;
    for (Competency competency = 0; competency < competencies; ++competency) {
        if (!dice.one_in(competencies > 64 ? 12 : 2)) continue;
        const auto minimum = static_cast<Level>(dice.below(highest + 1));
        const auto more = static_cast<Level>(dice.below(highest + 1));
        profile[competency] = {minimum, std::max(minimum, more)};
    }
    return profile;
}

inline std::map<Competency, Level> any_levels(
    Dice& dice, std::size_t competencies, std::size_t highest
) {
    std::map<Competency, Level> levels;
    for (Competency competency = 0; competency < competencies; ++competency) {
        if (dice.one_in(competencies > 64 ? 8 : 2)) {
            levels[competency] = static_cast<Level>(dice.below(highest + 1));
        }
    }
    return levels;
}

struct Size {
    std::size_t units = 12;
    std::size_t people = 60;
    std::size_t competencies = 25;
    std::size_t highest = 6;
};

inline Plain any_population(std::uint32_t seed, Size size) {
    Dice dice(seed);
    Plain plain;
    plain.competencies = size.competencies;
    plain.parents = any_tree(dice, size.units);
    for (int profile = 0; profile < 7; ++profile) {
        plain.profiles.push_back(any_profile(dice, size.competencies, size.highest));
    }
    for (PersonNumber number = 0; number < size.people; ++number) {
        if (dice.one_in(9)) continue;
        plain.people[number] = {dice.below(size.units), dice.below(plain.profiles.size())};
        plain.held[number] = any_levels(dice, size.competencies, size.highest);
    }
    return plain;
}

inline bool same(const Plain& plain, const Cube& cube, Norm norm = Norm::minimum) {
    for (UnitNumber unit = 0; unit < plain.parents.size(); ++unit) {
        for (Competency competency = 0; competency < cube.blocks() * block_width; ++competency) {
            if (!(cube.at(unit, competency) == plain.count(unit, competency, norm))) return false;
        }
    }
    return true;
}

}  // namespace nangluc::gaps
