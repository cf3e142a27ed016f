#pragma once

#include <map>
#include <utility>
#include <vector>

#include "kit/sheet/reader.hpp"

namespace nangluc::organisation {

// Which cells of the columns in use lie in a merged range. Overlapping ranges become one, so that a
// file of many is asked as fast as a file of few.
class MergedCells {
public:
    MergedCells(const std::vector<sheet::Range>& ranges, const std::vector<int>& columns);

    bool contain(int row, int column) const;

private:
    using Rows = std::vector<std::pair<int, int>>;  // first and last, ascending, apart
    std::map<int, Rows> rows_;                      // by column
};

}  // namespace nangluc::organisation
