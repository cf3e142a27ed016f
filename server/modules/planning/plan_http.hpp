#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::planning {

class LineService;
class NominationService;
class PlanService;
class ReplanService;
class SolutionService;

void add_plan_routes(http::Router& router, PlanService& plans, SolutionService& solutions);
void add_line_routes(http::Router& router, LineService& lines);
void add_nomination_routes(http::Router& router, NominationService& nominations);
void add_replan_routes(http::Router& router, ReplanService& replans);
void add_export_routes(
    http::Router& router, PlanService& plans, LineService& lines, NominationService& nominations
);

}  // namespace nangluc::planning
