#pragma once

#include "kit/kit.hpp"
#include "modules/organisation/roster_service.hpp"
#include "modules/organisation/unit_service.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

// The module built from its parts: services, routes, jobs, subscriptions. Lives as long as the
// server.
class Module {
public:
    explicit Module(const Kit& kit);

    void add_routes(http::Router& router);

private:
    const Kit& kit_;
    UnitService units_;
    RosterService rosters_;
};

}  // namespace nangluc::organisation
