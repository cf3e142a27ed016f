#include "engines/assign/annual/table.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace nangluc::annual {

namespace {

// Where the cell that begins at `at` ends: a comma between quotes is none.
std::size_t end_of_cell(std::string_view line, std::size_t at) {
    auto begin = at;
    if (line.substr(at).starts_with('"')) begin = std::min(line.find('"', at + 1), line.size());
    return std::min(line.find(',', begin), line.size());
}

std::vector<std::string_view> split(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= line.size();) {
        const auto comma = end_of_cell(line, at);
        auto cell = line.substr(at, comma - at);
        while (cell.starts_with(' ')) cell.remove_prefix(1);
        while (cell.ends_with(' ')) cell.remove_suffix(1);
        if (cell.size() > 1 && cell.starts_with('"') && cell.ends_with('"')) {
            cell = cell.substr(1, cell.size() - 2);
        }
        cells.push_back(cell);
        at = comma + 1;
    }
    return cells;
}

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace

Table::Table(
    std::string name,
    std::string_view text,
    std::vector<std::string> columns,
    std::vector<Fault>& faults
)
    : name_(std::move(name)), columns_(std::move(columns)), faults_(faults) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const auto header = split(take_line(text));
    std::vector<std::size_t> places;
    for (const auto& column : columns_) {
        const auto found = std::ranges::find(header, column);
        if (found == header.end()) {
            faults_.push_back({name_ + ":1:" + column, "plan.column_missing"});
            return;
        }
        places.push_back(static_cast<std::size_t>(found - header.begin()));
    }

    for (std::size_t line = 2; !text.empty(); ++line) {
        const auto cells = split(take_line(text));
        if (cells.size() == 1 && cells.front().empty()) continue;
        if (cells.size() != header.size()) {
            faults_.push_back({name_ + ":" + std::to_string(line), "plan.cells_differ_from_header"}
            );
            continue;
        }
        auto& row = cells_.emplace_back();
        for (const auto place : places) row.emplace_back(cells[place]);
        lines_.push_back(line);
    }
}

void Table::fault(std::size_t row, std::size_t column, std::string code) const {
    faults_.push_back(
        {name_ + ":" + std::to_string(lines_[row]) + ":" + columns_[column], std::move(code)}
    );
}

std::int64_t Table::whole(std::size_t row, std::size_t column) const {
    const auto& text = this->text(row, column);
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc{} || stop != end) fault(row, column, "plan.not_a_whole_number");
    return number;
}

int Table::count(std::size_t row, std::size_t column) const {
    const auto number = whole(row, column);
    constexpr auto most = std::int64_t{1'000'000'000};
    if (number >= 0 && number <= most) return static_cast<int>(number);
    fault(row, column, "plan.out_of_range");
    return 0;
}

Decimal Table::decimal(std::size_t row, std::size_t column) const {
    const auto number = parse_decimal(text(row, column));
    if (!number) fault(row, column, "plan.not_a_decimal");
    return number.value_or(Decimal{});
}

}  // namespace nangluc::annual
