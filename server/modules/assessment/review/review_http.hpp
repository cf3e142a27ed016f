#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::assessment {

class ReviewService;

void add_review_routes(http::Router& router, ReviewService& reviews);

}  // namespace nangluc::assessment
