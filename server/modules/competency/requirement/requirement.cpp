#include "modules/competency/requirement/requirement.hpp"

namespace nangluc::competency {

Result<> StatedRequirement::check(int levels) const {
    const bool by_word = requirement.reason.kind == ReasonKind::administrative_level;
    const bool named = by_word ? !requirement.reason.word.empty() && requirement.reason.id == 0
                               : requirement.reason.word.empty() && requirement.reason.id > 0;
    if (!named) return invalid("requirement.reason_missing", {{"/reason", "required"}});
    if (requirement.minimum < 1 || requirement.minimum > levels) {
        return invalid("requirement.no_such_level", {{"/minimum", "out_of_range"}});
    }
    if (requirement.desired < requirement.minimum || requirement.desired > levels) {
        return invalid("requirement.no_such_level", {{"/desired", "out_of_range"}});
    }
    const bool is_agreed = requirement.reason.kind == ReasonKind::person;
    if (requirement.decision_number.empty() && !is_agreed) {
        return invalid("requirement.decision_missing", {{"/decision_number", "required"}});
    }
    if (!requirement.period.is_valid()) {
        return invalid("requirement.period_empty", {{"/until", "out_of_range"}});
    }
    return {};
}

Result<StatedRequirement> StatedRequirement::ended(Date on, std::string decision_number) const {
    if (decision_number.empty()) {
        return invalid("requirement.decision_missing", {{"/decision_number", "required"}});
    }
    if (on <= requirement.period.from || on >= requirement.period.until) {
        return invalid("requirement.end_outside", {{"/on", "out_of_range"}});
    }

    auto closed = *this;
    closed.requirement.period.until = on;
    closed.end_decision_number = std::move(decision_number);
    return closed;
}

bool StatedRequirement::repeats(const Requirement& other) const {
    return requirement.reason == other.reason && requirement.scope == other.scope &&
           requirement.competency == other.competency && requirement.goal == other.goal &&
           requirement.period.overlaps(other.period);
}

}  // namespace nangluc::competency
