#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "app/world/abilities.hpp"
#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/data/responses.hpp"
#include "engines/irt/model/item.hpp"
#include "modules/assessment/item/item.hpp"

namespace nangluc::world {

// The items as they are behind the invented answers: those of the bank, each off by a chance of its
// own that its code alone decides, since nobody's first judgement of an item is right. `spread` is
// of the logarithm of the slope, and double that of the difficulty.
std::vector<irt::Item> true_items(std::span<const assessment::Item> bank, double spread);

struct AnswerPlan {
    std::int64_t people = 0;
    std::size_t asked = 24;  // items a person, drawn for them; the others are missing by design
    std::uint64_t seed = 1;
    std::function<void(std::int64_t done)> progress = {};
};

// Writes what `measure` reads: a column an item, a row a person. Returns the mean and the spread of
// the abilities. Nothing is kept but the row at hand.
irt::Latent write_answers(
    std::ostream& out,
    std::span<const std::string> codes,
    std::span<const irt::Item> items,
    Abilities& abilities,
    const AnswerPlan& plan
);

}  // namespace nangluc::world
