#pragma once

#include <string>
#include <vector>

namespace nangluc::testing {

// One written form of a Vietnamese syllable, and the plain letters that a search types for it.
struct Written {
    std::string text;
    std::string plain;
    // Its form in single letters; empty where Unicode takes the order of the marks for another
    // text.
    std::string composed;
};

// Syllables built by rule: onset × rime × tone, each composed, decomposed, with its marks the other
// way round, in capitals, and where the tone has two places (hòa, hoà), with both.
std::vector<Written> syllables();

}  // namespace nangluc::testing
