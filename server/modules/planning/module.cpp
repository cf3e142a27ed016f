#include "modules/planning/module.hpp"

#include "modules/planning/plan_http.hpp"

namespace nangluc::planning {

Module::Module(const Kit& kit, Geography geography)
    : kit_(kit),
      plans_(kit),
      lines_(kit),
      nominations_(kit),
      solutions_(kit, geography),
      replans_(kit, std::move(geography)) {}

void Module::add_routes(http::Router& router) {
    add_plan_routes(router, plans_, solutions_);
    add_line_routes(router, lines_);
    add_nomination_routes(router, nominations_);
    add_replan_routes(router, replans_);
    add_export_routes(router, plans_, lines_, nominations_);
}

void Module::add_jobs() {
    kit_.jobs.handle(std::string(SolutionService::job_kind), [this](JobRun& run) {
        return solutions_.solve(run);
    });
    kit_.jobs.handle(std::string(ReplanService::job_kind), [this](JobRun& run) {
        return replans_.solve(run);
    });
}

}  // namespace nangluc::planning
