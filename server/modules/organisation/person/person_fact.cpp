#include "modules/organisation/person/person_fact.hpp"

namespace nangluc::organisation {

namespace {

bool replaces(const PersonFact& wanted, const PersonFact& known) {
    if (wanted.kind != known.kind || wanted.kind == FactKind::achievement) return false;
    if (wanted.kind == FactKind::yearly_rating) return wanted.year == known.year;
    return wanted.period.overlaps(known.period);
}

}  // namespace

Result<FactChange> change_of(const std::vector<PersonFact>& known, const PersonFact& wanted) {
    if (!wanted.period.is_valid()) return invalid("fact.period", {{"/until", "out_of_range"}});
    if (wanted.value.empty()) return invalid("fact.value", {{"/value", "required"}});
    if (wanted.kind == FactKind::yearly_rating && !wanted.year) {
        return invalid("fact.year", {{"/year", "required"}});
    }

    FactChange change;
    for (const auto& fact : known) {
        if (!replaces(wanted, fact)) continue;
        change.superseded.push_back(fact.id);
        if (wanted.kind == FactKind::yearly_rating) continue;
        if (fact.period.from < wanted.period.from) {
            change.added.push_back(fact);
            change.added.back().period.until = wanted.period.from;
        }
        if (fact.period.until > wanted.period.until) {
            change.added.push_back(fact);
            change.added.back().period.from = wanted.period.until;
        }
    }
    change.added.push_back(wanted);
    return change;
}

}  // namespace nangluc::organisation
