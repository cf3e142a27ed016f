#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/programmes/participation_service.hpp"
#include "modules/programmes/programme_reply.hpp"

namespace nangluc::programmes {

using namespace http;

namespace {

struct CountQuery : AsOfQuery {
    std::optional<Date> from;
    std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(CountQuery, (AsOfQuery), (from, until))

struct AttendanceUnit {
    UnitId id;
    std::string full_name;
    std::string full_name_en;
};
BOOST_DESCRIBE_STRUCT(AttendanceUnit, (), (id, full_name, full_name_en))

struct AttendanceReply {
    ProgrammeVersionId programme_version;
    std::string title;
    std::string title_en;
    std::string run;
    Date from;
    Date until;
    bool completed = false;
    AttendanceUnit unit;                // as it was called then
    std::optional<AttendanceUnit> now;  // what took over from it
};
BOOST_DESCRIBE_STRUCT(
    AttendanceReply,
    (),
    (programme_version, title, title_en, run, from, until, completed, unit, now)
)

struct TrainingRecordReply {
    std::vector<AttendanceReply> items;
};
BOOST_DESCRIBE_STRUCT(TrainingRecordReply, (), (items))

AttendanceUnit reply_of(const organisation::Unit& unit) {
    return {unit.id, unit.full_name, unit.full_name_en};
}

AttendanceReply reply_of(const Attendance& attendance) {
    const auto& [run, unit, now] = attendance;
    AttendanceReply reply{
        .programme_version = run.version,
        .title = run.title,
        .title_en = run.title_en,
        .run = run.run,
        .from = run.started_on,
        .until = run.ended_on,
        .completed = run.completed,
        .unit = reply_of(unit),
        .now = {},
    };
    if (now) reply.now = reply_of(*now);
    return reply;
}

}  // namespace

void add_participation_routes(
    http::Router& router, ParticipationService& participations, const Clock& clock
) {
    Routes at(router, "programmes");
    at.get(
        "/units/{unit}/participation-counts",
        "count_participations",
        Policy::needs(Permission::read_people),
        [&](const Request& request, const CountQuery& query) -> Result<ParticipationCounts> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const Period during{
                query.from.value_or(Date{1, 1, 1}), query.until.value_or(Date::never())};
            return participations.count(request.actor(), unit, during, query.as_of(clock));
        }
    );
    at.get(
        "/people/{person}/training-record",
        "read_training_record",
        Policy::signed_in(),
        [&](const Request& request, const AsOfQuery& query) -> Result<TrainingRecordReply> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            TrainingRecordReply reply;
            for (const auto& attendance :
                 TRY(participations.record(request.actor(), person, query.as_of(clock)))) {
                reply.items.push_back(reply_of(attendance));
            }
            return reply;
        }
    );
}

}  // namespace nangluc::programmes
