#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

#include "engines/assign/annual/files.hpp"

namespace nangluc::annual {

struct Commune {
    std::int64_t province;
    std::int64_t population;
    double latitude;
    double longitude;
};

struct Course {
    int hours;
    int min_class;
    int max_class;
    std::int64_t cost;  // of a class that is full, in thousands of đồng
    bool online;
    int before = -1;  // the course that must come first
};

// Where people live and what they may be taught: what is real of a generated year.
struct Country {
    std::vector<Commune> communes;
    std::vector<Course> courses;  // that cost something: what is free needs no plan
};

// The texts of communes (code, population, latitude, longitude), units (code, level, parent_code)
// and programmes (code, form, hours, min_class, max_class, cost_per_class, cost_per_person,
// requires). Left out are communes of which people or place are not known. Refuses
// "plan.country_unsound".
Result<Country> read_country(
    const std::string& communes, const std::string& units, const std::string& programmes
);

// A year of that country, as the eight files: offices of up to 150 people in real communes (as
// many as there are 600 people for, province by province), travel by real distances within a
// province and up to 60 km beyond, courses with their real hours and costs, in so many parallel
// classes a session that there are seats for everybody once, and a budget for six in ten. Who works
// there and needs what is invented. The same numbers give the same year on every machine.
Files generate_year(const Country& country, int people, int sessions, std::uint32_t seed);

}  // namespace nangluc::annual
