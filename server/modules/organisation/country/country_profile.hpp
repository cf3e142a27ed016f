#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/word.hpp"

namespace nangluc::organisation {

// A word of the country's data with its names by language.
struct ProfileWord {
    std::string word;
    std::map<std::string, std::string> name;
    std::optional<std::string> level;  // of a type of unit: where in the tree it stands
    std::optional<Date> until;         // of what was abolished
    std::optional<std::string> legal_basis;
};
BOOST_DESCRIBE_STRUCT(ProfileWord, (), (word, name, level, until, legal_basis))

// What differs from country to country and is therefore a file, data/countries/<cc>.json: levels of
// administration, kinds and types of units, systems, sectors, ratings of the year.
struct CountryProfile {
    std::string country;
    std::map<std::string, std::string> name;
    std::vector<std::string> languages;
    std::string time_zone;
    std::string currency;
    std::string calendar;
    std::vector<ProfileWord> levels;
    std::vector<ProfileWord> kinds;
    std::vector<ProfileWord> types;
    std::vector<ProfileWord> systems;
    std::vector<ProfileWord> sectors;
    std::vector<ProfileWord> rating_levels;
    std::vector<ProfileWord> training_contents;
};
BOOST_DESCRIBE_STRUCT(
    CountryProfile,
    (),
    (country,
     name,
     languages,
     time_zone,
     currency,
     calendar,
     levels,
     kinds,
     types,
     systems,
     sectors,
     rating_levels,
     training_contents)
)

// Refuses country.absent (no such file), country.malformed with the faults of its form, and
// country.unknown_level where a type of unit stands at a level that the profile has not.
Result<CountryProfile> read_country(const std::filesystem::path& file);

}  // namespace nangluc::organisation
