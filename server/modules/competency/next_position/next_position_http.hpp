#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::competency {

class NextPositionService;

void add_next_position_routes(
    http::Router& router, NextPositionService& positions, const Clock& clock
);

}  // namespace nangluc::competency
