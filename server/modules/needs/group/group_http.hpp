#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::needs {

class GroupService;

void add_group_routes(http::Router& router, GroupService& groups);

}  // namespace nangluc::needs
