#include "modules/needs/proposal/proposal.hpp"

#include <algorithm>

namespace nangluc::needs {

Result<> Proposal::check(Date today, int levels) const {
    if (text.empty()) return invalid("proposal.without_reason", {{"/text", "required"}});
    if (level < 1 || level > levels) {
        return invalid("proposal.no_such_level", {{"/level", "out_of_range"}});
    }
    if (until <= today) return invalid("proposal.until", {{"/until", "out_of_range"}});
    return {};
}

static bool leads_to(const programmes::Version& programme, CompetencyId competency) {
    return std::ranges::find(programme.outcomes, competency, &programmes::Outcome::competency) !=
           programme.outcomes.end();
}

Result<> may_propose(const Proposal& proposal, const ProposalGround& ground) {
    if (ground.held && *ground.held >= proposal.level) return conflict("proposal.already_held");
    if (std::ranges::any_of(ground.before, [&](const Proposal& other) {
            return other.competency == proposal.competency && other.status == ProposalStatus::open;
        })) {
        return conflict("proposal.open");
    }
    if (ground.programme && !leads_to(*ground.programme, proposal.competency)) {
        return invalid("proposal.programme_unfit", {{"/programme", "unfit"}});
    }
    return {};
}

}  // namespace nangluc::needs
