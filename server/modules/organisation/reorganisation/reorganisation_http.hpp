#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class ReorganisationService;

void add_reorganisation_routes(http::Router& router, ReorganisationService& reorganisations);

}  // namespace nangluc::organisation
