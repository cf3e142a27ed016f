#pragma once

namespace nangluc {
class Clock;
}
namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class HoldingService;

// /people/{person}/holdings, /people/{person}/transfer, /holdings/{holding}/end.
void add_holding_routes(http::Router& router, HoldingService& holdings, const Clock& clock);

}  // namespace nangluc::organisation
