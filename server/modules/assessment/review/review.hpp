#pragma once

#include "modules/assessment/api.hpp"

namespace nangluc {

using ReviewId = Id<struct ReviewTag>;

}  // namespace nangluc

namespace nangluc::assessment {

// comment: said and kept. review: to be decided by its deadline.
enum class ReviewKind { comment, review };
BOOST_DESCRIBE_ENUM(ReviewKind, comment, review)

// upheld: the level stays. changed: a panel's rating stands in place of what counted.
enum class ReviewOutcome { upheld, changed };
BOOST_DESCRIBE_ENUM(ReviewOutcome, upheld, changed)

struct Review {
    ReviewId id;
    PersonId person;
    CompetencyId competency;
    ReviewKind kind = ReviewKind::comment;
    std::string text;
    AccountId asked_by;
    Instant asked_at;
    Date deadline = Date::never();
    AccountId decided_by;
    Instant decided_at;
    std::optional<ReviewOutcome> outcome;
    std::string answer;
    RatingId rating;  // the panel's, where the outcome changed the level

    bool is_open() const { return kind == ReviewKind::review && !outcome; }
};

// Whether the person may still ask: refuses review.nothing_rated, review.open (one is being
// decided) and review.too_late (the newest rating is known for longer than `days`). Pure.
Result<> check_request(
    const std::vector<Rating>& ratings, const std::vector<Review>& reviews, Date today, int days
);

}  // namespace nangluc::assessment
