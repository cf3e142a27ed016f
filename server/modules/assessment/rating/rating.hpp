#pragma once

#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

// Who may rate by a method.
//     oneself:   the person themself, and nobody else
//     colleague: whoever works in the same unit
//     supervisor, assessor: by permission at the person's place
enum class Rater { oneself, colleague, supervisor, assessor, supervisor_or_assessor };
BOOST_DESCRIBE_ENUM(Rater, oneself, colleague, supervisor, assessor, supervisor_or_assessor)

// What is looked at. E6 asks for each with its own evidence.
enum class Aspect { knowledge, skill, attitude, process, results };
BOOST_DESCRIBE_ENUM(Aspect, knowledge, skill, attitude, process, results)

struct MethodFacts {
    Method method = Method::self;
    Rater rater = Rater::oneself;
    std::vector<Aspect> aspects;
    bool needs_evidence = false;  // a file, or a note that names the record
};
BOOST_DESCRIBE_STRUCT(MethodFacts, (), (method, rater, aspects, needs_evidence))

const std::vector<MethodFacts>& methods();
const MethodFacts& facts_of(Method method);

// What is wrong with a rating as it was written. `levels`: how many the competency's scale has.
// Refuses rating.level_out_of_scale, rating.future, rating.evidence_missing and
// rating.score_error (without a score, or negative).
Result<> check(const NewRating& rating, int levels, Date today);

}  // namespace nangluc::assessment
