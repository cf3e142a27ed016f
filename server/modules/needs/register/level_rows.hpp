#pragma once

#include <vector>

#include "engines/gaps/population.hpp"
#include "kit/db/db.hpp"

namespace nangluc::needs {

// A person's levels of one block, before people have numbers.
struct LevelRow {
    PersonId person;
    std::uint32_t block = 0;
    gaps::Row levels;
};

// The projection of now, of everybody who was ever assessed, in no order.
std::vector<LevelRow> read_level_rows(db::Tx& tx);

// The rows of these people (ascending) under their numbers; those of others are left out.
std::vector<gaps::HeldRow> numbered(
    const std::vector<LevelRow>& rows, const std::vector<PersonId>& people
);

}  // namespace nangluc::needs
