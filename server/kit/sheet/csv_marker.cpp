#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "kit/sheet/csv_field.hpp"
#include "kit/sheet/csv_parser.hpp"
#include "kit/sheet/row_marks.hpp"

namespace nangluc::sheet {

namespace {

// Takes the next letter off sound UTF-8.
unsigned take_letter(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned letter = length == 1 ? first : first & (0x7FU >> length);
    for (const char c : text.substr(1, length - 1)) {
        letter = letter << 6 | (static_cast<unsigned char>(c) & 0x3F);
    }
    text.remove_prefix(std::min(length, text.size()));
    return letter;
}

std::string utf16_of(std::string_view text, bool little) {
    std::string wide;
    const auto put = [&](unsigned unit) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        wide += little ? low : high;
        wide += little ? high : low;
    };
    while (!text.empty()) {
        const auto letter = take_letter(text);
        if (letter < 0x10000) {
            put(letter);
        } else {
            put(0xD800 + ((letter - 0x10000) >> 10));
            put(0xDC00 + ((letter - 0x10000) & 0x3FF));
        }
    }
    return wide;
}

// Writes in the encoding that the file came in.
class CsvOut {
public:
    CsvOut(const std::string& path, const CsvShape& shape)
        : out_(path, std::ios::binary | std::ios::trunc), shape_(shape) {
        if (shape.has_mark) put("\xEF\xBB\xBF");
    }

    void put(std::string_view text) {
        const bool little = shape_.encoding == CsvShape::Encoding::utf16_le;
        if (shape_.encoding == CsvShape::Encoding::utf8) {
            out_ << text;
        } else {
            out_ << utf16_of(text, little);
        }
    }

    void finish() {
        out_.flush();
        if (!out_) throw std::runtime_error("sheet: the marked file cannot be written");
    }

private:
    std::ofstream out_;
    CsvShape shape_;
};

// The record with its status in the status column. What stood there is replaced.
std::string marked(
    const CsvRecord& record, const StatusColumn& column, const std::string& status, char delimiter
) {
    const auto at = static_cast<std::size_t>(column.column - 1);
    const auto field = status.empty() ? std::string() : quoted_field(status);
    const auto& fields = record.fields;
    if (at >= fields.size()) {
        if (field.empty()) return record.raw;
        return record.raw + std::string(at - fields.size() + 1, delimiter) + field;
    }
    const bool is_last = at + 1 == fields.size();
    const auto rest = is_last ? "" : delimiter + record.raw.substr(fields[at + 1].raw_from);
    return record.raw.substr(0, fields[at].raw_from) + field + rest;
}

}  // namespace

Result<> mark_csv(
    const std::string& source, const std::string& target, const MarkPlan& plan, const Limits& limits
) {
    for (const auto& mark : plan.marks) {
        if (mark.sheet != 0) return invalid("sheet.no_such_sheet");
    }
    const auto shape = TRY(look_at_csv(source, limits));
    const auto column = TRY(find_status_column(source, 0, plan, limits));
    const auto rows = rows_of(plan, 0);

    CsvOut out(target, shape);
    if (shape.names_delimiter) out.put(std::string("sep=") + shape.delimiter + "\r\n");
    TRY(parse_csv(source, shape, limits, [&](const CsvRecord& record) {
        const auto row = rows.find(record.number);
        const auto status = row == rows.end() ? std::string() : row->second.status;
        const bool untouched = status.empty() && !column.exists;
        out.put(untouched ? record.raw : marked(record, column, status, shape.delimiter));
        out.put(record.end);
        return Next::more;
    }));
    out.finish();
    return {};
}

}  // namespace nangluc::sheet
