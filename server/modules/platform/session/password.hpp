#pragma once

#include <string_view>

#include "base/result.hpp"

namespace nangluc::platform {

// What a new password must be. Refuses, each with its path:
// invalid("password.too_short")  fewer than 12 letters;
// invalid("password.too_long")   more than 200 bytes;
// invalid("password.too_common") one that a guesser tries first: a well-known word with digits and
// signs about it, a row of keys or numbers, few different letters, the login itself.
// No other composition is asked for: length protects, and rules of signs make people write it down.
Result<> check_new_password(std::string_view password, std::string_view login);

}  // namespace nangluc::platform
