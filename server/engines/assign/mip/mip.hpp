#pragma once

#include <optional>
#include <vector>

namespace nangluc::assign {

// Choose columns, each wholly or not at all, so that the gains sum to the most and every row's sum
// of coefficients stays between its bounds.
struct Choice {
    struct Entry {
        int column;
        double coefficient;
    };
    struct Bounded {
        std::vector<Entry> entries;
        double lower;
        double upper;
    };

    std::vector<double> gains;  // by column
    std::vector<Bounded> rows;
    int nodes = 2000;  // of the search tree, not seconds: the same choice gives the same answer
};

struct Chosen {
    std::vector<bool> columns;
    bool proven;  // nothing better exists, within the solver's tolerance
};

// Nothing where the search ended before it found any answer.
std::optional<Chosen> choose(const Choice& choice);

}  // namespace nangluc::assign
