#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nangluc::gaps {

// The place of a level on its competency's scale, counted from 1. What 0 and 255 mean depends on
// the side: nobody is required to hold level 0, and nobody holds level 255.
using Level = std::uint8_t;

inline constexpr Level no_requirement = 0;   // required: no reason asks for the competency
inline constexpr Level below_first = 0;      // held: assessed, and below the first level
inline constexpr Level highest_level = 254;  // of a scale; every level up to it is exact
inline constexpr Level not_assessed = 255;   // held: nothing is known

// How one person stands in one competency. The unknown is no gap: it is counted on its own, so that
// a need of training is never mistaken for a need of assessment.
enum class Standing { not_required, unknown, gap, met };

constexpr Standing standing_of(Level required, Level held) {
    if (required == no_requirement) return Standing::not_required;
    if (held == not_assessed) return Standing::unknown;
    return required > held ? Standing::gap : Standing::met;
}

// Levels missing: required minus held, never below 0, and 0 where it is unknown. One formula serves
// both, because not_assessed lies above every level that can be required.
constexpr Level gap_of(Level required, Level held) {
    return static_cast<Level>(required > held ? required - held : 0);
}

// Competencies are numbered from 0 and sit in blocks of 32: number 70 is lane 6 of block 2. One
// block of one person is one row, 32 bytes: one vector register.
using Competency = std::uint32_t;
inline constexpr std::size_t block_width = 32;

constexpr std::size_t block_of(Competency competency) {
    return competency / block_width;
}
constexpr std::size_t lane_of(Competency competency) {
    return competency % block_width;
}
constexpr std::size_t blocks_for(std::size_t competencies) {
    return (competencies + block_width - 1) / block_width;
}

struct alignas(block_width) Row {
    std::array<Level, block_width> levels;

    friend bool operator==(const Row&, const Row&) = default;

    static constexpr Row of(Level level) {
        Row row{};
        row.levels.fill(level);
        return row;
    }
};

using PersonNumber = std::uint32_t;   // any dense numbering that the caller keeps
using UnitNumber = std::uint32_t;     // pre-order of the tree of units
using ProfileNumber = std::uint32_t;  // one set of reasons for requirements
inline constexpr UnitNumber no_unit = UINT32_MAX;

}  // namespace nangluc::gaps
