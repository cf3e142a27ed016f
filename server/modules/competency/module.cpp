#include "modules/competency/module.hpp"

#include "modules/competency/next_position_http.hpp"
#include "modules/competency/requirement_http.hpp"

namespace nangluc::competency {

Module::Module(const Kit& kit) : kit_(kit), requirements_(kit), next_positions_(kit) {}

void Module::add_routes(http::Router& router) {
    add_requirement_routes(router, requirements_, kit_.clock);
    add_next_position_routes(router, next_positions_, kit_.clock);
}

}  // namespace nangluc::competency
