#include "modules/organisation/module.hpp"

#include "modules/organisation/unit_http.hpp"

namespace nangluc::organisation {

Module::Module(const Kit& kit) : kit_(kit), units_(kit) {}

void Module::add_routes(http::Router& router) {
    add_unit_routes(router, units_, kit_.clock);
}

}  // namespace nangluc::organisation
