#include "modules/competency/framework/framework.hpp"

#include <algorithm>

namespace nangluc::competency {

Result<> Version::approve(
    const Approval& approval, const std::vector<AccountId>& drafters, AccountId by
) {
    if (status != VersionStatus::draft) return conflict("framework.not_a_draft");
    if (std::ranges::find(drafters, by) != drafters.end()) return forbidden("framework.own_draft");
    if (approval.decision_number.empty()) {
        return invalid("framework.decision_missing", {{"decision_number", "required"}});
    }
    if (approval.from < approval.decided_on) {
        return invalid("framework.before_decision", {{"from", "before_decision"}});
    }

    status = VersionStatus::approved;
    decision_number = approval.decision_number;
    decided_on = approval.decided_on;
    period = {approval.from, Date::never()};
    return {};
}

}  // namespace nangluc::competency
