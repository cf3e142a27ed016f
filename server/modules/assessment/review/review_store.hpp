#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "modules/assessment/review/review.hpp"

namespace nangluc::assessment {

Result<Review> find_review(db::Tx& tx, ReviewId id);
// Of a person, newest first; of one competency where one is given.
std::vector<Review> list_reviews(db::Tx& tx, PersonId person, CompetencyId competency);
void add_review(db::Tx& tx, const Review& review);
// Refuses with conflict("review.decided") where somebody was faster.
Result<> save_decision(db::Tx& tx, const Review& review);

// Requests for review of the people who work today at or below a place, by deadline.
enum class ReviewStatus { open, decided, all };
BOOST_DESCRIBE_ENUM(ReviewStatus, open, decided, all)
// The last one of the page before.
struct ReviewPlace {
    Date deadline = {0, 1, 1};
    ReviewId review;

    friend auto operator<=>(const ReviewPlace&, const ReviewPlace&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewPlace, (), (deadline, review))
ReviewPlace place_of(const Review& review);

struct ReviewsQuestion {
    ReviewStatus status = ReviewStatus::open;
    ReviewPlace after;
    int limit = 50;
};
std::vector<Review> list_reviews_below(
    db::Tx& tx, const UnitPath& place, const ReviewsQuestion& question, AsOf at
);

}  // namespace nangluc::assessment
