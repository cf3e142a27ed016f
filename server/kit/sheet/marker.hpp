#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/limits.hpp"

namespace nangluc::sheet {

enum class MarkKind { ok, question, error };  // the later outweighs

// What was found at one cell, or with column 0 of a whole row. Sheet, row and column count as the
// reader's do: the sheet from 0, the others from 1.
struct Mark {
    std::size_t sheet = 0;
    int row = 0;
    int column = 0;
    MarkKind kind = MarkKind::error;
    std::string note = {};
};

// The words, in the language of whoever receives the file.
struct MarkWords {
    std::string status;  // title of the column that is appended
    std::string ok;
    std::string question;
    std::string error;
};

struct MarkPlan {
    std::vector<Mark> marks;
    MarkWords words;
    int title_row = 1;  // of each marked sheet
};

// Writes to `target` the file at `source` with its marks: the marked cells of a workbook are
// coloured and carry their notes (2,000 of a sheet at most; a note of the user's stays in its
// place), and a last column says of each marked row "error: B note; C note". All else stays as it
// is, byte for byte. The status column, colours and notes of an earlier marking are replaced. A CSV
// file gets the column only.
//
// Refuses what the reader refuses; what cannot be changed safely, with sheet.not_markable; and a
// mark of a sheet that is not there, with sheet.no_such_sheet.
Result<> mark(
    const std::string& source,
    const std::string& target,
    const MarkPlan& plan,
    const Limits& limits = {}
);

}  // namespace nangluc::sheet
