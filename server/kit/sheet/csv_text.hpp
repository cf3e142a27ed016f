#pragma once

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "kit/sheet/formats.hpp"

namespace nangluc::sheet {

// The text of a file as checked UTF-8, in pieces that end between letters. Nothing is guessed: what
// is not UTF-8, or UTF-16 with its mark, is refused with sheet.encoding at its line and column;
// control characters with sheet.unknown_format.
class CsvText {
public:
    CsvText(const std::string& path, const CsvShape& shape);

    // Valid until the next call; nothing at the end.
    Result<std::string_view> next();

private:
    Result<> decode(std::string_view bytes, bool last);
    Result<> take_utf8(std::string_view bytes, bool last);
    Result<> take_utf16(std::string_view bytes, bool last);
    Result<> add_letter(std::string_view letter);
    Error not_text(std::string_view code) const;

    std::ifstream file_;
    CsvShape shape_;
    std::array<char, 65'536> buffer_;
    std::string pending_;  // the start of a letter that the last piece cut
    std::string text_;
    int line_ = 1;
    int column_ = 1;
};

}  // namespace nangluc::sheet
