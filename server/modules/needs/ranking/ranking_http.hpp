#pragma once

namespace nangluc {
class Clock;
}
namespace nangluc::http {
class Router;
}

namespace nangluc::needs {

class GapService;

void add_ranking_routes(http::Router& router, GapService& gaps, const Clock& clock);

}  // namespace nangluc::needs
