#include "modules/needs/module.hpp"

#include "modules/needs/gap/gap_http.hpp"
#include "modules/needs/group/group_http.hpp"
#include "modules/needs/proposal/proposal_http.hpp"
#include "modules/needs/ranking/ranking_http.hpp"

namespace nangluc::needs {

Module::Module(const Kit& kit)
    : kit_(kit), keeper_(kit), gaps_(kit, keeper_), groups_(kit, keeper_), proposals_(kit) {
    keeper_.listen();
}

void Module::add_routes(http::Router& router) {
    add_gap_routes(router, gaps_, kit_.clock);
    add_ranking_routes(router, gaps_, kit_.clock);
    add_group_routes(router, groups_);
    add_proposal_routes(router, proposals_);
}

}  // namespace nangluc::needs
