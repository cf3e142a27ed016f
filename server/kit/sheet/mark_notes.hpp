#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/result.hpp"
#include "kit/sheet/marker.hpp"

namespace nangluc::sheet {

using CellPlace = std::pair<int, int>;  // row, column
// The notes of one sheet. No more than programs show without growing slow.
using Notes = std::map<CellPlace, std::string>;
Notes notes_of(const MarkPlan& plan, std::size_t sheet);

// What becomes of the notes of a sheet: those of an earlier marking go, the new ones come where the
// user has none of their own.
struct NoteChange {
    std::string comments;          // the part
    std::set<CellPlace> removed;   // cells whose notes went
    std::set<CellPlace> appended;  // cells whose notes came
};
// From the part that is there, or from nothing. None where the part cannot be changed safely.
Result<std::optional<NoteChange>> change_notes(const std::string& part, const Notes& notes);

// The drawing with the boxes of the notes that changed. An empty part becomes a new one.
std::string change_boxes(std::string part, const NoteChange& change);

}  // namespace nangluc::sheet
