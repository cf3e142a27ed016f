#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::assessment {

class RatingService;

void add_rating_routes(http::Router& router, RatingService& ratings, const Clock& clock);

}  // namespace nangluc::assessment
