#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

#include "engines/assign/annual/decimal.hpp"

namespace nangluc::annual {

// One file of comma-separated values with a header. What is wrong is collected, each at its place
// ("persons.csv:12:office"), and reading goes on, so that a file is put right in one go.
class Table {
public:
    Table(
        std::string name,
        std::string_view text,
        std::vector<std::string> columns,
        std::vector<Fault>& faults
    );

    std::size_t rows() const { return cells_.size(); }
    const std::string& text(std::size_t row, std::size_t column) const {
        return cells_[row][column];
    }
    // 0 where the cell is no such number, which is then a fault.
    std::int64_t whole(std::size_t row, std::size_t column) const;
    int count(std::size_t row, std::size_t column) const;  // 0 or more
    Decimal decimal(std::size_t row, std::size_t column) const;
    void fault(std::size_t row, std::size_t column, std::string code) const;

private:
    std::string name_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> cells_;  // in the order of columns_
    std::vector<std::size_t> lines_;
    std::vector<Fault>& faults_;
};

}  // namespace nangluc::annual
