#pragma once

#include <map>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/review/review.hpp"
#include "modules/assessment/rule/rule.hpp"

namespace nangluc::assessment {

// What is known of a person on one competency: every rating with how it was used, what took one
// back, and what was said about it.
struct CompetencyRecord {
    competency::Competency competency;
    std::optional<int> required;  // for the posts held
    std::optional<Held> held;
    std::vector<UsedRating> ratings;  // newest first
    std::vector<Rating> withdrawals;
    std::vector<Review> reviews;
};

struct PersonRecord {
    organisation::Person person;
    std::optional<Rule> rule;                    // none where no rule reaches the person's place
    std::vector<CompetencyRecord> competencies;  // rated or required
    std::map<PersonId, std::string> names;       // of raters
    AsOf at;
};

class RatingService {
public:
    explicit RatingService(const Kit& kit) : kit_(kit) {}

    Result<Rating> add(const Actor& actor, const NewRating& rating);
    // Only by who gave it. Refuses rating.not_rater, rating.already_withdrawn.
    Result<> withdraw(const Actor& actor, RatingId id, const std::string& reason);

    // One's own, or read_ratings at the person's place, which is written into the audit.
    Result<PersonRecord> record(
        const Actor& actor, PersonId person, AsOf at, const std::string& language
    );

    // What each level of a competency means: the anchors to rate by.
    Result<std::vector<competency::Descriptor>> descriptors(
        CompetencyId competency, const std::string& language
    );

private:
    const Kit& kit_;
};

// The least level of each competency that is required for the posts held.
std::map<CompetencyId, int> required_levels(db::Tx& tx, PersonId person, AsOf at);

// Refuses not_found("person") or forbidden where neither one's own nor permitted at the place.
Result<> require_reading(db::Tx& tx, const Kit& kit, const Actor& actor, PersonId person);

}  // namespace nangluc::assessment
