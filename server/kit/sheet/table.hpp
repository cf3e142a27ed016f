#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/limits.hpp"

namespace nangluc::sheet {

// A whole small table with a header row, held in memory: reference facts, not what users send.
class Table {
public:
    // The first sheet. Refuses as the reader does, and a repeated or empty column name.
    static Result<Table> read(const std::string& path, const Limits& limits = {});

    std::size_t rows() const { return rows_.size(); }
    bool has(std::string_view column) const;
    // Empty where the row has nothing in the column. Throws for a column that the table lacks.
    const std::string& at(std::size_t row, std::string_view column) const;

private:
    std::unordered_map<std::string, std::size_t> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace nangluc::sheet
