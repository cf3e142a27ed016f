#pragma once

#include "kit/kit.hpp"
#include "modules/planning/line_service.hpp"
#include "modules/planning/nomination_service.hpp"
#include "modules/planning/plan_service.hpp"
#include "modules/planning/replan_service.hpp"
#include "modules/planning/solution_service.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::planning {

// The module built from its parts: services, routes, the job that assigns seats. Lives as long as
// the server.
class Module {
public:
    // Without points every way counts as nothing.
    explicit Module(const Kit& kit, Geography geography = {});

    void add_routes(http::Router& router);
    void add_jobs();

private:
    const Kit& kit_;
    PlanService plans_;
    LineService lines_;
    NominationService nominations_;
    SolutionService solutions_;
    ReplanService replans_;
};

}  // namespace nangluc::planning
