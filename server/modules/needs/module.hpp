#pragma once

#include "modules/needs/gap/gap_service.hpp"
#include "modules/needs/group/group_service.hpp"
#include "modules/needs/proposal/proposal_service.hpp"
#include "modules/needs/register/register_keeper.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::needs {

// Gaps, the matrix and target groups, over one register in memory; and what people propose to
// learn.
class Module {
public:
    explicit Module(const Kit& kit);

    void add_routes(http::Router& router);
    // Who lacks a required level today at or below a unit; nothing where the reader may not know.
    std::optional<std::unordered_set<PersonId>> people_lacking(const Actor& actor, UnitId unit) {
        return gaps_.people_lacking(actor, unit);
    }
    // Builds the register in memory beside the server's answers, from the start on.
    void begin() { keeper_.begin(); }
    void stop() { keeper_.stop(); }
    const RegisterKeeper& register_of_today() const { return keeper_; }
    // For the nightly comparison and the command line.
    bool figures_agree() { return keeper_.agrees(); }

private:
    const Kit& kit_;
    RegisterKeeper keeper_;
    GapService gaps_;
    GroupService groups_;
    ProposalService proposals_;
};

// Of the people between two ids, those about whom something is kept here; ascending.
std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last);

}  // namespace nangluc::needs
