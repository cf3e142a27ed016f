#pragma once

#include "modules/platform/session/attempt.hpp"

namespace nangluc::platform {

// Counts a guess before it is checked, so that guesses sent at once are counted too. Refuses with
// too_many("sign_in.wait") where the login or the address is closed now; a refused one is not
// counted. The caller takes it back where the guess was right.
Result<> count_attempt(db::Tx& tx, std::string_view login, std::string_view peer, Instant now);

// The guess was right: the login starts anew, the address has one failure less.
void forgive_attempt(db::Tx& tx, std::string_view login, std::string_view peer);

}  // namespace nangluc::platform
