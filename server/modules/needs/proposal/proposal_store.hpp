#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "modules/needs/proposal/proposal.hpp"

namespace nangluc::needs {

Result<Proposal> find_proposal(db::Tx& tx, ProposalId id);
// Of a person, newest first.
std::vector<Proposal> list_proposals(db::Tx& tx, PersonId person);
struct ProposalsQuestion {
    ProposalStatus status = ProposalStatus::open;
    ProposalId after;   // the last one of the page before
    PersonId left_out;  // whoever asks decides nothing of their own
    int limit = 50;
};
// Of those who work that day at or below a place, the oldest first.
std::vector<Proposal> list_proposals_below(
    db::Tx& tx, const UnitPath& place, const ProposalsQuestion& question, AsOf at
);
void add_proposal(db::Tx& tx, const Proposal& proposal);
// Refuses proposal.decided where somebody was faster.
Result<> save_decision(db::Tx& tx, const Proposal& proposal);

}  // namespace nangluc::needs
