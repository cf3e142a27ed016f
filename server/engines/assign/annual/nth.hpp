#pragma once

#include <cstddef>

namespace nangluc::annual {

constexpr std::size_t nth(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace nangluc::annual
