#pragma once

#include <map>
#include <optional>

#include "engines/assign/annual/search/relaxation.hpp"

namespace nangluc::annual {

// Which column to ask about next: of those of the lowest rank that are not whole, the one whose two
// answers are expected to lower the bound most (Achterberg, Koch, Martin 2005: strong branching
// until enough is known of a column, then what was learned).
class Branching {
public:
    Branching(const Model& model, Relaxation& relaxation)
        : model_(model), relaxation_(relaxation), records_(model.columns.size()) {}

    // The side of at most; nothing where all is whole. `columns` is the relaxation's answer in the
    // box, worth `bound`.
    std::optional<Split> choose(const Box& box, const std::vector<double>& columns, double bound);

private:
    struct Record {
        double falls[2] = {0, 0};  // of the bound for each whole step down, up
        int times[2] = {0, 0};
    };

    struct Candidate {
        int column;
        double score;
    };

    std::vector<Candidate> candidates(const std::vector<double>& columns) const;
    double score(int column, double value) const;
    double try_side(Box box, int column, double number, bool at_most, double bound);
    double strong(const Box& box, int column, double value, double bound);

    const Model& model_;
    Relaxation& relaxation_;
    std::vector<Record> records_;
};

}  // namespace nangluc::annual
