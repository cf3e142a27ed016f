#pragma once

#include "kit/kit.hpp"
#include "modules/assessment/rating/rating_store.hpp"

namespace nangluc::assessment {

// Writes a rating that has been allowed: its row, the audit, the projections and the news.
Result<RatingId> enter_rating(
    db::Tx& tx, const Kit& kit, const Actor& actor, const NewRating& rating
);

// Takes a rating back without giving another. Refuses rating.already_withdrawn.
Result<> enter_withdrawal(
    db::Tx& tx, const Kit& kit, const Actor& actor, const Rating& rating, const std::string& reason
);

}  // namespace nangluc::assessment
