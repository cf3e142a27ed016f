#include "modules/competency/module.hpp"

#include "modules/competency/foundation/foundation_http.hpp"
#include "modules/competency/framework/framework_http.hpp"
#include "modules/competency/next_position/next_position_http.hpp"
#include "modules/competency/requirement/requirement_http.hpp"

namespace nangluc::competency {

Module::Module(const Kit& kit)
    : kit_(kit),
      frameworks_(kit),
      framework_imports_(kit),
      requirements_(kit),
      next_positions_(kit),
      foundations_(kit) {}

void Module::add_routes(http::Router& router) {
    add_framework_routes(router, frameworks_, kit_.clock);
    add_framework_edit_routes(router, frameworks_);
    add_framework_import_routes(router, framework_imports_);
    add_framework_export_routes(router, frameworks_);
    add_requirement_routes(router, requirements_, kit_.clock);
    add_adoption_routes(router, requirements_);
    add_next_position_routes(router, next_positions_, kit_.clock);
    add_foundation_routes(router, foundations_, kit_.clock);
}

}  // namespace nangluc::competency
