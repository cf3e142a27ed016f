#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class RosterImportService;

void add_roster_import_routes(http::Router& router, RosterImportService& imports);

}  // namespace nangluc::organisation
