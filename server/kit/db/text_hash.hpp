#pragma once

#include <functional>
#include <string_view>

namespace nangluc::db {

// Lets a map with std::string keys be searched by std::string_view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};

}  // namespace nangluc::db
