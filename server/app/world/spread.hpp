#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/world/judgements.hpp"
#include "app/world/staffing.hpp"

namespace nangluc::world {

// How a world's people, posts and ratings are spread, counted while it is made, and a digest of all
// of them: worlds with the same digest hold the same people with the same posts and ratings.
class Spread {
public:
    explicit Spread(Date today) : today_(today) {}

    void add(const Staff& staff, const std::vector<assessment::Rating>& ratings);
    void add_commune(int people) { communes_.push_back(people); }

    // Lines for a terminal: a name and its figures.
    std::vector<std::string> lines(const Found& found, const Offices& offices) const;
    std::string digest() const;

private:
    void mix(std::int64_t number);
    void mix(const std::string& text);

    Date today_;
    std::uint64_t digest_ = 0xcbf29ce484222325;
    std::vector<int> communes_;
    std::map<int, std::int64_t> ages_;    // ratings, by half-years
    std::map<int, std::int64_t> levels_;  // ratings, by level
    std::map<PositionId, std::int64_t> positions_;
};

}  // namespace nangluc::world
