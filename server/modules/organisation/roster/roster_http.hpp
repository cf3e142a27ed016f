#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::organisation {

class RosterService;

void add_roster_routes(http::Router& router, RosterService& rosters, const Clock& clock);

}  // namespace nangluc::organisation
