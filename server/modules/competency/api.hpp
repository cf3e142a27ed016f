#pragma once

// What other modules may know of frameworks, competencies and requirements.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "kit/actor.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc {

using FrameworkId = Id<struct FrameworkTag>;
using FrameworkVersionId = Id<struct FrameworkVersionTag>;
using ScaleId = Id<struct ScaleTag>;
using CompetencyId = Id<struct CompetencyTag>;
using RequirementId = Id<struct RequirementTag>;

struct Kit;

}  // namespace nangluc

namespace nangluc::competency {

// A competency has one identity in all institutions. `block` and `slot` are its place in the packed
// rows of the engines. Name, area and scale are those of the newest approved version that names it
// in the language asked for, else in English; `levels` is the number of levels of that scale,
// counted from 1.
struct Competency {
    CompetencyId id;
    std::string code;
    ScaleId scale;
    int levels = 0;
    int block = 0;
    int slot = 0;
    std::string name;
    std::string area;
};
// All competencies, by block and slot.
std::vector<Competency> list_competencies(db::Tx& tx, std::string_view language);
Result<Competency> find_competency(db::Tx& tx, CompetencyId id, std::string_view language);

// What a level of a competency means: knowledge, skill, attitude, behaviour or description.
struct Descriptor {
    int level = 0;
    std::string kind;
    std::string text;
};
// By level; in the language asked for, else in English.
std::vector<Descriptor> list_descriptors(
    db::Tx& tx, CompetencyId competency, std::string_view language
);

enum class ReasonKind {
    post,
    position,
    position_group,
    occupational_group,
    rank,
    administrative_level,
    person,
};
BOOST_DESCRIBE_ENUM(
    ReasonKind,
    post,
    position,
    position_group,
    occupational_group,
    rank,
    administrative_level,
    person
)

// present: for the posts held; next: to prepare a change of post.
enum class Goal { present, next };
BOOST_DESCRIBE_ENUM(Goal, present, next)

// Why a level is required: of which post, group, rank …; a word for an administrative level.
struct Reason {
    ReasonKind kind = ReasonKind::position;
    std::int64_t id = 0;
    std::string word;

    friend auto operator<=>(const Reason&, const Reason&) = default;
};

struct Requirement {
    RequirementId id;
    Reason reason;
    UnitId scope;  // whoever works at or below it
    CompetencyId competency;
    int minimum = 1;
    int desired = 1;
    Goal goal = Goal::present;
    std::string decision_number;
    Period period;
};
// Every requirement in force.
std::vector<Requirement> list_requirements_in_force(db::Tx& tx, AsOf at);

// What a person is, as far as requirements ask: the holdings in force, the places of their units
// and the administrative levels above them.
struct Standing {
    PersonId person;
    std::vector<organisation::Holding> holdings;
    std::vector<UnitPath> places;            // of the holdings, in their order
    std::vector<std::string> levels;         // administrative level each holding's unit belongs to
    std::vector<PositionId> next_positions;  // agreed targets in force
    std::vector<Reason> next_groups;         // what those positions inherit from
};

// The requirements in force, arranged to be asked for millions of people: a requirement applies
// when its reason is among the person's and one of the places of that reason lies in its scope.
// Pure; built once for a date. A concurrent or acting holding brings its requirements like a main
// one.
class RequirementTable {
public:
    // `scopes`: the path of each scope unit on the date; a scope that stands no longer is dropped.
    RequirementTable(
        std::vector<Requirement> requirements, const std::unordered_map<UnitId, UnitPath>& scopes
    );

    // All that apply, by competency, then highest minimum first: the union of the reasons.
    // Goal::next gives those of the agreed target positions instead.
    std::vector<const Requirement*> of(const Standing& standing, Goal goal) const;

    const std::vector<Requirement>& all() const { return requirements_; }

private:
    struct Scoped {
        std::size_t requirement;
        UnitPath scope;
    };
    struct ReasonHash {
        std::size_t operator()(const Reason& reason) const noexcept;
    };

    std::vector<Requirement> requirements_;
    std::unordered_map<Reason, std::vector<Scoped>, ReasonHash> by_reason_;
};

// The table of a date, read and arranged.
RequirementTable load_requirement_table(db::Tx& tx, AsOf at);
// One person's standing; not_found("person") for nobody.
Result<Standing> standing_of(db::Tx& tx, PersonId person, AsOf at);

// The same for many people on one date: units are read once. Lives inside one transaction.
class StandingReader {
public:
    StandingReader(db::Tx& tx, AsOf at) : tx_(tx), at_(at) {}

    // Of a person who exists.
    Standing of(PersonId person);
    // Adds what one holding brings; nothing where its unit does not stand on the date.
    void add(const organisation::Holding& holding, Standing& standing);

private:
    struct Place {
        UnitPath path;
        std::string level;
    };
    const std::optional<Place>& place_of(UnitId unit);

    db::Tx& tx_;
    AsOf at_;
    std::unordered_map<UnitId, std::optional<Place>> places_;
};

// How a requirement would be stated otherwise; what is not given stays.
struct Restatement {
    std::optional<int> minimum;
    std::optional<Date> from;
    std::optional<Date> until;
};
// What that would make of the least level a person is asked for, over all reasons; 0 where nothing
// is.
struct AskedChange {
    PersonId person;
    int before = 0;
    int after = 0;
};
struct AskedChanges {
    UnitPath scope;
    CompetencyId competency;
    std::vector<AskedChange> people;  // whom it reaches on the date, as it is or as it would be
};
// Refuses not_found("requirement") for one that a correction or an end replaced.
Result<AskedChanges> list_asked_changes(
    db::Tx& tx, RequirementId requirement, const Restatement& restatement, AsOf at
);

// What a person and their office agreed that this person shall reach: a requirement of theirs
// alone, for as long as the period says.
struct PersonalGoal {
    PersonId person;
    UnitId unit;  // where they work
    CompetencyId competency;
    int level = 1;
    Period period;
    std::string note;
};
// In the caller's transaction, with audit and news; the caller has judged who may. Refuses
// not_found("competency"), requirement.no_such_level, requirement.period_empty and
// requirement.repeated where such a goal stands already.
Result<RequirementId> agree_personal_goal(
    db::Tx& tx, const Kit& kit, const Actor& actor, const PersonalGoal& goal
);

// Requirements were added, ended or corrected below a unit, or a framework version took effect.
struct RequirementsChanged {
    static constexpr auto name = "competency.requirements_changed";
    UnitId scope;
};
BOOST_DESCRIBE_STRUCT(RequirementsChanged, (), (scope))

}  // namespace nangluc::competency
