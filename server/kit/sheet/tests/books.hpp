#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kit/sheet/reader.hpp"

namespace nangluc::sheet {

// A folder that is gone after the test.
class Folder {
public:
    Folder();
    ~Folder();
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

void write_file(const std::string& path, std::string_view bytes);
std::string read_file(const std::string& path);

// The parts of a workbook, to be spoiled one by one.
using Parts = std::map<std::string, std::string>;
void write_zip(const std::string& path, const Parts& parts);
// Puts what a file holds into the archive, however large it is.
void put_file(const std::string& path, const std::string& name, const std::string& source);
Parts read_zip(const std::string& path);

// A workbook of one visible sheet, "Sheet1", with these rows inside <sheetData>. Style 0 is
// general, 1 a built-in date, 2 and later have the number formats given.
Parts book_of(const std::string& rows, const std::vector<std::string>& formats = {});
// The same with shared strings, each the inside of an <si>.
Parts book_with_strings(const std::string& rows, const std::vector<std::string>& strings);

// What a reader delivered, kept beyond the callback.
struct SeenCell {
    int column = 0;
    Kind kind = Kind::empty;
    std::string text;
    double number = 0;
    Date date = {};
    int second = 0;
    bool from_formula = false;
    std::string whole;

    friend bool operator==(const SeenCell&, const SeenCell&) = default;
};
struct SeenRow {
    int number = 0;
    int line = 0;
    bool hidden = false;
    std::vector<SeenCell> cells;

    // "A:text B:text" or so: column letter and text of each cell.
    std::string text() const;
    friend bool operator==(const SeenRow&, const SeenRow&) = default;
};
struct Seen {
    std::string refused;  // the code, or nothing
    std::string place;    // "path code" of the first fault
    std::vector<SeenRow> rows;
    Summary summary;

    std::string text() const;  // "1: A:x B:y\n3: A:z\n"
    SeenCell first() const;    // of the first row; empty where there is none
};
Seen read_file_seen(const std::string& path, const Limits& limits = {}, std::size_t sheet = 0);
Seen read_parts(const Parts& parts, const Limits& limits = {}, std::size_t sheet = 0);
Seen read_bytes(std::string_view bytes, const Limits& limits = {});

}  // namespace nangluc::sheet
