#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::competency {

class RequirementService;

void add_requirement_routes(
    http::Router& router, RequirementService& requirements, const Clock& clock
);

}  // namespace nangluc::competency
