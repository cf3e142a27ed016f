#pragma once

#include <span>
#include <vector>

#include "engines/gaps/gap.hpp"

namespace nangluc::gaps {

// Which of the two required levels a figure is measured against.
enum class Norm { minimum, desired };

// What is required of people who share the same set of reasons: per competency the highest minimum
// and the highest desired level over those reasons. A nation has a few thousand profiles, so a
// block's table (32 bytes a profile) stays in the first caches while millions of rows pass by.
class Profiles {
public:
    Profiles(std::size_t competencies, std::size_t profiles);

    // A desired level below the minimum is taken as the minimum. Throws std::out_of_range for a
    // level above highest_level, and for a competency or a profile that does not exist.
    void require(ProfileNumber profile, Competency competency, Level minimum, Level desired = 0);

    std::size_t competencies() const { return competencies_; }
    std::size_t blocks() const { return blocks_for(competencies_); }
    std::size_t size() const { return profiles_; }

    // The rows of all profiles in one block, by profile number.
    std::span<const Row> table(std::size_t block, Norm norm = Norm::minimum) const;
    Level required(ProfileNumber profile, Competency competency, Norm norm = Norm::minimum) const;
    // True if anything in the block is required by the norm.
    bool asks(ProfileNumber profile, std::size_t block, Norm norm = Norm::desired) const;

private:
    std::size_t competencies_;
    std::size_t profiles_;
    std::vector<Row> minimum_;  // [block][profile]
    std::vector<Row> desired_;
};

}  // namespace nangluc::gaps
