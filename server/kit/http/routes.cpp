#include "kit/http/routes.hpp"

namespace nangluc::http {

void Routes::enter(const Route& route, const Face& face, Handle handle) {
    router_.add({
        .method = route.method,
        .pattern = std::string(route.pattern),
        .policy = route.policy,
        .id = std::string(route.id),
        .tag = module_,
        .handle = std::move(handle),
        .query_schema = face.query_schema,
        .body_schema = face.body_schema,
        .reply_schema = face.reply_schema,
        .success_status = face.success_status,
        .reply_type = face.reply_type,
        .body_limit = route.body_limit,
        .takes_file = face.takes_file,
    });
}

}  // namespace nangluc::http
