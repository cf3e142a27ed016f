#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::assessment {

class SittingService;

void add_sitting_routes(http::Router& router, SittingService& sittings);

}  // namespace nangluc::assessment
