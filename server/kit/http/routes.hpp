#pragma once

// Typed routes: decode -> service -> encode from the handler's own signature. Included by
// *_http.cpp only (it reaches the JSON mapper).
//
//     Routes at(router, "planning");
//     at.get("/plans/{id}", "read_plan", Policy::needs(Permission::read_plans),
//            [&](const Request& request) -> Result<PlanReply> { … });
//     at.get("/plans", "list_plans", …, [&](const Request&, const PlanFilter& query) ->
//     Result<Page<PlanReply>> at.post("/plans", "add_plan", …, [&](const Request&, const NewPlan&
//     body) -> Result<Created<PlanReply>>
//
// The second parameter is the query (GET, DELETE) or the body (POST, PUT, PATCH), a described
// struct. Results: T, Created<T>, Versioned<T>, Page<T>, Nothing, Download, Reply.

#include "kit/http/http.hpp"
#include "kit/http/typed_handler.hpp"

namespace nangluc::http {

class Routes {
public:
    Routes(Router& router, std::string module) : router_(router), module_(std::move(module)) {}

    template <class Handler>
    void get(std::string_view pattern, std::string_view id, Policy policy, Handler handler) {
        add({Method::get, pattern, id, policy}, std::move(handler));
    }
    template <class Handler>
    void post(std::string_view pattern, std::string_view id, Policy policy, Handler handler) {
        add({Method::post, pattern, id, policy}, std::move(handler));
    }
    template <class Handler>
    void put(std::string_view pattern, std::string_view id, Policy policy, Handler handler) {
        add({Method::put, pattern, id, policy}, std::move(handler));
    }
    template <class Handler>
    void patch(std::string_view pattern, std::string_view id, Policy policy, Handler handler) {
        add({Method::patch, pattern, id, policy}, std::move(handler));
    }
    template <class Handler>
    void del(std::string_view pattern, std::string_view id, Policy policy, Handler handler) {
        add({Method::del, pattern, id, policy}, std::move(handler));
    }
    // A body that is a file of the user, up to `limit` bytes, given to the handler as it came.
    template <class Handler>
    void upload(
        std::string_view pattern,
        std::string_view id,
        Policy policy,
        std::size_t limit,
        Handler handler
    ) {
        auto face = face_of<Handler>(Method::post);
        face.takes_file = true;
        enter({Method::post, pattern, id, policy, limit}, face, handle_of(std::move(handler)));
    }

private:
    struct Route {
        Method method;
        std::string_view pattern;
        std::string_view id;
        Policy policy;
        std::size_t body_limit = 1 << 20;
    };

    template <class Handler>
    void add(const Route& route, Handler handler) {
        enter(route, face_of<Handler>(route.method), handle_of(std::move(handler)));
    }
    // All of a route that does not depend on its handler's type.
    void enter(const Route& route, const Face& face, Handle handle);

    Router& router_;
    std::string module_;
};

}  // namespace nangluc::http
