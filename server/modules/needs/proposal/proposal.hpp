#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/needs/api.hpp"

namespace nangluc {

using ProposalId = Id<struct ProposalTag>;

}  // namespace nangluc

namespace nangluc::needs {

enum class ProposalStatus { open, agreed, returned };
BOOST_DESCRIBE_ENUM(ProposalStatus, open, agreed, returned)

// What an official wants to learn and why; agreed, it is a goal of their personal plan.
struct Proposal {
    ProposalId id;
    PersonId person;
    CompetencyId competency;
    int level = 1;
    ProgrammeVersionId programme;  // none: any
    std::string text;
    Date until = Date::never();
    ProposalStatus status = ProposalStatus::open;
    Instant proposed_at;
    AccountId decided_by;
    Instant decided_at;
    std::string answer;
    RequirementId requirement;

    // Its form, on the day it is made: refuses proposal.without_reason, .no_such_level and .until.
    Result<> check(Date today, int levels) const;
};

// What stands when somebody proposes.
struct ProposalGround {
    std::vector<Proposal> before;  // of this person
    std::optional<int> held;
    std::optional<programmes::Version> programme;  // the wished one
};
// Refuses proposal.already_held, proposal.open (one for this competency is being decided) and
// proposal.programme_unfit (the programme does not lead to this competency). Pure.
Result<> may_propose(const Proposal& proposal, const ProposalGround& ground);

}  // namespace nangluc::needs
