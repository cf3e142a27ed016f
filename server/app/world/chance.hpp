#pragma once

#include <cstdint>
#include <span>

namespace nangluc::world {

// Chance that is the same on every machine and in every run: SplitMix64 (Steele, Lea and Flood,
// "Fast splittable pseudorandom number generators", 2014). Not for secrets.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }
    // From 0 up to, not including, `bound`.
    int below(int bound) { return static_cast<int>(next() % static_cast<std::uint64_t>(bound)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    // True in so many of a hundred cases.
    bool percent(int hundredths) { return below(100) < hundredths; }
    // About a normal distribution with mean 0 and deviation 1 (sum of twelve uniforms, less 6).
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) sum += static_cast<double>(next() >> 11) * 0x1.0p-53;
        return sum;
    }
    template <class T>
    const T& one_of(std::span<const T> items) {
        return items[next() % items.size()];
    }

private:
    std::uint64_t state_;
};

}  // namespace nangluc::world
