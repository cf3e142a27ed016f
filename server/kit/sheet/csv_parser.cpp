#include "kit/sheet/csv_parser.hpp"

#include "kit/sheet/csv_text.hpp"

namespace nangluc::sheet {

Result<Next> CsvParser::feed(std::string_view text) {
    for (const char c : text) {
        if (TRY(take(c)) == Next::stop) return Next::stop;
    }
    TRY(check_size());
    return Next::more;
}

Result<Next> CsvParser::finish() {
    if (state_ == State::quoted) return broken(quote_line_, quote_column_, "quote_not_closed");
    if (state_ == State::carriage_return) return end_record();
    // A line end at the end of the file begins no record.
    if (record_.raw.empty() && record_.fields.empty()) return Next::more;
    TRY(end_field());
    return end_record();
}

Result<Next> CsvParser::take(char c) {
    if (state_ == State::carriage_return) {
        if (c == '\n') {
            record_.end += c;
            ++line_;
            column_ = 0;
            return end_record();
        }
        ++line_;
        column_ = 0;
        if (TRY(end_record()) == Next::stop) return Next::stop;
    }

    const bool starts_letter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (starts_letter) ++column_;
    if (state_ != State::quoted) return take_unquoted(c);
    take_quoted(c);
    if (record_.raw.size() % 65'536 == 0) TRY(check_size());
    return Next::more;
}

void CsvParser::take_quoted(char c) {
    record_.raw += c;
    if (c == '"') {
        state_ = State::quote_closed;
        return;
    }
    record_.values += c;
    if (c != '\n') return;
    ++line_;
    column_ = 0;
}

Result<Next> CsvParser::take_unquoted(char c) {
    if (c == delimiter_) {
        TRY(end_field());
        record_.raw += c;
        raw_from_ = record_.raw.size();
        return Next::more;
    }
    if (c == '\r' || c == '\n') {
        TRY(end_field());
        record_.end = c;
        if (c == '\r') {
            state_ = State::carriage_return;
            return Next::more;
        }
        ++line_;
        column_ = 0;
        return end_record();
    }

    record_.raw += c;
    if (state_ == State::quote_closed) {
        if (c != '"') return broken(line_, column_, "letter_after_quote");
        record_.values += c;
        state_ = State::quoted;
    } else if (state_ == State::field_start && c == '"') {
        state_ = State::quoted;
        quote_line_ = line_;
        quote_column_ = column_;
    } else {
        state_ = State::plain;
        record_.values += c;
    }
    return Next::more;
}

Result<> CsvParser::end_field() {
    const auto length = record_.values.size() - value_from_;
    if (static_cast<std::int64_t>(length) > limits_.text_bytes) {
        return Error{
            Refusal::too_large,
            "sheet.text_too_long",
            {{std::to_string(line_) + ':' + std::to_string(column_), "too_long"}}};
    }
    if (++cells_ > limits_.cells) return too_large("sheet.too_many_cells");
    if (static_cast<int>(record_.fields.size()) >= limits_.columns) {
        return too_large("sheet.too_many_columns");
    }
    record_.fields.push_back({value_from_, length, raw_from_});
    value_from_ = record_.values.size();
    state_ = State::field_start;
    return check_size();
}

Result<Next> CsvParser::end_record() {
    if (record_.number >= limits_.rows) return too_large("sheet.too_many_rows");
    ++record_.number;
    const auto next = use_(record_);
    record_.fields.clear();
    record_.values.clear();
    record_.raw.clear();
    record_.end.clear();
    record_.line = line_;
    value_from_ = 0;
    raw_from_ = 0;
    state_ = State::field_start;
    return next;
}

Result<> CsvParser::check_size() const {
    if (static_cast<std::int64_t>(record_.raw.size()) > limits_.row_bytes) {
        return too_large("sheet.row_too_long");
    }
    return {};
}

Error CsvParser::broken(int line, int column, std::string reason) const {
    const auto place = std::to_string(line) + ':' + std::to_string(column);
    return invalid("sheet.broken", {{place, std::move(reason)}});
}

Result<> parse_csv(
    const std::string& path, const CsvShape& shape, const Limits& limits, const CsvParser::Use& use
) {
    CsvText text(path, shape);
    CsvParser parser(shape.delimiter, shape.names_delimiter ? 2 : 1, limits, use);
    auto piece = TRY(text.next());
    if (shape.names_delimiter) piece.remove_prefix(shape.first_line_bytes);
    while (TRY(parser.feed(piece)) == Next::more) {
        piece = TRY(text.next());
        if (!piece.empty()) continue;
        TRY(parser.finish());
        break;
    }
    return {};
}

}  // namespace nangluc::sheet
