#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::needs {

class GapService;

void add_gap_routes(http::Router& router, GapService& gaps, const Clock& clock);

}  // namespace nangluc::needs
