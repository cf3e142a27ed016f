#pragma once

#include <vector>

#include "engines/assign/proof/certificate.hpp"

namespace nangluc::proof {

// Whether no plan can be worth `too_much`, by prices of capacity, budget and presence alone: what
// the limits are worth at the prices, what each session is at best when it pays for itself, and the
// best year that each person could have at the prices, one by one, all ways tried:
//
//     Σ price · limit + Σ sessions max(0, capacity · price − priced cost) + Σ persons best
//
// For a year of more people than leaves could be written for. Limits that are not priced (a least
// size of classes, rooms, lecturers, floors, what is settled) could only take plans away, and
// changes only worth. Throws std::runtime_error for another row or a price below 0.
bool holds_apart(const Facts& facts, const std::vector<Priced>& prices, const Exact& too_much);

}  // namespace nangluc::proof
