#include "modules/programmes/participation_service.hpp"

#include "base/clock.hpp"
#include "kit/db/db.hpp"

namespace nangluc::programmes {

using organisation::Unit;

namespace {

// A division is told with the commune it is of: divisions of all communes are called alike.
Result<Unit> named_unit(db::Tx& tx, UnitId id, AsOf at) {
    auto unit = TRY(organisation::find_unit(tx, id, at));
    if (unit.kind != "division") return unit;
    if (const auto above = organisation::find_unit(tx, unit.parent, at)) {
        unit.full_name += ", " + above.value().full_name;
        if (!unit.full_name_en.empty()) unit.full_name_en += ", " + above.value().full_name_en;
    }
    return unit;
}

Result<Attendance> attendance_of(db::Tx& tx, AttendedRun run, AsOf at) {
    const AsOf then{run.started_on, at.known_at};
    Attendance attendance{.run = std::move(run)};
    attendance.unit = TRY(named_unit(tx, attendance.run.unit, then));
    const auto successor = organisation::successor_on(tx, attendance.run.unit, at.on);
    if (successor && successor != attendance.run.unit) {
        attendance.now = TRY(named_unit(tx, successor, at));
    }
    return attendance;
}

}  // namespace

Result<ParticipationCounts> ParticipationService::count(
    const Actor& actor, UnitId unit, Period during, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<ParticipationCounts> {
        const auto place = TRY(organisation::path_of(tx, unit, at));
        TRY(actor.require(Permission::read_people, place, "unit"));
        return count_participations(tx, place, during, at);
    });
}

Result<std::vector<Attendance>> ParticipationService::record(
    const Actor& actor, PersonId person, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Attendance>> {
        const auto place = TRY(organisation::place_of_person(tx, person, kit_.clock.as_of_now()));
        if (!actor.is(person)) TRY(actor.require(Permission::read_people, place, "person"));
        std::vector<Attendance> attended;
        for (auto& run : list_attended_runs(tx, person, at)) {
            attended.push_back(TRY(attendance_of(tx, std::move(run), at)));
        }
        return attended;
    });
}

}  // namespace nangluc::programmes
