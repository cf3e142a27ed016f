#include "kit/http/routes.hpp"
#include "modules/organisation/unit/headcount.hpp"
#include "modules/organisation/unit/unit_reply.hpp"

namespace nangluc::organisation {

namespace {

struct HeadcountQuery {
    std::optional<Date> on;
    std::optional<CountBy> by;
    std::optional<Date> at;  // the day of "now"
};
BOOST_DESCRIBE_STRUCT(HeadcountQuery, (), (on, by, at))

struct HeadcountLine {
    UnitReply unit;
    int people = 0;
    int placed_by_default = 0;
};
BOOST_DESCRIBE_STRUCT(HeadcountLine, (), (unit, people, placed_by_default))

struct HeadcountReply {
    Date on;
    Date at;
    CountBy by{};
    int people = 0;
    int placed_by_default = 0;
    int unknown_people = 0;
    std::vector<UnitReply> unknown;
    std::vector<HeadcountLine> items;
};
BOOST_DESCRIBE_STRUCT(
    HeadcountReply, (), (on, at, by, people, placed_by_default, unknown_people, unknown, items)
)

}  // namespace

void add_headcount_routes(http::Router& router, HeadcountService& headcounts, const Clock& clock) {
    http::Routes at(router, "organisation");
    at.get(
        "/units/{unit}/headcount",
        "count_people_of_unit",
        http::Policy::needs(Permission::read_people),
        [&](const http::Request& request, const HeadcountQuery& query) -> Result<HeadcountReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const HeadcountAsked asked{
                .unit = unit,
                .on = query.on.value_or(clock.today()),
                .by = query.by.value_or(CountBy::then),
                .now = query.at.value_or(clock.today()),
            };
            const auto counted = TRY(headcounts.count(request.actor(), asked));
            HeadcountReply reply{
                .on = asked.on,
                .at = asked.now,
                .by = asked.by,
                .people = counted.people,
                .placed_by_default = counted.placed_by_default,
                .unknown_people = counted.unknown_people,
                .unknown = replies_of(counted.unknown),
            };
            for (const auto& [line, people, by_default] : counted.lines) {
                reply.items.push_back({reply_of(line), people, by_default});
            }
            return reply;
        }
    );
}

}  // namespace nangluc::organisation
