#pragma once

// What other modules may know of programmes and of who took part in them.

#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "modules/competency/api.hpp"

namespace nangluc {

using ProgrammeId = Id<struct ProgrammeTag>;
using ProgrammeVersionId = Id<struct ProgrammeVersionTag>;

}  // namespace nangluc

namespace nangluc::programmes {

// Who attends holds at least from_level and leaves with to_level.
struct Outcome {
    CompetencyId competency;
    int from_level = 0;
    int to_level = 1;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct Version {
    ProgrammeVersionId id;
    ProgrammeId programme;
    std::string code;
    int number = 1;
    std::string title;
    std::string title_en;
    std::string provider;
    int hours = 0;
    int days = 0;
    int min_class = 1;
    int max_class = 1;
    Money cost_per_class;
    Money cost_per_person;
    std::vector<Outcome> outcomes;
    std::vector<ProgrammeId> prerequisites;
};

Result<Version> find_version(db::Tx& tx, ProgrammeVersionId id);
// Approved versions in force that raise the competency.
std::vector<Version> list_versions_for(db::Tx& tx, CompetencyId competency, Date on);

// Why a person need not attend: they completed the programme, or one that stands for it, and it is
// still valid on that date.
struct Completion {
    PersonId person;
    ProgrammeVersionId attended;
    Date ended_on;
    std::optional<Date> valid_until;
};
// For each of `people` who completed `programme` or an equivalent, the latest such completion.
std::vector<Completion> list_completions(
    db::Tx& tx, ProgrammeId programme, const std::vector<PersonId>& people, AsOf at
);

}  // namespace nangluc::programmes
