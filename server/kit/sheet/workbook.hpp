#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/archive.hpp"
#include "kit/sheet/reader.hpp"
#include "kit/sheet/serial.hpp"

namespace nangluc::sheet {

struct Relationship {
    std::string id;
    std::string type;    // the last word of its address: "worksheet", "sharedStrings"
    std::string target;  // the name of the entry it leads to
};

// The relationships of a part, internal ones only; none if it has none.
Result<std::vector<Relationship>> relationships_of(Archive& archive, std::string_view part);
// "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels"; "" is the package itself.
std::string relationships_name(std::string_view part);

// The skeleton of a workbook: which part holds what.
struct Workbook {
    struct Sheet {
        SheetInfo info;
        std::string part;
    };

    std::string part;
    std::vector<Sheet> sheets;
    std::string strings_part;  // empty where there is none
    std::string styles_part;
    Epoch epoch = Epoch::y1900;
};

// Refuses what is no workbook: sheet.open_document, sheet.binary_workbook, sheet.unknown_format,
// sheet.empty (no sheet of cells).
Result<Workbook> read_workbook(Archive& archive);

}  // namespace nangluc::sheet
