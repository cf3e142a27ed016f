#pragma once

#include <cmath>
#include <cstdint>

namespace nangluc::irt {

// Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators": splitmix64. Eight
// bytes of state, so that a stored seed replays a whole session on any machine.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed) : state_(seed) {}

    constexpr std::uint64_t bits() {
        state_ += 0x9E37'79B9'7F4A'7C15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D0'49BB'1331'11EBU;
        return mixed ^ (mixed >> 31U);
    }
    // In [0, 1).
    constexpr double uniform() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }
    // In [0, below).
    constexpr std::uint64_t below(std::uint64_t limit) { return bits() % limit; }
    // Standard normal: Box & Muller (1958).
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }

private:
    std::uint64_t state_;
};

}  // namespace nangluc::irt
