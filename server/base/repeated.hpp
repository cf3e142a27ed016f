#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace nangluc {

// Of neighbours with the same key only the first stays.
template <typename T, typename Key = std::identity>
void erase_repeated(std::vector<T>& sorted, const Key& key = {}) {
    const auto is_same = [&](const T& a, const T& b) {
        return std::invoke(key, a) == std::invoke(key, b);
    };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), is_same), sorted.end());
}

}  // namespace nangluc
