#pragma once

#include "modules/assessment/sitting/test_run.hpp"

namespace nangluc {

using SittingId = Id<struct SittingTag>;

}  // namespace nangluc

namespace nangluc::assessment {

// One person taking the test of one competency: begun once, finished once, and in between as often
// left and come back to as they like.
struct Sitting {
    SittingId id;
    PersonId person;
    CompetencyId competency;
    ItemBankId bank;
    int engine = irt::adaptive_version;
    // So many answers from the first on were given under other versions: they stand as they are.
    int carried = 0;
    std::uint64_t seed = 0;
    AccountId account;
    Instant started_at;
    std::optional<Instant> finished_at;
    std::optional<Date> finished_on;
    std::optional<Outcome> outcome;
    RatingId rating;
};

// Begun under another version of the engine and not finished: whatever it would choose or reckon
// now.
bool is_left_behind(const Sitting& sitting);

// An answer as it is kept.
struct Answer {
    int position = 1;
    ItemId item;
    std::optional<std::string> label;  // none: said not to know
    double score = 0;
    double score_error = 0;
    std::optional<int> milliseconds;
    Instant answered_at;
};

// Of an option; not to know earns nothing.
int credit_of(const Item& item, const std::optional<std::string>& label);

// What giving the stored answers again comes to.
struct Replay {
    int engine = irt::adaptive_version;  // that answered it now
    int same_answers = 0;                // as many from the first on led to the same figures
    bool is_same = false;                // every item, figure and the outcome, to the last bit
};

// The run of a sitting up to its last answer, and how far it is as stored.
struct Rerun {
    TestRun run;
    Replay replay;
};
Rerun rerun(
    const Sitting& sitting,
    const std::vector<Answer>& answers,
    const TestRules& rules,
    std::vector<Item> items
);

}  // namespace nangluc::assessment
