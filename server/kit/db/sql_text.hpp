#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nangluc::db {

// Where the span that begins at `at` ends, if it is one in which no character has a meaning of its
// own: a literal, a quoted identifier, a comment, a name. `at` itself where none begins there.
// What is never closed ends with the text.
std::size_t end_of_span(std::string_view sql, std::size_t at);

// The statements of a script, cut at each `;` outside of such spans; empty ones are left out.
std::vector<std::string> split_statements(std::string_view script);

// `sql` without the comments and white space before its first word.
std::string_view without_preamble(std::string_view sql);

}  // namespace nangluc::db
