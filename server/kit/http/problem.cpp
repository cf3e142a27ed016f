#include "kit/http/problem.hpp"

#include "kit/http/http.hpp"
#include "kit/json/json.hpp"

namespace nangluc::http {

int status_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::invalid:
            return 422;
        case Refusal::unauthenticated:
            return 401;
        case Refusal::forbidden:
            return 403;
        case Refusal::not_found:
            return 404;
        case Refusal::conflict:
            return 409;
        case Refusal::stale:
            return 412;
        case Refusal::unconditional:
            return 428;
        case Refusal::too_large:
            return 413;
        case Refusal::too_many:
            return 429;
        case Refusal::unavailable:
            return 503;
    }
    return 500;
}

std::string_view reason_of(int status) {
    static const std::map<int, std::string_view> reasons = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    const auto found = reasons.find(status);
    return found == reasons.end() ? "Unknown" : found->second;
}

Reply problem(int status, const Error& error, std::string_view request_id) {
    Problem body{
        .title = std::string(reason_of(status)),
        .status = status,
        .code = error.code,
        .faults = {},
        .request_id = std::string(request_id),
    };
    for (const auto& fault : error.faults) body.faults.push_back({fault.path, fault.code});

    Reply reply{
        .status = status,
        .content_type = "application/problem+json",
        .body = json::write(body),
    };
    if (status == 401) reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (status == 429 || status == 503) reply.headers.emplace_back("Retry-After", "1");
    return reply;
}

Reply problem(const Error& error, std::string_view request_id) {
    return problem(status_of(error.refusal), error, request_id);
}

}  // namespace nangluc::http
