#pragma once

#include <unordered_set>
#include <vector>

#include "modules/needs/register/register.hpp"

namespace nangluc::needs {

// How far one person is with what is required of them, by the minimum levels.
struct PersonStanding {
    PersonId person;
    int required = 0;  // competencies: met + unknown + those with a gap
    int met = 0;
    int unknown = 0;  // never assessed, or no longer valid

    friend bool operator==(const PersonStanding&, const PersonStanding&) = default;
};
BOOST_DESCRIBE_STRUCT(PersonStanding, (), (person, required, met, unknown))

// Of those asked for who are counted at or below the unit, in the order asked.
std::vector<PersonStanding> standings_of(
    const Register& reg, gaps::UnitNumber unit, const std::vector<PersonId>& people
);

// Everybody at or below the unit who lacks a level: assessed, and below what is required.
std::unordered_set<PersonId> people_with_gap(const Register& reg, gaps::UnitNumber unit);

}  // namespace nangluc::needs
