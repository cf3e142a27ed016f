#pragma once

#include <cstdint>
#include <vector>

namespace nangluc::platform {

// The first rows of a list, from the latest back, that a reader may be shown.
template <class Row>
struct ShownRows {
    std::vector<Row> rows;
    std::int64_t next_before = 0;  // the key after which to go on; 0 at the end of the list
};

inline constexpr int rows_at_once = 200;
inline constexpr int most_reads = 20;

// Reads `read(before, count)` on and on until `wanted` rows were shown, the list is at its end, or
// 4,000 rows were looked at: then the page is short, and the next one goes on from there.
template <class Row, class Read, class KeyOf, class Shows>
ShownRows<Row> list_shown(
    int wanted, std::int64_t before, const Read& read, const KeyOf& key_of, const Shows& shows
) {
    ShownRows<Row> shown;
    for (int i = 0; i < most_reads; ++i) {
        std::vector<Row> rows = read(before, rows_at_once);
        const bool is_last = rows.size() < static_cast<std::size_t>(rows_at_once);
        for (auto& row : rows) {
            if (shown.rows.size() == static_cast<std::size_t>(wanted)) {
                shown.next_before = before;
                return shown;
            }
            before = key_of(row);
            if (shows(row)) shown.rows.push_back(std::move(row));
        }
        if (is_last) return shown;
    }
    shown.next_before = before;
    return shown;
}

}  // namespace nangluc::platform
