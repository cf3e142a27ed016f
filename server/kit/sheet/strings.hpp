#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/archive.hpp"

namespace nangluc::sheet {

// The texts that the cells of a workbook share, packed into blocks. What is added stays where it
// is.
class SharedStrings {
public:
    explicit SharedStrings(const Limits& limits) : limits_(limits) {}

    Result<> read(Archive::Entry& entry);
    // Refuses with sheet.too_many_strings.
    Result<> add(std::string_view text);

    std::size_t size() const { return texts_.size(); }
    std::string_view at(std::size_t index) const { return texts_[index]; }

private:
    Limits limits_;
    std::deque<std::string_view> texts_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;  // in the last block, with this much free behind it
    std::size_t free_ = 0;
    std::int64_t bytes_ = 0;
};

}  // namespace nangluc::sheet
