#pragma once

#include <optional>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/requirement/requirement.hpp"

namespace nangluc::competency {

void add_requirement(db::Tx& tx, const Kit& kit, const StatedRequirement& stated);
// What is known now; not_found("requirement") for one that a correction or an end replaced.
Result<StatedRequirement> find_requirement(db::Tx& tx, RequirementId id);
// Known no longer. Refuses "requirement.stale" where somebody did it meanwhile.
Result<> supersede_requirement(db::Tx& tx, const Kit& kit, RequirementId id);
// All that is known now for the same reason and competency.
std::vector<StatedRequirement> list_alike(db::Tx& tx, const Requirement& requirement);

// The last level of the competency's own scale; not_found("competency").
Result<int> last_level_of(db::Tx& tx, CompetencyId competency);

// A requirement as a list shows it.
struct ListedRequirement {
    StatedRequirement stated;
    std::string reason_name;  // of the position, group, rank, person; empty for a level
    std::string reason_name_en;
    std::string scope_name;
    UnitPath scope_place;
    int block = 0;  // of the competency, by which lists are sorted
    int slot = 0;
    Instant recorded_at;
};

// The last row of a page.
struct AfterRequirement {
    int block = 0;
    int slot = 0;
    RequirementId id;
};

// Requirements in force that concern a unit: stated at or below it, or above it.
struct RequirementFilter {
    UnitPath unit;
    std::optional<ReasonKind> kind;
    std::int64_t reason = 0;                                      // any where 0
    CompetencyId competency;                                      // any where none
    enum class People { shown, hidden } people = People::hidden;  // requirements of one person
    std::optional<AfterRequirement> after;
    int limit = 50;
};
std::vector<ListedRequirement> list_requirements(
    db::Tx& tx, const RequirementFilter& filter, AsOf at
);

// What may be a reason for many people at once: positions, groups, ranks, administrative levels.
struct ReasonChoice {
    Reason reason;
    std::string name;
    std::string name_en;
};
std::vector<ReasonChoice> list_reason_choices(db::Tx& tx, AsOf at);

// The standing of a post that nobody need hold: what whoever comes will be asked for.
Result<Standing> standing_of_post(db::Tx& tx, PostId post, AsOf at);
// The place of the post's unit; not_found("post").
Result<UnitPath> place_of_post(db::Tx& tx, PostId post, AsOf at, AsOf today);

}  // namespace nangluc::competency
