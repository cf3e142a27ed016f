#include "modules/needs/proposal/proposal_service.hpp"

#include <algorithm>
#include <iterator>

#include "base/clock.hpp"
#include "base/repeated.hpp"
#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::needs {

// What the audit keeps of an act.
struct ProposalChange {
    CompetencyId competency;
    int level = 0;
    ProposalStatus status{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ProposalChange, (), (competency, level, status, text))

static void write_audit(
    db::Tx& tx, const Kit& kit, const Actor& actor, const Proposal& proposal, UnitId unit
) {
    const bool is_new = proposal.status == ProposalStatus::open;
    const ProposalChange change{
        proposal.competency,
        proposal.level,
        proposal.status,
        is_new ? proposal.text : proposal.answer,
    };
    kit.audit.write(
        tx,
        actor,
        {.act = is_new ? "proposal.made" : "proposal." + name_of(proposal.status),
         .object = proposal.id.value,
         .unit = unit,
         .person = proposal.person,
         .change = json::write(change)}
    );
}

static std::optional<int> held_now(db::Tx& tx, PersonId person, CompetencyId competency, AsOf at) {
    for (const auto& held : assessment::held_levels(tx, person, at)) {
        if (held.competency == competency) return held.level;
    }
    return std::nullopt;
}

static int required_by_agency(db::Tx& tx, PersonId person, CompetencyId competency, AsOf at) {
    int required = 0;
    const auto gaps = gaps_of(tx, person, competency::Goal::present, at);
    if (!gaps) return required;
    for (const auto& gap : gaps.value()) {
        if (gap.competency != competency) continue;
        for (const auto& requirement : gap.requirements) {
            if (requirement.reason.kind == competency::ReasonKind::person) continue;
            required = std::max(required, requirement.minimum);
        }
    }
    return required;
}

static bool may_decide(const Actor& actor, const Proposal& proposal, const UnitPath& place) {
    if (actor.is(proposal.person)) return false;
    return actor.may(Permission::rate_as_supervisor, place) ||
           actor.may(Permission::edit_requirements, place);
}

static Result<ProposalCase> case_of(
    db::Tx& tx, const Kit& kit, const Actor& actor, Proposal proposal, const std::string& language
) {
    const auto now = kit.clock.as_of_now();
    const auto place = TRY(organisation::place_of_person(tx, proposal.person, now));
    ProposalCase found{
        .person = TRY(organisation::find_person(tx, proposal.person)),
        .competency = TRY(competency::find_competency(tx, proposal.competency, language)),
        .held = held_now(tx, proposal.person, proposal.competency, now),
        .required = required_by_agency(tx, proposal.person, proposal.competency, now),
        .decided_by = platform::name_of_account(tx, proposal.decided_by),
    };
    if (proposal.programme) {
        found.programme = TRY(programmes::find_version(tx, proposal.programme));
    }
    const bool is_open = proposal.status == ProposalStatus::open;
    found.may_decide = is_open && may_decide(actor, proposal, place);
    found.proposal = std::move(proposal);
    return found;
}

Result<ProposalCase> ProposalService::propose(
    const Actor& actor, const Wish& wish, const std::string& language
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<ProposalCase> {
        const auto now = kit_.clock.as_of_now();
        const auto unit = TRY(organisation::main_unit_of(tx, actor.person(), now));
        const auto competency = TRY(competency::find_competency(tx, wish.competency, language));
        const Proposal proposal{
            .id = kit_.ids.make<ProposalId>(),
            .person = actor.person(),
            .competency = wish.competency,
            .level = wish.level,
            .programme = wish.programme,
            .text = tidy(wish.text),
            .until = wish.until,
            .proposed_at = now.known_at,
        };
        TRY(proposal.check(now.on, competency.levels));
        ProposalGround ground{
            .before = list_proposals(tx, proposal.person),
            .held = held_now(tx, proposal.person, proposal.competency, now),
            .programme = {},
        };
        if (wish.programme) ground.programme = TRY(programmes::find_version(tx, wish.programme));
        TRY(may_propose(proposal, ground));

        add_proposal(tx, proposal);
        write_audit(tx, kit_, actor, proposal, unit);
        return case_of(tx, kit_, actor, proposal, language);
    });
}

static Result<std::vector<ProposalCase>> cases_of(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    std::vector<Proposal> proposals,
    const std::string& language
) {
    std::vector<ProposalCase> cases;
    for (auto& proposal : proposals) {
        cases.push_back(TRY(case_of(tx, kit, actor, std::move(proposal), language)));
    }
    return cases;
}

Result<std::vector<ProposalCase>> ProposalService::list_own(
    const Actor& actor, const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<ProposalCase>> {
        return cases_of(tx, kit_, actor, list_proposals(tx, actor.person()), language);
    });
}

Result<std::vector<ProposalCase>> ProposalService::list(
    const Actor& actor, ProposalsQuestion question, const std::string& language
) {
    const auto now = kit_.clock.as_of_now();
    question.left_out = actor.person();
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<ProposalCase>> {
        std::vector<Proposal> proposals;
        for (const auto right : {Permission::rate_as_supervisor, Permission::edit_requirements}) {
            for (const auto& root : actor.roots(right)) {
                auto found = list_proposals_below(tx, root, question, now);
                std::ranges::move(found, std::back_inserter(proposals));
            }
        }
        std::ranges::sort(proposals, {}, &Proposal::id);
        erase_repeated(proposals, &Proposal::id);
        if (static_cast<int>(proposals.size()) > question.limit) {
            proposals.resize(static_cast<std::size_t>(question.limit));
        }
        return cases_of(tx, kit_, actor, std::move(proposals), language);
    });
}

// Inside the reach of who asks, or not there at all for them.
static Result<> require_deciding(
    const Actor& actor, const Proposal& proposal, const UnitPath& place
) {
    if (actor.is(proposal.person)) return forbidden("proposal.own");
    if (may_decide(actor, proposal, place)) return {};
    return actor.require(Permission::rate_as_supervisor, place, "proposal");
}

static void tell_person(db::Tx& tx, const Kit& kit, const Proposal& proposal) {
    const auto account = platform::find_account_of_person(tx, proposal.person);
    if (!account) return;
    platform::add_notice(
        tx,
        kit.ids,
        kit.clock,
        {.account = account,
         .kind = "proposal." + name_of(proposal.status),
         .object = proposal.id.value}
    );
}

Result<ProposalCase> ProposalService::decide(
    const Actor& actor, ProposalId id, const Decision& decision, const std::string& language
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<ProposalCase> {
        const auto now = kit_.clock.as_of_now();
        auto proposal = TRY(find_proposal(tx, id));
        const auto place = TRY(organisation::place_of_person(tx, proposal.person, now));
        TRY(require_deciding(actor, proposal, place));
        if (proposal.status != ProposalStatus::open) return conflict("proposal.decided");
        proposal.status = decision.status;
        proposal.answer = tidy(decision.answer);
        proposal.decided_by = actor.account();
        proposal.decided_at = now.known_at;
        if (proposal.status == ProposalStatus::returned && proposal.answer.empty()) {
            return invalid("proposal.without_answer", {{"/reason", "required"}});
        }

        if (proposal.status == ProposalStatus::agreed) {
            proposal.requirement = TRY(competency::agree_personal_goal(
                tx,
                kit_,
                actor,
                {.person = proposal.person,
                 .unit = place.unit(),
                 .competency = proposal.competency,
                 .level = proposal.level,
                 .period = {now.on, proposal.until},
                 .note = proposal.text}
            ));
        }
        TRY(save_decision(tx, proposal));
        write_audit(tx, kit_, actor, proposal, place.unit());
        tell_person(tx, kit_, proposal);
        return case_of(tx, kit_, actor, std::move(proposal), language);
    });
}

}  // namespace nangluc::needs
