#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nangluc::json {

// A parsed JSON value that, unlike most trees, keeps duplicate members, in their order. Everything
// it points to lives in the memory it was parsed into.
struct Node {
    enum class Kind { null, boolean, integer, big_integer, number, text, list, object };

    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t integer = 0;
    std::uint64_t big_integer = 0;  // what is above the range of `integer`
    double number = 0;              // may be infinite: 1e999
    std::string_view name = {};     // in an object
    std::string_view text = {};
    std::span<const Node> children = {};  // of a list or an object
};

constexpr std::size_t max_bytes = 64 << 20;
constexpr std::size_t max_depth = 32;

// Refuses what is no JSON with "json.malformed"; its one fault says the place as "line:column" and
// why: malformed, not_utf8, or too_deep. More than max_bytes is "json.too_large".
Result<Node> parse(std::string_view text, std::pmr::memory_resource& memory);

}  // namespace nangluc::json
