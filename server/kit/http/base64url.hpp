#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nangluc::http {

// RFC 4648 §5 without padding.
std::string to_base64url(std::string_view bytes);
// Nothing for what to_base64url does not write: other letters, padding, stray last bits.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace nangluc::http
