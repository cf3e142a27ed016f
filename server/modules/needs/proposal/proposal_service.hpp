#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/needs/proposal/proposal_store.hpp"

namespace nangluc::needs {

// A proposal as its readers see it.
struct ProposalCase {
    Proposal proposal;
    organisation::Person person;
    competency::Competency competency;
    std::optional<int> held;  // today
    int required = 0;         // by the agency today, without personal goals; 0 for not at all
    std::optional<programmes::Version> programme;
    std::string decided_by;
    bool may_decide = false;
};

// What officials propose to learn, and what their supervisors say to it.
class ProposalService {
public:
    explicit ProposalService(const Kit& kit) : kit_(kit) {}

    struct Wish {
        CompetencyId competency;
        int level = 1;
        ProgrammeVersionId programme;
        Date until = Date::never();
        std::string text;
    };
    // For whoever is signed in; see Proposal::check and may_propose.
    Result<ProposalCase> propose(const Actor& actor, const Wish& wish, const std::string& language);
    Result<std::vector<ProposalCase>> list_own(const Actor& actor, const std::string& language);
    // Those that the actor may decide: where they supervise, or keep the requirements; a page.
    Result<std::vector<ProposalCase>> list(
        const Actor& actor, ProposalsQuestion question, const std::string& language
    );

    struct Decision {
        ProposalStatus status = ProposalStatus::agreed;
        std::string answer;  // needed to return it
    };
    // Refuses proposal.own, proposal.decided and proposal.without_answer. An agreement is a goal of
    // the personal plan from today on.
    Result<ProposalCase> decide(
        const Actor& actor, ProposalId id, const Decision& decision, const std::string& language
    );

private:
    const Kit& kit_;
};

}  // namespace nangluc::needs
