#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/world/shares.hpp"
#include "app/world/standing.hpp"

namespace nangluc::world {

// The abilities of a nation's invented people on the scale of a test, commune by commune: who holds
// a level by the figures of the world's ratings lies between that level's cut and the next one.
class Abilities {
public:
    // `share` as data/: communes and requirements. `cuts`: where the levels begin, at least two;
    // `gain`: levels that everybody is above the figures. Refuses what a table does.
    static Result<Abilities> read(
        const std::filesystem::path& share, std::vector<double> cuts, double gain
    );

    // The people of `people` in all, each once.
    void begin(std::int64_t people, std::uint64_t seed);
    std::optional<double> next();

private:
    double ability_of(double level) const;

    Shares shares_;
    std::vector<int> required_;  // levels, as often as they are required
    std::vector<double> cuts_;
    double gain_ = 0;

    Chance chance_{0};
    Standing standing_;
    std::vector<std::pair<double, int>> offices_;  // remoteness and people
    std::size_t office_ = 0;
    int met_ = 0;  // of the office at hand
};

}  // namespace nangluc::world
