#include "modules/organisation/module.hpp"

#include "modules/organisation/reorganisation_http.hpp"
#include "modules/organisation/roster_http.hpp"
#include "modules/organisation/unit_http.hpp"

namespace nangluc::organisation {

Module::Module(const Kit& kit)
    : kit_(kit), units_(kit), rosters_(kit), reorganisations_(kit), headcounts_(kit) {}

void Module::add_impact(ReorganisationImpact impact) {
    reorganisations_.add_impact(std::move(impact));
}

void Module::add_routes(http::Router& router) {
    add_unit_routes(router, units_, kit_.clock);
    add_roster_routes(router, rosters_, kit_.clock);
    add_reorganisation_routes(router, reorganisations_);
    add_headcount_routes(router, headcounts_, kit_.clock);
}

}  // namespace nangluc::organisation
