#include "modules/organisation/module.hpp"

#include "modules/organisation/roster_http.hpp"
#include "modules/organisation/unit_http.hpp"

namespace nangluc::organisation {

Module::Module(const Kit& kit) : kit_(kit), units_(kit), rosters_(kit) {}

void Module::add_routes(http::Router& router) {
    add_unit_routes(router, units_, kit_.clock);
    add_roster_routes(router, rosters_, kit_.clock);
}

}  // namespace nangluc::organisation
