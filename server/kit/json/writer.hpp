#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nangluc::json {

struct Node;

// Each appends one JSON value to `out`.
// Quoted and escaped; a byte that is no UTF-8 becomes U+FFFD.
void write_text(std::string& out, std::string_view text);
void write_integer(std::string& out, std::int64_t value);
void write_integer(std::string& out, std::uint64_t value);
// The shortest form that reads back as the same number. Throws std::domain_error if not finite.
void write_number(std::string& out, double value);
void write_node(std::string& out, const Node& node);

std::string quoted(std::string_view text);

}  // namespace nangluc::json
