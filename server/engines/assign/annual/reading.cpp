#include "engines/assign/annual/reading.hpp"

#include <algorithm>

namespace nangluc::annual {

Table Reading::table(const std::string& name, std::vector<std::string> columns) {
    if (auto found = further_table(name, std::move(columns))) return std::move(*found);
    faults.push_back({name, "plan.file_missing"});
    return {name, "", {}, faults};
}

std::optional<Table> Reading::further_table(
    const std::string& name, std::vector<std::string> columns
) {
    const auto found = files.find(name);
    if (found == files.end()) return std::nullopt;
    return Table(name, found->second, std::move(columns), faults);
}

std::int64_t Reading::new_id(const Table& rows, std::size_t row, Ids& ids) {
    const auto id = rows.whole(row, 0);
    const auto index = static_cast<int>(ids.size());
    if (!ids.emplace(id, index).second) rows.fault(row, 0, "plan.id_twice");
    return id;
}

std::optional<int> Reading::find(
    const Table& rows, std::size_t row, std::size_t column, const Ids& ids
) {
    const auto found = ids.find(rows.whole(row, column));
    if (found != ids.end()) return found->second;
    rows.fault(row, column, "plan.unknown_id");
    return std::nullopt;
}

int Reading::known(const Table& rows, std::size_t row, std::size_t column, const Ids& ids) {
    return find(rows, row, column, ids).value_or(0);
}

Decimal Reading::not_negative(const Table& rows, std::size_t row, std::size_t column, int& places) {
    const auto number = rows.decimal(row, column);
    if (number.digits < 0) rows.fault(row, column, "plan.out_of_range");
    places = std::max(places, number.places);
    return number;
}

}  // namespace nangluc::annual
