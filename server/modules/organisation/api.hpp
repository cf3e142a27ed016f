#pragma once

// What other modules may know of units, posts and people. Every read names its date and what was
// known (AsOf); calls take the caller's transaction and check no rights: the caller has.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/period.hpp"
#include "base/result.hpp"
#include "base/unit_path.hpp"
#include "base/word.hpp"

namespace nangluc::db {
class Tx;
}

namespace nangluc {

using DecisionId = Id<struct DecisionTag>;
using PositionId = Id<struct PositionTag>;
using PostId = Id<struct PostTag>;
using HoldingId = Id<struct HoldingTag>;
using GroupId = Id<struct PositionGroupTag>;
using RankId = Id<struct RankTag>;
using ReorganisationId = Id<struct ReorganisationTag>;

}  // namespace nangluc

namespace nangluc::organisation {

// A unit as it was called and stood on a date.
struct Unit {
    UnitId id;
    UnitId parent;     // none at the root
    std::string code;  // the state's code, with its leading zeros; may be empty
    std::string kind;  // administrative, office, division
    std::string type;  // commune, ward, province … of the country profile
    std::string level;
    std::string name;          // Mường Ảng
    std::string full_name;     // Xã Mường Ảng
    std::string full_name_en;  // Muong Ang Commune; empty where nobody gave one
    UnitPath path;
};

// Absent: not_found("unit") when it did not stand on that date.
Result<Unit> find_unit(db::Tx& tx, UnitId unit, AsOf at);
Result<UnitPath> path_of(db::Tx& tx, UnitId unit, AsOf at);
// Everything at or below a place, in the order of paths; `level` empty for all levels.
std::vector<Unit> list_units_below(
    db::Tx& tx, const UnitPath& root, AsOf at, std::string_view level = {}
);

// The administrative level (commune, province …) that a place belongs to: of the nearest unit above
// it, itself included, whose kind is administrative; empty where there is none.
std::string administrative_level_of(db::Tx& tx, const UnitPath& place, AsOf at);

// Follows default successions from `unit` to what stands in its place on `on`; the unit itself when
// it still stands; none where no table knows the successor.
UnitId successor_on(db::Tx& tx, UnitId unit, Date on);

// Where rights over a unit are judged, whatever day the question is about: its place today, or its
// successor's where it stands no longer. Only of a unit that nobody succeeded, as of a division
// that was closed, it is the place on the day asked about.
Result<UnitPath> place_of_rights(db::Tx& tx, UnitId unit, AsOf asked, AsOf today);

enum class HoldingKind { main, concurrent, acting, seconded };
BOOST_DESCRIBE_ENUM(HoldingKind, main, concurrent, acting, seconded)

// A person's tenure of a post, with the classes its requirements may come from.
struct Holding {
    HoldingId id;
    PersonId person;
    PostId post;
    UnitId unit;
    PositionId position;
    GroupId position_group;
    GroupId occupational_group;
    RankId rank;  // of the person; the post's where the person has none
    HoldingKind kind = HoldingKind::main;
    int share_percent = 100;
    Period period;
};

// Holdings in force at or below a place, by unit path, then person, main ones first.
void each_holding_below(
    db::Tx& tx, const UnitPath& root, AsOf at, const std::function<void(const Holding&)>& use
);
std::vector<Holding> list_holdings(db::Tx& tx, PersonId person, AsOf at);

// The ranks of people are facts of their own, which need not be read where nothing depends on them.
enum class PersonRanks { read, left_out };
// Every holding in force, in no order: for who reads millions and has the units in memory. Only
// what requirements may come from is filled, and whether it is the main one.
void each_holding(
    db::Tx& tx, AsOf at, PersonRanks ranks, const std::function<void(const Holding&)>& use
);

struct Person {
    PersonId id;
    std::string staff_number;
    std::string name;
    std::string sort_key;  // by given name, in Vietnamese order
};
Result<Person> find_person(db::Tx& tx, PersonId person);
// The unit of the main holding: where requests about the person are judged. Not_found("person")
// when there is no such person; for one who holds no post on that date, the unit of the last main
// holding.
Result<UnitId> main_unit_of(db::Tx& tx, PersonId person, AsOf at);
// The place of that unit on that date (of its successor where it no longer stands).
Result<UnitPath> place_of_person(db::Tx& tx, PersonId person, AsOf at);

// News. Sent once for each reorganisation, after it was applied.
struct UnitsReorganised {
    static constexpr auto name = "organisation.units_reorganised";
    ReorganisationId reorganisation;
    Date effective_on;
};
BOOST_DESCRIBE_STRUCT(UnitsReorganised, (), (reorganisation, effective_on))
// A roster import or an edit changed who holds what below a unit.
struct HoldingsChanged {
    static constexpr auto name = "organisation.holdings_changed";
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(HoldingsChanged, (), (unit))

// What a reorganisation would touch in another module's rows, for its preview: "plans" 3. Modules
// above register one each at wiring.
struct Impact {
    std::string noun;  // plans, accounts, groups: words of the screen
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(Impact, (), (noun, count))
using ReorganisationImpact =
    std::function<std::vector<Impact>(db::Tx& tx, const std::vector<UnitId>& units, Date on)>;

}  // namespace nangluc::organisation
