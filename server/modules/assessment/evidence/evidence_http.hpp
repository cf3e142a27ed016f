#pragma once

namespace nangluc::http {
class Router;
}

namespace nangluc::assessment {

class EvidenceService;

void add_evidence_routes(http::Router& router, EvidenceService& evidence);

}  // namespace nangluc::assessment
