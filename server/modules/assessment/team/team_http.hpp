#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::assessment {

class TeamService;

void add_team_routes(http::Router& router, TeamService& teams, const Clock& clock);

}  // namespace nangluc::assessment
