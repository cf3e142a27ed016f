#pragma once

#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "kit/kit.hpp"
#include "modules/assessment/held/held_store.hpp"
#include "modules/assessment/rating/people_scan.hpp"

namespace nangluc::assessment {

// The level of a person that is another one now; 255 for not assessed.
struct Change {
    PersonId person;
    CompetencyId competency;
    int from = not_assessed;
    int to = not_assessed;

    friend bool operator==(const Change&, const Change&) = default;
};
BOOST_DESCRIBE_STRUCT(Change, (), (person, competency, from, to))

// Reckons one competency of a person anew and brings both projections and the news in line. What
// another level came of it.
std::optional<Change> refresh_held(db::Tx& tx, const Kit& kit, PersonId person, const Slot& slot);

// Where the projections of these people differ from what the book makes of their ratings today,
// they are mended. Returns those whose level is another one; `mended` counts every row that was
// touched.
struct Comparison {
    std::vector<Change> changes;
    std::int64_t mended = 0;
};
class HeldComparison {
public:
    HeldComparison(db::Tx& tx, RuleBook book, AsOf at);

    Comparison mend(db::Tx& tx, std::span<const RatedPerson> people, Instant now) const;

private:
    std::int64_t mend_packed(db::Tx& tx, PersonId person, std::span<const HeldRow> after) const;

    RuleBook book_;
    AsOf at_;
    std::unordered_map<CompetencyId, Slot> slots_;
};

}  // namespace nangluc::assessment
