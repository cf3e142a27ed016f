#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/reorganisation/reorganisation.hpp"

namespace nangluc::organisation {

enum class ReorganisationStatus { draft, submitted, applied, withdrawn };
BOOST_DESCRIBE_ENUM(ReorganisationStatus, draft, submitted, applied, withdrawn)

enum class ReorganisationAct { drafted, edited, placed, submitted, returned, applied, withdrawn };
BOOST_DESCRIBE_ENUM(
    ReorganisationAct, drafted, edited, placed, submitted, returned, applied, withdrawn
)

struct Reorganisation {
    ReorganisationId id;
    UnitId root;
    std::string title;
    std::string decision_number;
    std::string issuer;
    Date effective_on;
    ReorganisationStatus status = ReorganisationStatus::draft;
    std::vector<Step> steps;
    DecisionId decision;
    int version = 1;
};

struct ActLine {
    ReorganisationAct act{};
    AccountId account;
    std::string reason;
    Instant at;
    std::string by_name = {};  // for the page
};

Result<Reorganisation> find_reorganisation(db::Tx& tx, ReorganisationId id);
// Newest first.
std::vector<Reorganisation> list_reorganisations(db::Tx& tx);
void add_reorganisation(db::Tx& tx, const Kit& kit, const Reorganisation& reorganisation);
// Refuses as stale where it has another version meanwhile; counts the version on.
Result<> save_reorganisation(db::Tx& tx, Reorganisation& reorganisation);

void add_act(db::Tx& tx, const Kit& kit, ReorganisationId id, const ActLine& line);
std::vector<ActLine> list_acts(db::Tx& tx, ReorganisationId id);

UnitId promise_unit(db::Tx& tx, const Kit& kit, ReorganisationId id);
// What the steps of this reorganisation are judged by, on its date.
Standing standing_for(db::Tx& tx, const Reorganisation& reorganisation);

// A person whose unit ends without handing everybody to one successor.
struct PersonToPlace {
    PersonId person;
    std::string name;
    std::string staff_number;
    std::string sort_key;
    UnitId unit;  // the one that ends
    std::string position;
    UnitId placed;  // none: nobody answered yet
};
// Of those units, as of the day before; by sort key.
std::vector<PersonToPlace> list_people_to_place(
    db::Tx& tx, const Reorganisation& reorganisation, const std::vector<UnitId>& asked
);
struct Placement {
    PersonId person;
    UnitId unit;
};
void add_placement(
    db::Tx& tx, const Kit& kit, ReorganisationId id, AccountId by, const Placement& placement
);
std::vector<Placement> list_placements(db::Tx& tx, ReorganisationId id);

// Persons with a main holding at exactly this unit, or at or below a place, on that day; and the
// posts that the unit is authorised.
int count_people_below(db::Tx& tx, const UnitPath& place, AsOf at);
int count_people_at(db::Tx& tx, UnitId unit, AsOf at);
int count_posts_at(db::Tx& tx, UnitId unit, AsOf at);

// Writes what the steps come to: names, places, successions, posts and holdings.
void apply_outcome(
    db::Tx& tx, const Kit& kit, const Reorganisation& reorganisation, const Outcome& outcome
);
// Gives a person whose holding ended with the unit a corresponding post in the new one.
void place_person(
    db::Tx& tx,
    const Kit& kit,
    const Reorganisation& reorganisation,
    UnitId old_unit,
    const Placement& placement
);

}  // namespace nangluc::organisation
