#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/reorganisation/reorganisation_store.hpp"

namespace nangluc::organisation {

// What the person who prepares says of it beside its steps.
struct ReorganisationHead {
    UnitId root;
    std::string title;
    std::string decision_number;
    std::string issuer;
    Date effective_on;
};

// A unit and how it passes, for the picture of what flows where.
struct Flow {
    Unit from;
    Unit to;
    Extent extent = Extent::whole;
    bool is_default = true;
    int people = 0;  // of the old unit
};

struct Preview {
    std::vector<Fault> faults;
    std::vector<LevelCount> before;
    std::vector<LevelCount> after;
    std::vector<Unit> established;
    std::vector<Unit> ended;
    std::vector<Unit> moved;
    std::vector<Flow> flows;
    int people_moved = 0;   // with their unit or to its only successor
    int people_asked = 0;   // of units that pass to several or to nobody
    int people_placed = 0;  // of those, how many have an answer
    int posts = 0;
    std::vector<Impact> impacts;
};

struct ReorganisationPage {
    Reorganisation reorganisation;
    Unit root;
    std::vector<ActLine> acts;
    std::vector<Unit> units;  // named by the steps, as they stand or will be called
    std::vector<std::string> actions;
};

struct Unplaced {
    PersonToPlace line;
    std::string unit_name;
    std::vector<Unit> choices;  // empty: any unit below the root
};

// Preparing, deciding and applying changes of structure. Seen by who may prepare or decide at its
// root; to anybody else it does not exist.
class ReorganisationService {
public:
    explicit ReorganisationService(const Kit& kit) : kit_(kit) {}

    // At wiring: what a module above says it would touch.
    void add_impact(ReorganisationImpact impact) { impacts_.push_back(std::move(impact)); }

    std::vector<ReorganisationPage> list(const Actor& actor);
    Result<ReorganisationPage> find(const Actor& actor, ReorganisationId id);
    Result<ReorganisationId> prepare(const Actor& actor, const ReorganisationHead& head);
    // An id for a unit that a step establishes.
    Result<UnitId> promise(const Actor& actor, ReorganisationId id);
    // A draft may hold faults; what is submitted may not. Returns the new version.
    Result<int> edit(
        const Actor& actor,
        ReorganisationId id,
        int version,
        const ReorganisationHead& head,
        const std::vector<Step>& steps
    );
    Result<Preview> preview(const Actor& actor, ReorganisationId id);
    Result<std::vector<Unplaced>> unplaced(const Actor& actor, ReorganisationId id);
    Result<> place(
        const Actor& actor, ReorganisationId id, const std::vector<Placement>& placements
    );

    Result<> submit(const Actor& actor, ReorganisationId id, int version);
    Result<> give_back(
        const Actor& actor, ReorganisationId id, int version, const std::string& reason
    );
    Result<> withdraw(const Actor& actor, ReorganisationId id, int version);
    // By a second person; applies it whole or not at all.
    Result<> approve(const Actor& actor, ReorganisationId id, int version);

private:
    struct Act {
        ReorganisationAct act{};
        std::string reason;
    };
    // Without the units that its steps name.
    Result<ReorganisationPage> find(const Actor& actor, ReorganisationId id, db::Tx& tx);
    Result<Reorganisation> open_for(
        db::Tx& tx, const Actor& actor, ReorganisationId id, Permission permission
    );
    Result<> record(db::Tx& tx, const Actor& actor, Reorganisation& reorganisation, const Act& act);
    Result<> apply(db::Tx& tx, const Actor& actor, Reorganisation& reorganisation);

    const Kit& kit_;
    std::vector<ReorganisationImpact> impacts_;
};

// What the actor may do with it now: edit, place, submit, withdraw, return, approve.
std::vector<std::string> actions_of(
    const Actor& actor,
    const Reorganisation& reorganisation,
    const UnitPath& place,
    const std::vector<ActLine>& acts
);

}  // namespace nangluc::organisation
