#pragma once

#include <cstdint>

namespace nangluc::sheet {

// What a file that somebody sends may cost. Every figure is counted while reading; what the file
// says about itself is never believed. Excel's own bounds where they are the smaller ones.
struct Limits {
    std::int64_t file_bytes = 50'000'000;

    int entries = 2'000;                     // in the archive
    std::int64_t entry_bytes = 300'000'000;  // of one entry, inflated
    std::int64_t total_bytes = 400'000'000;  // of all entries that are read, inflated
    std::int64_t ratio = 200;                // inflated to stored; looked at above 1 MB

    std::int64_t cells = 5'000'000;  // of one sheet, the empty ones that are written down too
    int rows = 1'048'576;            // of one sheet, and the highest row number
    int columns = 16'384;
    std::int64_t text_bytes = 131'068;  // of one cell: 32,767 letters of up to four bytes
    std::int64_t row_bytes = 8'000'000;

    std::int64_t shared_strings = 2'000'000;
    std::int64_t shared_bytes = 64'000'000;
    int styles = 65'536;
    int merged = 100'000;
};

}  // namespace nangluc::sheet
