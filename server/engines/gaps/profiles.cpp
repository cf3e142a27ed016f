#include "engines/gaps/profiles.hpp"

#include <algorithm>
#include <stdexcept>

namespace nangluc::gaps {

Profiles::Profiles(std::size_t competencies, std::size_t profiles)
    : competencies_(competencies),
      profiles_(profiles),
      minimum_(blocks() * profiles, Row::of(no_requirement)),
      desired_(blocks() * profiles, Row::of(no_requirement)) {}

void Profiles::require(ProfileNumber profile, Competency competency, Level minimum, Level desired) {
    if (profile >= profiles_) throw std::out_of_range("no such profile");
    if (competency >= competencies_) throw std::out_of_range("no such competency");
    if (std::max(minimum, desired) > highest_level) throw std::out_of_range("level too high");

    const auto place = block_of(competency) * profiles_ + profile;
    minimum_[place].levels[lane_of(competency)] = minimum;
    desired_[place].levels[lane_of(competency)] = std::max(minimum, desired);
}

std::span<const Row> Profiles::table(std::size_t block, Norm norm) const {
    const auto& rows = norm == Norm::minimum ? minimum_ : desired_;
    return std::span(rows).subspan(block * profiles_, profiles_);
}

Level Profiles::required(ProfileNumber profile, Competency competency, Norm norm) const {
    return table(block_of(competency), norm)[profile].levels[lane_of(competency)];
}

bool Profiles::asks(ProfileNumber profile, std::size_t block, Norm norm) const {
    return table(block, norm)[profile] != Row::of(no_requirement);
}

}  // namespace nangluc::gaps
