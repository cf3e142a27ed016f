#include "modules/needs/register/standing.hpp"

namespace nangluc::needs {

using gaps::Standing;

static void count(const gaps::Row& required, const gaps::Row& held, PersonStanding& person) {
    for (std::size_t lane = 0; lane < gaps::block_width; ++lane) {
        const auto standing = gaps::standing_of(required.levels[lane], held.levels[lane]);
        person.required += standing != Standing::not_required ? 1 : 0;
        person.met += standing == Standing::met ? 1 : 0;
        person.unknown += standing == Standing::unknown ? 1 : 0;
    }
}

static PersonStanding standing_of(
    const gaps::Population& population, gaps::PersonNumber number, PersonId person
) {
    PersonStanding found{.person = person};
    const auto profile = population.people()[number].profile;
    for (std::size_t block = 0; block < population.blocks(); ++block) {
        const auto* held = population.find_row(number, block);
        if (held) count(population.profiles().table(block)[profile], *held, found);
    }
    return found;
}

std::vector<PersonStanding> standings_of(
    const Register& reg, gaps::UnitNumber unit, const std::vector<PersonId>& people
) {
    const auto& population = reg.live.population();
    const auto end = population.units().end(unit);
    std::vector<PersonStanding> standings;
    for (const auto person : people) {
        const auto number = reg.number_of(person);
        if (!number) continue;
        const auto its = population.people()[*number].unit;
        if (its < unit || its >= end) continue;
        standings.push_back(standing_of(population, *number, person));
    }
    return standings;
}

std::unordered_set<PersonId> people_with_gap(const Register& reg, gaps::UnitNumber unit) {
    const auto& population = reg.live.population();
    const auto end = population.units().end(unit);
    const auto people = population.people();
    std::unordered_set<PersonId> found;
    for (std::size_t number = 0; number < people.size(); ++number) {
        if (people[number].unit < unit || people[number].unit >= end) continue;
        const auto person = reg.people[number];
        const auto its = standing_of(population, static_cast<gaps::PersonNumber>(number), person);
        if (its.required > its.met + its.unknown) found.insert(person);
    }
    return found;
}

}  // namespace nangluc::needs
