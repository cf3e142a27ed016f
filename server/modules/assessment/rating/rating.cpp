#include "modules/assessment/rating/rating.hpp"

#include <algorithm>

namespace nangluc::assessment {

const std::vector<MethodFacts>& methods() {
    using enum Aspect;
    static const std::vector<MethodFacts> all = {
        {Method::self, Rater::oneself, {knowledge, skill, attitude}, false},
        {Method::supervisor, Rater::supervisor, {skill, attitude, process, results}, false},
        {Method::colleague, Rater::colleague, {skill, attitude, process}, false},
        {Method::panel, Rater::assessor, {knowledge, skill, attitude}, false},
        {Method::test, Rater::assessor, {knowledge}, false},
        {Method::work_sample, Rater::assessor, {skill, results}, true},
        {Method::observation, Rater::supervisor_or_assessor, {skill, attitude, process}, false},
        {Method::situation, Rater::assessor, {skill, process}, false},
        {Method::evidence, Rater::supervisor_or_assessor, {knowledge, skill}, true},
        {Method::performance, Rater::supervisor_or_assessor, {process, results}, true},
    };
    return all;
}

const MethodFacts& facts_of(Method method) {
    return *std::ranges::find(methods(), method, &MethodFacts::method);
}

bool is_rater(const Actor& actor, const Rating& rating) {
    return actor.is(rating.rater) || (rating.account && rating.account == actor.account());
}

bool have_same_rater(const Rating& a, const Rating& b) {
    return a.rater == b.rater && (a.rater || a.account == b.account);
}

Result<> check(const NewRating& rating, int levels, Date today) {
    if (rating.level < 0 || rating.level > levels) {
        return invalid("rating.level_out_of_scale", {{"/level", "out_of_range"}});
    }
    if (rating.observed_on > today) return invalid("rating.future", {{"/observed_on", "future"}});
    const bool has_evidence = !rating.evidence_hash.empty() || !rating.note.empty();
    if (facts_of(rating.method).needs_evidence && !has_evidence) {
        return invalid("rating.evidence_missing", {{"/evidence", "required"}});
    }
    if (rating.score_error && (!rating.score || *rating.score_error < 0)) {
        return invalid("rating.score_error", {{"/score_error", "out_of_range"}});
    }
    return {};
}

}  // namespace nangluc::assessment
