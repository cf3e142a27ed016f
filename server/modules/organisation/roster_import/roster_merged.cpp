#include "modules/organisation/roster_import/roster_merged.hpp"

#include <algorithm>

namespace nangluc::organisation {

MergedCells::MergedCells(const std::vector<sheet::Range>& ranges, const std::vector<int>& columns) {
    for (const int column : columns) {
        Rows rows;
        for (const auto& range : ranges) {
            const bool crosses = range.first_column <= column && column <= range.last_column;
            if (crosses) rows.emplace_back(range.first_row, range.last_row);
        }
        std::ranges::sort(rows);
        auto& apart = rows_[column];
        for (const auto& [first, last] : rows) {
            if (apart.empty() || apart.back().second < first) {
                apart.emplace_back(first, last);
            } else {
                apart.back().second = std::max(apart.back().second, last);
            }
        }
    }
}

bool MergedCells::contain(int row, int column) const {
    const auto found = rows_.find(column);
    if (found == rows_.end()) return false;
    const auto& rows = found->second;
    const auto next = std::ranges::upper_bound(rows, row, {}, &std::pair<int, int>::first);
    return next != rows.begin() && std::prev(next)->second >= row;
}

}  // namespace nangluc::organisation
