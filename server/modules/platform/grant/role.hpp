#pragma once

#include <span>
#include <utility>
#include <vector>

#include "modules/platform/api.hpp"

namespace nangluc::platform {

// What the holder of the role may do in the unit of the grant and below it.
std::span<const Permission> permissions_of(Role role);

// What the holder may pass on without using it: the administrator hands out the work of others, the
// leader names who approves and who audits. Nobody passes on what they neither do nor hold so.
std::span<const Permission> held_in_trust(Role role);

// True where every permission of `granted` is held, in use or in trust, by one of `held`.
bool may_pass_on(std::span<const Role> held, Role granted);

// Pairs that one account should not hold together, because one checks the other. They are not
// refused, for a small office has few people: they are shown to whoever reads the account.
std::vector<std::pair<Role, Role>> conflicts_among(std::span<const Role> roles);

}  // namespace nangluc::platform
