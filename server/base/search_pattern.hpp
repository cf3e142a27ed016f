#pragma once

#include <string>
#include <string_view>

namespace nangluc {

// The words of a search, folded, as a pattern that finds them anywhere in a folded text, for
// `LIKE $1 ESCAPE '!'`: what they hold of the pattern's own letters (% and _) means itself, on both
// databases.
std::string search_pattern(std::string_view words);

}  // namespace nangluc
