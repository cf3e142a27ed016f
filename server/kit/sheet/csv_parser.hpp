#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/formats.hpp"

namespace nangluc::sheet {

// One record of a CSV file: its fields, and the text of the file that it came from.
struct CsvRecord {
    struct Field {
        std::size_t from = 0;  // in `values`
        std::size_t length = 0;
        std::size_t raw_from = 0;  // where it is written, in `raw`
    };

    int number = 0;
    int line = 0;  // where it begins
    std::vector<Field> fields;
    std::string values;
    std::string raw;  // without what ends the record
    std::string end;  // "\r\n", "\n", "\r", or nothing at the end of the file

    std::string_view text_of(const Field& field) const {
        return std::string_view(values).substr(field.from, field.length);
    }
};

// Takes a CSV text piece by piece, as RFC 4180 says; line breaks may stand inside quotes and a line
// may end with CR LF, LF or CR. A quote inside a field that does not begin with one is a letter.
// Refuses with sheet.broken at the line and column of a quote that is never closed, or of a letter
// behind a closing quote.
class CsvParser {
public:
    using Use = std::function<Next(const CsvRecord&)>;
    CsvParser(char delimiter, int first_line, const Limits& limits, const Use& use)
        : delimiter_(delimiter), limits_(limits), use_(use), line_(first_line) {
        record_.line = first_line;
    }

    Result<Next> feed(std::string_view text);
    Result<Next> finish();

private:
    enum class State { field_start, plain, quoted, quote_closed, carriage_return };

    Result<Next> take(char c);
    Result<Next> take_unquoted(char c);
    void take_quoted(char c);
    Result<> end_field();
    Result<Next> end_record();
    Result<> check_size() const;
    Error broken(int line, int column, std::string reason) const;

    char delimiter_;
    const Limits& limits_;
    const Use& use_;
    CsvRecord record_;
    State state_ = State::field_start;
    std::size_t value_from_ = 0;
    std::size_t raw_from_ = 0;
    std::int64_t cells_ = 0;
    int line_;
    int column_ = 0;  // of the letter being taken
    int quote_line_ = 0;
    int quote_column_ = 0;
};

// Reads a whole file. The line "sep=;" is no record.
Result<> parse_csv(
    const std::string& path, const CsvShape& shape, const Limits& limits, const CsvParser::Use& use
);

}  // namespace nangluc::sheet
