#include "modules/platform/health/health_http.hpp"

#include <algorithm>

#include "kit/http/routes.hpp"
#include "kit/metrics.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

struct CheckItem {
    std::string name;
    bool ok = true;
    std::int64_t value = 0;
};
BOOST_DESCRIBE_STRUCT(CheckItem, (), (name, ok, value))

struct HealthReply {
    bool ok = true;
    std::vector<CheckItem> checks;
};
BOOST_DESCRIBE_STRUCT(HealthReply, (), (ok, checks))

Reply reply_of(const std::vector<HealthCheck>& checks) {
    HealthReply health{.ok = std::ranges::all_of(checks, &HealthCheck::ok)};
    for (const auto& check : checks) {
        health.checks.push_back({check.name, check.ok, check.value});
    }
    return {.status = health.ok ? 200 : 503, .body = json::write(health)};
}

}  // namespace

void add_health_routes(Router& router, HealthService& health) {
    Routes at(router, "platform");
    at.get("/health", "read_health", Policy::open(), [&health](const Request&) -> Result<Reply> {
        return reply_of(health.check());
    });
    at.get("/metrics", "read_metrics", Policy::open(), [&health](const Request&) -> Result<Reply> {
        health.measure();
        return Reply{
            .content_type = "text/plain; version=0.0.4; charset=utf-8",
            .body = metrics().text(),
        };
    });
}

}  // namespace nangluc::platform
