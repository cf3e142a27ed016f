#include "modules/assessment/moderation/moderation_http.hpp"

#include "base/clock.hpp"
#include "kit/http/routes.hpp"

namespace nangluc::assessment {

using http::Policy;
using http::Request;

static constexpr int usual_distance = 75;

struct UnitRatingsReply {
    UnitId unit;
    std::string unit_name;
    int opinions = 0;
    int beside_tests = 0;
    std::optional<int> above_tests;
    std::optional<int> above_others;
    std::vector<Leaning> flags;
};
BOOST_DESCRIBE_STRUCT(
    UnitRatingsReply,
    (),
    (unit, unit_name, opinions, beside_tests, above_tests, above_others, flags)
)

struct ModerationReply {
    UnitId unit;
    Date on;
    int apart = 0;
    int least_opinions = 0;
    int least_tests = 0;
    std::vector<UnitRatingsReply> items;
};
BOOST_DESCRIBE_STRUCT(ModerationReply, (), (unit, on, apart, least_opinions, least_tests, items))

struct ModerationQuery {
    std::optional<int> apart;
};
BOOST_DESCRIBE_STRUCT(ModerationQuery, (), (apart))

void add_moderation_routes(
    http::Router& router, ModerationService& moderation, const Clock& clock
) {
    http::Routes at(router, "assessment");
    at.get(
        "/units/{unit}/moderation",
        "compare_ratings_of_units",
        Policy::needs(Permission::decide_reviews),
        [&](const Request& request, const ModerationQuery& query) -> Result<ModerationReply> {
            const auto unit = TRY(request.path_id<UnitId>("unit"));
            const int apart = query.apart.value_or(usual_distance);
            ModerationReply reply{
                .unit = unit,
                .on = clock.today(),
                .apart = apart,
                .least_opinions = Moderation::least_opinions,
                .least_tests = Moderation::least_tests,
                .items = {},
            };
            for (auto& [ratings, name] : TRY(moderation.compare(request.actor(), unit, apart))) {
                reply.items.push_back({
                    .unit = ratings.unit,
                    .unit_name = std::move(name),
                    .opinions = ratings.opinions,
                    .beside_tests = ratings.beside_tests,
                    .above_tests = ratings.above_tests,
                    .above_others = ratings.above_others,
                    .flags = std::move(ratings.flags),
                });
            }
            return reply;
        }
    );
}

}  // namespace nangluc::assessment
