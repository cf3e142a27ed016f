#pragma once

#include <map>
#include <string>
#include <utility>

#include "kit/sheet/archive.hpp"
#include "kit/sheet/marker.hpp"

namespace nangluc::sheet {

// The notes of one sheet, by row and column. No more than programs show without growing slow.
using Notes = std::map<std::pair<int, int>, std::string>;
Notes notes_of(const MarkPlan& plan, std::size_t sheet);

// The parts that hold them.
std::string comments_part(const Notes& notes);
std::string drawing_part(const Notes& notes);

// Whose parts the notes of a sheet may be written to.
struct NotePlace {
    bool may_write = false;  // the sheet has no notes but ours, and no old drawing
    std::string comments;    // our parts of an earlier marking, or nothing
    std::string drawing;
};
Result<NotePlace> find_note_place(Archive& archive, std::string_view sheet_part);

}  // namespace nangluc::sheet
