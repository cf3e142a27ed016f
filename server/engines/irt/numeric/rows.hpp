#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace nangluc::irt {

// Values at the nodes of a grid lie in rows of whole cache lines, eight to a line.
inline constexpr std::size_t lanes = 8;

constexpr std::size_t padded(std::size_t nodes) {
    return (nodes + lanes - 1) / lanes * lanes;
}

template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t line{64};

    LineAllocator() = default;
    template <class U>
    LineAllocator(const LineAllocator<U>&) {}

    T* allocate(std::size_t count) {
        return static_cast<T*>(::operator new(count * sizeof(T), line));
    }
    void deallocate(T* memory, std::size_t) { ::operator delete(memory, line); }

    friend bool operator==(const LineAllocator&, const LineAllocator&) { return true; }
};

using Rows = std::vector<double, LineAllocator<double>>;

}  // namespace nangluc::irt
