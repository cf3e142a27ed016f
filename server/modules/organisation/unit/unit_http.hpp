#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::organisation {

class UnitService;

void add_unit_routes(http::Router& router, UnitService& units, const Clock& clock);

}  // namespace nangluc::organisation
