#include "modules/competency/next_position/next_position_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/competency/next_position/next_position_service.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct NextPositionReply {
    NextPositionId id;
    PositionId position;
    std::string name;
    std::string name_en;
    std::string note;
    Date from;
    Date until;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    NextPositionReply, (), (id, position, name, name_en, note, from, until, actions)
)

struct NextPositionsReply {
    std::vector<NextPositionReply> items;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(NextPositionsReply, (), (items, actions))

struct NewNextPosition {
    PositionId position;
    std::optional<std::string> note;
    Date from;
    std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(NewNextPosition, (), (position, note, from, until))

struct NextPositionEnd {
    Date on;
};
BOOST_DESCRIBE_STRUCT(NextPositionEnd, (), (on))

struct NextPositionRef {
    NextPositionId id;
};
BOOST_DESCRIBE_STRUCT(NextPositionRef, (), (id))

NextPositionsReply reply_of(const NextPositionService::Listed& listed) {
    NextPositionsReply reply;
    if (listed.may_edit) reply.actions = {"agree"};
    for (const auto& agreed : listed.positions) {
        reply.items.push_back({
            .id = agreed.id,
            .position = agreed.position,
            .name = agreed.name,
            .name_en = agreed.name_en,
            .note = agreed.note,
            .from = agreed.period.from,
            .until = agreed.period.until,
            .actions = listed.may_edit && agreed.period.is_open()
                           ? std::vector<std::string>{"end", "clear"}
                           : std::vector<std::string>{},
        });
    }
    return reply;
}

}  // namespace

void add_next_position_routes(Router& router, NextPositionService& positions, const Clock& clock) {
    Routes at(router, "competency");
    at.get(
        "/people/{person}/next-positions",
        "list_next_positions",
        Policy::signed_in(),
        [&](const Request& request, const AsOfQuery& query) -> Result<NextPositionsReply> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            return reply_of(TRY(positions.list(request.actor(), person, query.as_of(clock))));
        }
    );
    at.post(
        "/people/{person}/next-positions",
        "agree_next_position",
        Policy::signed_in(),
        [&](const Request& request,
            const NewNextPosition& body) -> Result<Created<NextPositionRef>> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto id = TRY(positions.agree(
                request.actor(),
                {.person = person,
                 .position = body.position,
                 .note = body.note.value_or(""),
                 .period = {body.from, body.until.value_or(Date::never())}}
            ));
            return Created<NextPositionRef>{{id}};
        }
    );
    at.post(
        "/next-positions/{next_position}/end",
        "end_next_position",
        Policy::signed_in(),
        [&](const Request& request, const NextPositionEnd& body) -> Result<NextPositionRef> {
            const auto id = TRY(request.path_id<NextPositionId>("next_position"));
            return NextPositionRef{TRY(positions.end(request.actor(), id, body.on))};
        }
    );
    at.del(
        "/next-positions/{next_position}",
        "clear_next_position",
        Policy::signed_in(),
        [&](const Request& request) -> Result<Nothing> {
            const auto id = TRY(request.path_id<NextPositionId>("next_position"));
            TRY(positions.clear(request.actor(), id));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::competency
