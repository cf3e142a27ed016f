#include <algorithm>
#include <stdexcept>

#include "kit/db/db.hpp"

namespace nangluc::db {

const Value& Row::at(std::string_view column) const {
    const auto found = std::find(columns_->begin(), columns_->end(), column);
    if (found == columns_->end()) {
        throw std::out_of_range("the result has no column " + std::string(column));
    }
    return values_[static_cast<std::size_t>(found - columns_->begin())];
}

}  // namespace nangluc::db
