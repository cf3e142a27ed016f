#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::competency {

class FoundationService;

void add_foundation_routes(
    http::Router& router, FoundationService& foundations, const Clock& clock
);

}  // namespace nangluc::competency
