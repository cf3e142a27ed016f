#include "kit/sheet/worksheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "kit/sheet/address.hpp"

namespace nangluc::sheet {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> parse_double(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

}  // namespace

void WorksheetHandler::start(std::string_view name, const Attributes& attributes) {
    if (in_cell_) return start_inside_cell(name, attributes);
    if (name == "c" && in_data_) return start_cell(attributes);
    if (name == "row" && in_data_) return start_row(attributes);
    if (name == "sheetData") in_data_ = true;
    if (name == "mergeCell") add_merged(attributes);
}

void WorksheetHandler::end(std::string_view name) {
    if (in_cell_) {
        if (name == "c") return end_cell();
        if (name == "v") in_value_ = false;
        rich_.end(name, texts_);
        return;
    }
    if (name == "row" && in_data_) return end_row();
    if (name == "sheetData") in_data_ = false;
}

void WorksheetHandler::text(std::string_view piece) {
    if (!in_cell_ || (!in_value_ && !rich_.is_open())) return;
    texts_ += piece;
    if (static_cast<std::int64_t>(texts_.size() - from_) > context_.limits.text_bytes) {
        const auto place = address_text(row_.number, column_);
        refuse({Refusal::too_large, "sheet.text_too_long", {{place, "too_long"}}});
    } else if (static_cast<std::int64_t>(texts_.size()) > context_.limits.row_bytes) {
        refuse(too_large("sheet.row_too_long"));
    }
}

void WorksheetHandler::start_row(const Attributes& attributes) {
    const auto written = attributes.number("r");
    if (!written && attributes.find("r")) return broken("row");
    const auto number = written.value_or(row_.number + 1);
    if (number <= row_.number) return broken("row");
    if (number > context_.limits.rows || ++rows_seen_ > context_.limits.rows) {
        return refuse(too_large("sheet.too_many_rows"));
    }
    row_.number = static_cast<int>(number);
    row_.hidden = attributes.is_true("hidden");
    row_.cells.clear();
    texts_.clear();
    places_.clear();
    column_ = 0;
    in_order_ = true;
}

void WorksheetHandler::start_cell(const Attributes& attributes) {
    int column = column_ + 1;
    if (const auto written = attributes.find("r")) {
        const auto address = parse_address(*written);
        if (!address || (address->row != 0 && address->row != row_.number)) return broken("cell");
        column = address->column;
    }
    if (column > context_.limits.columns) return refuse(too_large("sheet.too_many_columns"));
    if (++cells_seen_ > context_.limits.cells) return refuse(too_large("sheet.too_many_cells"));
    if (row_.number == 0) return broken("row");

    if (column <= column_) in_order_ = false;
    column_ = column;
    cell_ = {.column = column};
    type_ = type_of(attributes.get("t"));
    const auto style = static_cast<std::size_t>(attributes.number("s").value_or(0));
    format_ = style < context_.styles.size() ? context_.styles[style] : NumberFormat{};
    from_ = texts_.size();
    in_cell_ = true;
    has_value_ = false;
}

void WorksheetHandler::start_inside_cell(std::string_view name, const Attributes& attributes) {
    if (name == "v") {
        in_value_ = true;
        has_value_ = type_ != Type::inlined;
        in_value_ = has_value_;
    } else if (name == "f") {
        cell_.from_formula = true;
    } else if (name == "is") {
        has_value_ = type_ == Type::inlined;
    } else if (type_ == Type::inlined) {
        rich_.start(name, attributes, texts_);
    }
}

void WorksheetHandler::end_cell() {
    in_cell_ = false;
    in_value_ = false;
    const auto stored = std::string_view(texts_).substr(from_);
    if (has_value_ && !interpret(cell_, stored)) return broken("value");
    if (cell_.kind == Kind::empty && !cell_.from_formula) {
        texts_.resize(from_);
        return;
    }
    row_.cells.push_back(cell_);
    places_.emplace_back(from_, texts_.size() - from_);
}

void WorksheetHandler::end_row() {
    if (row_.cells.empty()) return;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const auto [from, length] = places_[i];
        if (length > 0) row_.cells[i].text = std::string_view(texts_).substr(from, length);
    }
    if (!in_order_) {
        const auto by_column = [](const Cell& a, const Cell& b) { return a.column < b.column; };
        std::sort(row_.cells.begin(), row_.cells.end(), by_column);
        for (std::size_t i = 1; i < row_.cells.size(); ++i) {
            if (row_.cells[i - 1].column == row_.cells[i].column) return broken("cell");
        }
    }
    ++summary_.rows;
    summary_.cells += static_cast<std::int64_t>(row_.cells.size());
    summary_.last_row = row_.number;
    summary_.last_column = std::max(summary_.last_column, row_.cells.back().column);
    if (use_(row_) == Next::stop) finish();
}

void WorksheetHandler::add_merged(const Attributes& attributes) {
    const auto range = parse_range(attributes.get("ref"));
    if (!range) return broken("merged");
    if (summary_.merged.size() >= static_cast<std::size_t>(context_.limits.merged)) {
        return refuse(too_large("sheet.too_many_merged"));
    }
    summary_.merged.push_back(*range);
}

WorksheetHandler::Type WorksheetHandler::type_of(std::string_view word) {
    if (word == "s") return Type::shared;
    if (word == "inlineStr") return Type::inlined;
    if (word == "str") return Type::formula_text;
    if (word == "b") return Type::boolean;
    if (word == "e") return Type::error;
    if (word == "d") return Type::iso_date;
    return Type::number;
}

void WorksheetHandler::replace_text(std::string_view text) {
    const std::string kept(text);  // it may lie in texts_
    texts_.replace(from_, std::string::npos, kept);
}

// Fills the cell from what is stored; false where that is impossible.
bool WorksheetHandler::interpret(Cell& cell, std::string_view stored) {
    switch (type_) {
        case Type::shared:
            return interpret_shared(cell, trimmed(stored));
        case Type::formula_text:
            if (stored.find("_x") != std::string_view::npos) replace_text(decode_escapes(stored));
            [[fallthrough]];
        case Type::inlined:
            cell.kind = texts_.size() == from_ ? Kind::empty : Kind::text;
            return true;
        case Type::boolean:
            cell.number = trimmed(stored) == "1" || trimmed(stored) == "true" ? 1 : 0;
            cell.kind = Kind::boolean;
            replace_text(cell.number > 0 ? "TRUE" : "FALSE");
            return true;
        case Type::error:
            cell.kind = Kind::error;
            return true;
        case Type::iso_date:
            return interpret_iso_date(cell, trimmed(stored));
        case Type::number:
            return interpret_number(cell, trimmed(stored));
    }
    return false;
}

// The text is a view of the shared strings and leaves nothing behind in texts_.
bool WorksheetHandler::interpret_shared(Cell& cell, std::string_view stored) {
    std::size_t index = 0;
    const auto* end = stored.data() + stored.size();
    const auto [stopped, error] = std::from_chars(stored.data(), end, index);
    if (error != std::errc{} || stopped != end) return false;
    if (index >= context_.strings.size()) return false;
    cell.text = context_.strings.at(index);
    cell.kind = cell.text.empty() ? Kind::empty : Kind::text;
    texts_.resize(from_);
    return true;
}

bool WorksheetHandler::interpret_number(Cell& cell, std::string_view stored) {
    if (stored.empty()) {
        replace_text("");
        return true;
    }
    const auto number = parse_double(stored);
    if (!number) return false;
    cell.number = *number;
    const auto moment = format_.is_date ? moment_of(*number, context_.epoch) : std::nullopt;
    if (moment) {
        become_date(cell, *moment);
        return true;
    }
    cell.kind = Kind::number;
    cell.least_digits = format_.least_digits;
    replace_text(stored);
    return true;
}

// 2025-07-01 or 2025-07-01T08:30:00, perhaps with a fraction or a Z.
bool WorksheetHandler::interpret_iso_date(Cell& cell, std::string_view stored) {
    constexpr std::int64_t day = 86'400;
    const auto date = parse_date(stored.substr(0, 10));
    if (!date) return false;
    Moment moment{date.value(), 0};
    if (stored.size() > 10) {
        const auto time = parse_instant(std::string(stored.substr(0, 19)) + 'Z');
        if (!time) return false;
        const auto seconds = time.value().microseconds / 1'000'000;
        moment.second = static_cast<int>((seconds % day + day) % day);
    }
    cell.number = serial_of(moment.date) + static_cast<double>(moment.second) / day;
    become_date(cell, moment);
    return true;
}

void WorksheetHandler::become_date(Cell& cell, const Moment& moment) {
    cell.kind = Kind::date;
    cell.date = moment.date;
    cell.second = moment.second;
    replace_text(to_text(moment));
}

void WorksheetHandler::broken(std::string_view reason) {
    const auto place = address_text(row_.number, std::max(column_, 1));
    refuse(invalid("sheet.broken", {{place, std::string(reason)}}));
}

}  // namespace nangluc::sheet
