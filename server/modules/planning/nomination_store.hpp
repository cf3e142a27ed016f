#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/planning/nomination.hpp"

namespace nangluc::planning {

// In place of what the line said of the person before.
void add_nomination(
    db::Tx& tx,
    const Kit& kit,
    std::pair<LineId, AccountId> at_by,
    const std::vector<NominatedNeed>& needs
);
bool has_nomination(db::Tx& tx, LineId line, PersonId person);
bool has_needs(db::Tx& tx, LineId line, PersonId person);
// With the needs that it brought.
void remove_nomination(db::Tx& tx, LineId line, PersonId person);

// A competency without a valid assessment, and who let the person be sent all the same.
struct AssessmentException {
    LineId line;
    PersonId person;
    std::string staff_number;
    std::string name;
    std::string unit_name;
    CompetencyId competency;
    std::string reason;
    AccountId by;
    std::string by_name;
    Instant at;
    bool is_seated = false;
};
// By line, then name.
std::vector<AssessmentException> list_exceptions(db::Tx& tx, PlanId plan, Date on);
std::map<LineId, int> count_exceptions(db::Tx& tx, PlanId plan);

// Leaves those levels out of the members' that no rating makes any more on that day.
void forget_expired(db::Tx& tx, std::vector<needs::Member>& members, AsOf at);

}  // namespace nangluc::planning
