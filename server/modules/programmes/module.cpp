#include "modules/programmes/module.hpp"

#include "modules/programmes/programme_http.hpp"

namespace nangluc::programmes {

Module::Module(const Kit& kit) : kit_(kit), programmes_(kit), participations_(kit) {}

void Module::add_routes(http::Router& router) {
    add_programme_routes(router, programmes_, kit_.clock);
    add_participation_routes(router, participations_, kit_.clock);
}

}  // namespace nangluc::programmes
