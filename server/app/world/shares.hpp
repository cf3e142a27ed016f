#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace nangluc::world {

// How many of a nation's people work in each commune, by its inhabitants, and how remote it is, by
// how thinly it is settled.
class Shares {
public:
    static Result<Shares> read(const std::filesystem::path& communes);

    // The next commune's part of `people` for the whole nation. Asked once for each commune in any
    // order, the parts add up to `people`.
    int next_part(const std::string& code, std::int64_t people);
    std::vector<std::string> codes() const;
    // From 0 in a city to 1 in thinly settled mountains.
    double remoteness(const std::string& code) const;

private:
    struct Commune {
        std::int64_t inhabitants = 0;
        double remoteness = 0;
    };

    std::map<std::string, Commune> communes_;
    std::int64_t inhabitants_ = 0;
    std::int64_t reached_ = 0;  // inhabitants of the communes asked for so far
};

}  // namespace nangluc::world
