#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/review/review_store.hpp"

namespace nangluc::assessment {

// A request as its deciders see it.
struct ReviewCase {
    Review review;
    organisation::Person person;
    competency::Competency competency;
    std::optional<Held> held;  // today
    bool may_decide = false;
};

struct ReviewDecision {
    ReviewOutcome outcome = ReviewOutcome::upheld;
    std::optional<int> level;
    std::string answer;
};

class ReviewService {
public:
    explicit ReviewService(const Kit& kit) : kit_(kit) {}

    // By the person, or by whoever may read the ratings.
    Result<Review> comment(
        const Actor& actor, PersonId person, CompetencyId competency, const std::string& text
    );
    // By the person only, within review_request_days of the newest rating.
    Result<Review> ask(
        const Actor& actor, PersonId person, CompetencyId competency, const std::string& text
    );
    // Those whose decision is within the actor's reach.
    Result<std::vector<ReviewCase>> list(
        const Actor& actor, const ReviewsQuestion& question, const std::string& language
    );
    // Refuses review.decided, review.own, review.rater (who gave a rating that counted does not
    // decide about it), review.level_missing and review.rule_ignores_panel (the rule in force would
    // not make that level of the panel's rating).
    Result<ReviewCase> decide(
        const Actor& actor, ReviewId id, const ReviewDecision& decision, const std::string& language
    );

private:
    const Kit& kit_;
};

}  // namespace nangluc::assessment
