#include <algorithm>
#include <stdexcept>

#include "kit/db/db.hpp"

namespace nangluc::db {

Row::Row(const Row&) = default;
Row::Row(Row&&) noexcept = default;
Row& Row::operator=(const Row&) = default;
Row& Row::operator=(Row&&) noexcept = default;
Row::~Row() = default;

const Value& Row::at(std::string_view column) const {
    const auto found = std::find(columns_->begin(), columns_->end(), column);
    if (found == columns_->end()) {
        throw std::out_of_range("the result has no column " + std::string(column));
    }
    return values_[static_cast<std::size_t>(found - columns_->begin())];
}

std::vector<Row> Tx::all_of(std::string_view sql, const Values& values) {
    std::vector<Row> rows;
    query(sql, values, [&](Row row) { rows.push_back(std::move(row)); });
    return rows;
}

std::optional<Row> Tx::first_of(std::string_view sql, const Values& values) {
    std::optional<Row> first;
    query(sql, values, [&](Row row) {
        if (!first) first = std::move(row);
    });
    return first;
}

}  // namespace nangluc::db
