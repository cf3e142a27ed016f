#include "modules/assessment/evidence/evidence_http.hpp"

#include "kit/http/routes.hpp"
#include "modules/assessment/evidence/evidence_service.hpp"

namespace nangluc::assessment {

using http::Created;
using http::Policy;
using http::Request;

static constexpr std::size_t most_evidence = 10 << 20;

struct EvidenceReply {
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(EvidenceReply, (), (hash))

void add_evidence_routes(http::Router& router, EvidenceService& evidence) {
    http::Routes at(router, "assessment");

    at.upload(
        "/evidence",
        "upload_evidence",
        Policy::signed_in(),
        most_evidence,
        [&](const Request& request, const std::string& bytes) -> Result<Created<EvidenceReply>> {
            return Created<EvidenceReply>{{TRY(evidence.save(request.actor(), bytes))}};
        }
    );

    at.del(
        "/evidence/{evidence}",
        "remove_evidence",
        Policy::signed_in(),
        [&](const Request& request) -> Result<http::Nothing> {
            TRY(evidence.remove(request.actor(), request.path_value("evidence")));
            return http::Nothing{};
        }
    );

    at.get(
        "/ratings/{rating}/evidence",
        "download_evidence",
        Policy::signed_in(),
        [&](const Request& request) -> Result<http::Download> {
            const auto id = TRY(request.path_id<RatingId>("rating"));
            auto found = TRY(evidence.read(request.actor(), id));
            return http::Download{
                std::move(found.bytes),
                found.content_type,
                "evidence-" + to_text(id.value) + "." + found.extension,
            };
        }
    );
}

}  // namespace nangluc::assessment
