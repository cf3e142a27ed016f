#include "modules/organisation/reorganisation/reorganisation_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"
#include "modules/organisation/unit/snapshot_store.hpp"
#include "modules/organisation/unit/unit_store.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::organisation {

using enum ReorganisationStatus;

namespace {

// What the audit keeps of an act.
struct ReorganisationChange {
    std::string title;
    std::string decision_number;
    Date effective_on;
    int steps = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    ReorganisationChange, (), (title, decision_number, effective_on, steps, reason)
)

// Where it is judged: its root as it stood the day before, which it cannot touch itself.
Result<UnitPath> place_of(db::Tx& tx, const Reorganisation& reorganisation) {
    auto path =
        path_of(tx, reorganisation.root, AsOf::latest(add_days(reorganisation.effective_on, -1)));
    if (!path) return not_found("reorganisation");
    return path;
}

bool sees(const Actor& actor, const UnitPath& place) {
    return actor.may(Permission::prepare_reorganisations, place) ||
           actor.may(Permission::decide_reorganisations, place);
}

// Whoever had a hand in the draft; they do not decide on it.
bool prepared(const std::vector<ActLine>& acts, AccountId account) {
    return std::ranges::any_of(acts, [&](const ActLine& line) {
        const bool judged = line.act == ReorganisationAct::returned;
        return line.account == account && !judged;
    });
}

Result<> check_head(const ReorganisationHead& head) {
    std::vector<Fault> faults;
    if (head.title.empty()) faults.push_back({"/title", "required"});
    if (head.decision_number.empty()) faults.push_back({"/decision_number", "required"});
    if (head.issuer.empty()) faults.push_back({"/issuer", "required"});
    if (!is_valid(head.effective_on)) faults.push_back({"/effective_on", "required"});
    if (!faults.empty()) return invalid("input.invalid", std::move(faults));
    return {};
}

}  // namespace

std::vector<std::string> actions_of(
    const Actor& actor,
    const Reorganisation& reorganisation,
    const UnitPath& place,
    const std::vector<ActLine>& acts
) {
    const bool preparer = actor.may(Permission::prepare_reorganisations, place);
    const bool decider =
        actor.may(Permission::decide_reorganisations, place) && !prepared(acts, actor.account());
    std::vector<std::string> actions;
    const auto& status = reorganisation.status;
    if (preparer && status == draft) actions.insert(actions.end(), {"edit", "submit"});
    if (preparer && status != withdrawn) actions.emplace_back("place");
    if (preparer && (status == draft || status == submitted)) actions.emplace_back("withdraw");
    if (decider && status == submitted) actions.insert(actions.end(), {"return", "approve"});
    return actions;
}

Result<Reorganisation> ReorganisationService::open_for(
    db::Tx& tx, const Actor& actor, ReorganisationId id, Permission permission
) {
    auto found = TRY(find_reorganisation(tx, id));
    const auto place = TRY(place_of(tx, found));
    if (!sees(actor, place)) return not_found("reorganisation");
    TRY(actor.require(permission, place, "reorganisation"));
    return found;
}

Result<> ReorganisationService::record(
    db::Tx& tx, const Actor& actor, Reorganisation& saved, const Act& act
) {
    TRY(save_reorganisation(tx, saved));
    add_act(tx, kit_, saved.id, {act.act, actor.account(), act.reason, kit_.clock.now()});
    kit_.audit.write(
        tx,
        actor,
        {.act = "reorganisation." + std::string(name_of(act.act)),
         .object = saved.id.value,
         .unit = saved.root,
         .change = json::write(ReorganisationChange{
             saved.title,
             saved.decision_number,
             saved.effective_on,
             static_cast<int>(saved.steps.size()),
             act.reason})}
    );
    return {};
}

Result<ReorganisationId> ReorganisationService::prepare(
    const Actor& actor, const ReorganisationHead& head
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<ReorganisationId> {
        TRY(check_head(head));
        Reorganisation draft{
            .id = kit_.ids.make<ReorganisationId>(),
            .root = head.root,
            .title = head.title,
            .decision_number = head.decision_number,
            .issuer = head.issuer,
            .effective_on = head.effective_on,
            .version = 0,
        };
        const auto day = AsOf::latest(add_days(head.effective_on, -1));
        const auto place = TRY(path_of(tx, head.root, day));
        TRY(actor.require(Permission::prepare_reorganisations, place, "unit"));
        add_reorganisation(tx, kit_, draft);
        TRY(record(tx, actor, draft, {ReorganisationAct::drafted, ""}));
        return draft.id;
    });
}

Result<UnitId> ReorganisationService::promise(const Actor& actor, ReorganisationId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<UnitId> {
        const auto found = TRY(open_for(tx, actor, id, Permission::prepare_reorganisations));
        if (found.status != draft) return conflict("reorganisation.not_a_draft");
        const auto unit = promise_unit(tx, kit_, id);
        kit_.audit.write(
            tx,
            actor,
            {.act = "reorganisation.unit_promised", .object = id.value, .unit = found.root}
        );
        return unit;
    });
}

Result<int> ReorganisationService::edit(
    const Actor& actor,
    ReorganisationId id,
    int version,
    const ReorganisationHead& head,
    const std::vector<Step>& steps
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<int> {
        auto found = TRY(open_for(tx, actor, id, Permission::prepare_reorganisations));
        if (found.status != draft) return conflict("reorganisation.not_a_draft");
        if (found.version != version) return stale("reorganisation.stale");
        TRY(check_head(head));
        found.title = head.title;
        found.decision_number = head.decision_number;
        found.issuer = head.issuer;
        found.effective_on = head.effective_on;
        found.steps = steps;
        TRY(place_of(tx, found));
        TRY(record(tx, actor, found, {ReorganisationAct::edited, ""}));
        return found.version;
    });
}

namespace {

struct Placing {
    db::Tx& tx;
    const Kit& kit;
    const Actor& actor;
};

void keep_placement(
    const Placing& at, const Reorganisation& found, UnitId from, const Placement& placement
) {
    const auto& [tx, kit, actor] = at;
    const auto& [person, unit] = placement;
    add_placement(tx, kit, found.id, actor.account(), placement);
    if (found.status == applied) {
        place_person(tx, kit, found, from, placement);
        publish(kit.outbox, tx, HoldingsChanged{unit});
    }
    kit.audit.write(
        tx, actor, {.act = "person.placed", .object = person.value, .unit = unit, .person = person}
    );
}

}  // namespace

Result<> ReorganisationService::place(
    const Actor& actor, ReorganisationId id, const std::vector<Placement>& placements
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto found = TRY(open_for(tx, actor, id, Permission::prepare_reorganisations));
        if (found.status == withdrawn) return conflict("reorganisation.withdrawn");
        const auto standing = standing_for(tx, found);
        // Once applied, the day before still reads the same; only a draft can be faulty.
        if (found.status != applied && !check(found.steps, standing).empty()) {
            return conflict("reorganisation.faulty");
        }
        const auto outcome = outcome_of(found.steps, standing, found.effective_on);
        const auto people = list_people_to_place(tx, found, outcome.asked);
        std::vector<Fault> faults;
        for (std::size_t i = 0; i < placements.size(); ++i) {
            const auto& [person, unit] = placements[i];
            const auto at = "/placements/" + std::to_string(i);
            const auto line = std::ranges::find(people, person, &PersonToPlace::person);
            if (line == people.end()) {
                faults.push_back({at + "/person", "not_asked"});
            } else if (!may_place(outcome, line->unit, unit)) {
                faults.push_back({at + "/unit", "not_a_part"});
            } else {
                keep_placement({tx, kit_, actor}, found, line->unit, placements[i]);
            }
        }
        if (!faults.empty()) return invalid("reorganisation.faulty", std::move(faults));
        return record(tx, actor, found, {ReorganisationAct::placed, ""});
    });
}

Result<> ReorganisationService::submit(const Actor& actor, ReorganisationId id, int version) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto found = TRY(open_for(tx, actor, id, Permission::prepare_reorganisations));
        if (found.status != draft) return conflict("reorganisation.not_a_draft");
        if (found.version != version) return stale("reorganisation.stale");
        auto faults = check(found.steps, standing_for(tx, found));
        if (!faults.empty()) return conflict("reorganisation.faulty", std::move(faults));
        found.status = submitted;
        return record(tx, actor, found, {ReorganisationAct::submitted, ""});
    });
}

Result<> ReorganisationService::give_back(
    const Actor& actor, ReorganisationId id, int version, const std::string& reason
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto found = TRY(open_for(tx, actor, id, Permission::decide_reorganisations));
        if (found.status != submitted) return conflict("reorganisation.not_submitted");
        if (found.version != version) return stale("reorganisation.stale");
        if (reason.empty())
            return invalid("reorganisation.reason_missing", {{"/reason", "required"}});
        if (prepared(list_acts(tx, id), actor.account())) {
            return conflict("reorganisation.own_draft");
        }
        found.status = draft;
        return record(tx, actor, found, {ReorganisationAct::returned, reason});
    });
}

Result<> ReorganisationService::withdraw(const Actor& actor, ReorganisationId id, int version) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto found = TRY(open_for(tx, actor, id, Permission::prepare_reorganisations));
        if (found.status != draft && found.status != submitted) {
            return conflict("reorganisation.not_open");
        }
        if (found.version != version) return stale("reorganisation.stale");
        found.status = withdrawn;
        return record(tx, actor, found, {ReorganisationAct::withdrawn, ""});
    });
}

Result<> ReorganisationService::approve(const Actor& actor, ReorganisationId id, int version) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto found = TRY(open_for(tx, actor, id, Permission::decide_reorganisations));
        if (found.status != submitted) return conflict("reorganisation.not_submitted");
        if (found.version != version) return stale("reorganisation.stale");
        if (prepared(list_acts(tx, id), actor.account())) {
            return conflict("reorganisation.own_draft");
        }
        return apply(tx, actor, found);
    });
}

Result<> ReorganisationService::apply(db::Tx& tx, const Actor& actor, Reorganisation& found) {
    // The structure may have changed since it was submitted.
    const auto standing = standing_for(tx, found);
    auto faults = check(found.steps, standing);
    if (!faults.empty()) return conflict("reorganisation.faulty", std::move(faults));

    found.decision = add_decision(
        tx, kit_, {found.decision_number, found.issuer, found.title, found.effective_on}
    );
    found.status = applied;
    apply_outcome(tx, kit_, found, outcome_of(found.steps, standing, found.effective_on));
    TRY(record(tx, actor, found, {ReorganisationAct::applied, ""}));
    platform::refresh_places(tx, kit_.subtrees, kit_.clock.today());
    publish(kit_.outbox, tx, UnitsReorganised{found.id, found.effective_on});
    return {};
}

}  // namespace nangluc::organisation
