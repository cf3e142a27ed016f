#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kit/jobs.hpp"
#include "modules/assessment/held/held_projection.hpp"

namespace nangluc {

using RuleRunId = Id<struct RuleRunTag>;

}  // namespace nangluc

namespace nangluc::assessment {

// One reckoning anew of many people: what it touched, kept as the report of who changed.
struct RuleRun {
    RuleRunId id;
    RuleId rule;  // none for the nightly check
    JobId job;
    std::int64_t people = 0;
    std::int64_t changed = 0;
    std::int64_t mended = 0;
    Instant began_at;
    std::optional<Instant> ended_at;
};

void add_run(db::Tx& tx, const RuleRun& run);
void save_run(db::Tx& tx, const RuleRun& run);
Result<RuleRun> find_run(db::Tx& tx, RuleRunId id);
// Newest first; of every version of the rule's code.
std::vector<RuleRun> list_runs(db::Tx& tx, std::string_view code);

void add_changes(db::Tx& tx, RuleRunId run, std::span<const Change> changes);
// By person and competency, after the pair given.
struct AfterChange {
    PersonId person;
    CompetencyId competency;
};
BOOST_DESCRIBE_STRUCT(AfterChange, (), (person, competency))
std::vector<Change> list_changes(db::Tx& tx, RuleRunId run, const AfterChange& after, int limit);

// How many hold a main post at or below a place.
std::int64_t count_people_below(db::Tx& tx, const UnitPath& place, AsOf at);

}  // namespace nangluc::assessment
