#include "kit/sheet/table.hpp"

#include <stdexcept>

#include "kit/sheet/reader.hpp"

namespace nangluc::sheet {

static std::vector<std::string> texts_of(const Row& row) {
    std::vector<std::string> texts;
    for (const auto& cell : row.cells) {
        texts.resize(static_cast<std::size_t>(cell.column));
        texts.back() = cell.text;
    }
    return texts;
}

Result<Table> Table::read(const std::string& path, const Limits& limits) {
    const auto reader = TRY(open(path, limits));
    Table table;
    std::vector<std::string> header;
    TRY(reader->read(0, [&](const Row& row) {
        (header.empty() ? header : table.rows_.emplace_back()) = texts_of(row);
        return Next::more;
    }));

    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool is_new = !header[i].empty() && table.columns_.emplace(header[i], i).second;
        if (!is_new) return invalid("sheet.column_repeated", {{header[i], "repeated"}});
    }
    for (auto& row : table.rows_) row.resize(header.size());
    return table;
}

bool Table::has(std::string_view column) const {
    return columns_.contains(std::string(column));
}

const std::string& Table::at(std::size_t row, std::string_view column) const {
    const auto found = columns_.find(std::string(column));
    if (found == columns_.end()) {
        throw std::out_of_range("the table has no column " + std::string(column));
    }
    return rows_.at(row).at(found->second);
}

}  // namespace nangluc::sheet
