#pragma once

#include <functional>
#include <string>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/programmes/api.hpp"

namespace nangluc::programmes {

// One person's part in one run, from a register.
struct Participation {
    PersonId person;
    ProgrammeVersionId version;
    UnitId unit;  // of that day
    std::string run;
    Date started_on;
    Date ended_on;
    bool completed = true;
    std::string source;
};
void load_participations(
    db::Tx& tx, const Kit& kit, const std::function<bool(Participation& next)>& next
);

// A run that somebody took part in.
struct AttendedRun {
    ProgrammeVersionId version;
    std::string title;
    std::string title_en;
    UnitId unit;  // of that day
    std::string run;
    Date started_on;
    Date ended_on;
    bool completed = false;
};
// Those begun by a date, the latest first.
std::vector<AttendedRun> list_attended_runs(db::Tx& tx, PersonId person, AsOf at);

// What "97 officials have participated" means. Counted are the participations from the units at or
// below a place, by the structure of then, that began in the period.
struct ParticipationCounts {
    int participations = 0;
    int persons = 0;     // distinct
    int still_here = 0;  // of those, whose main post is at or below the place on the date asked
    int elsewhere = 0;   // of those, who hold a main post somewhere else by now
    int left = 0;        // of those, who hold none

    friend bool operator==(const ParticipationCounts&, const ParticipationCounts&) = default;
};
ParticipationCounts count_participations(db::Tx& tx, const UnitPath& place, Period during, AsOf at);

}  // namespace nangluc::programmes
