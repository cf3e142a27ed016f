#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class AccountLinkService;

void add_account_link_routes(http::Router& router, AccountLinkService& links);

}  // namespace nangluc::organisation
