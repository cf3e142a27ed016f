#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/programmes/participation_store.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::programmes {

// A run that somebody took part in, with the unit they came from as it was called then and, where
// it stands no longer, the one that took over.
struct Attendance {
    AttendedRun run;
    organisation::Unit unit;
    std::optional<organisation::Unit> now;
};

class ParticipationService {
public:
    explicit ParticipationService(const Kit& kit) : kit_(kit) {}

    Result<ParticipationCounts> count(const Actor& actor, UnitId unit, Period during, AsOf at);
    // What somebody took part in, the latest first, whichever unit they came from. For themselves
    // and for who reads people where they work.
    Result<std::vector<Attendance>> record(const Actor& actor, PersonId person, AsOf at);

private:
    const Kit& kit_;
};

void add_participation_routes(
    http::Router& router, ParticipationService& participations, const Clock& clock
);

}  // namespace nangluc::programmes
