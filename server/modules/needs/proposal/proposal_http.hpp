#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::needs {

class ProposalService;

void add_proposal_routes(http::Router& router, ProposalService& proposals);

}  // namespace nangluc::needs
