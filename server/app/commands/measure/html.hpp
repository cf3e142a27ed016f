#pragma once

#include <string>
#include <string_view>

namespace nangluc::app {

// As printf; at most 511 letters.
__attribute__((format(printf, 1, 2))) std::string formatted(const char* format, ...);
// A text as it may stand in a page.
std::string escaped(std::string_view plain);

}  // namespace nangluc::app
