#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::competency {

class RequirementService;

// Taking over what the role of a published framework asks for.
void add_adoption_routes(http::Router& router, RequirementService& requirements);
void add_requirement_routes(
    http::Router& router, RequirementService& requirements, const Clock& clock
);

}  // namespace nangluc::competency
