#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::assessment {

class RuleService;

void add_rule_routes(http::Router& router, RuleService& rules, const Clock& clock);

}  // namespace nangluc::assessment
