#include "modules/organisation/holding/holding_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/holding/holding_reply.hpp"

namespace nangluc::organisation {

using http::Created;
using http::Nothing;
using http::Policy;
using http::Request;

namespace {

enum class HoldingAct { end };
BOOST_DESCRIBE_ENUM(HoldingAct, end)

struct CareerLineReply {
    HoldingId id;
    PostId post;
    std::string position_name;
    std::string position_name_en;
    UnitId unit;
    std::string unit_name;
    HoldingKind kind = HoldingKind::main;
    int share_percent = 100;
    Date from;
    Date until;
    std::string note;
    std::vector<HoldingAct> actions;
};
BOOST_DESCRIBE_STRUCT(
    CareerLineReply,
    (),
    (id,
     post,
     position_name,
     position_name_en,
     unit,
     unit_name,
     kind,
     share_percent,
     from,
     until,
     note,
     actions)
)

struct CareerReply {
    std::vector<CareerLineReply> items;
};
BOOST_DESCRIBE_STRUCT(CareerReply, (), (items))

struct KnownQuery {
    std::optional<Instant> known_at;
};
BOOST_DESCRIBE_STRUCT(KnownQuery, (), (known_at))

struct EndBody {
    Date until;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(EndBody, (), (until, note))

CareerReply reply_of(const Career& career, Date today) {
    CareerReply reply;
    for (const auto& line : career.lines) {
        reply.items.push_back({
            .id = line.holding.id,
            .post = line.holding.post,
            .position_name = line.position_name,
            .position_name_en = line.position_name_en,
            .unit = line.holding.unit,
            .unit_name = line.unit_name,
            .kind = line.holding.kind,
            .share_percent = line.holding.share_percent,
            .from = line.holding.period.from,
            .until = line.holding.period.until,
            .note = line.note,
            .actions = {},
        });
        if (career.may_edit && line.holding.period.until > today) {
            reply.items.back().actions = {HoldingAct::end};
        }
    }
    return reply;
}

}  // namespace

void add_holding_routes(http::Router& router, HoldingService& holdings, const Clock& clock) {
    http::Routes at(router, "organisation");
    const auto editors = Policy::needs(Permission::edit_people);

    at.get(
        "/people/{person}/holdings",
        "read_career",
        Policy::signed_in(),
        [&](const Request& request, const KnownQuery& query) -> Result<CareerReply> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto known_at = query.known_at.value_or(clock.now());
            const auto career = TRY(holdings.career(request.actor(), person, known_at));
            return reply_of(career, clock.today());
        }
    );

    at.post(
        "/people/{person}/holdings",
        "appoint_person",
        editors,
        [&](const Request& request, const HoldingBody& body) -> Result<Created<HoldingAddedReply>> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto id = TRY(holdings.appoint(request.actor(), person, holding_of(body)));
            return Created<HoldingAddedReply>{{id}};
        }
    );

    at.post(
        "/people/{person}/transfer",
        "transfer_person",
        editors,
        [&](const Request& request, const HoldingBody& body) -> Result<Created<HoldingAddedReply>> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto id = TRY(holdings.transfer(request.actor(), person, holding_of(body)));
            return Created<HoldingAddedReply>{{id}};
        }
    );

    at.post(
        "/holdings/{holding}/end",
        "end_holding",
        editors,
        [&](const Request& request, const EndBody& body) -> Result<Nothing> {
            const auto holding = TRY(request.path_id<HoldingId>("holding"));
            TRY(holdings.end(request.actor(), holding, body.until, body.note.value_or("")));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::organisation
