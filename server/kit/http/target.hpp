#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace nangluc::http {

// The address of a request: "/plans/7?year=2026" in its parts, percent-decoded.
struct Target {
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
};

// Refuses with "target.malformed" what is not an absolute path, a broken escape, control letters,
// and escapes of '/', which would move the borders of the segments.
Result<Target> parse_target(std::string_view target);

// Everything but letters, digits and "-._~" as %XX.
std::string percent_encode(std::string_view text);

}  // namespace nangluc::http
