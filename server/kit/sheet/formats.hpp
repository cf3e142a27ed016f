#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "kit/sheet/reader.hpp"

namespace nangluc::sheet {

// The readers behind sheet::open, which has looked at the first bytes.
Result<std::unique_ptr<Reader>> open_xlsx(const std::string& path, const Limits& limits);
Result<std::unique_ptr<Reader>> open_csv(const std::string& path, const Limits& limits);

// How a CSV file is written, seen in its first lines.
struct CsvShape {
    enum class Encoding { utf8, utf16_le, utf16_be };

    Encoding encoding = Encoding::utf8;
    bool has_mark = false;  // a byte order mark stands before the text
    char delimiter = ',';
    bool names_delimiter = false;      // the first line is Excel's "sep=;"
    std::size_t first_line_bytes = 0;  // of that line, as UTF-8, with its end
};
Result<CsvShape> look_at_csv(const std::string& path, const Limits& limits);

// What the first bytes say the file is.
enum class Content { xlsx, csv };
Result<Content> recognise(const std::string& path, const Limits& limits);

}  // namespace nangluc::sheet
