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
    void get(std::string pattern, std::string id, Policy policy, Handler handler) {
        add(Method::get, std::move(pattern), std::move(id), policy, std::move(handler));
    }
    template <class Handler>
    void post(std::string pattern, std::string id, Policy policy, Handler handler) {
        add(Method::post, std::move(pattern), std::move(id), policy, std::move(handler));
    }
    template <class Handler>
    void put(std::string pattern, std::string id, Policy policy, Handler handler) {
        add(Method::put, std::move(pattern), std::move(id), policy, std::move(handler));
    }
    template <class Handler>
    void patch(std::string pattern, std::string id, Policy policy, Handler handler) {
        add(Method::patch, std::move(pattern), std::move(id), policy, std::move(handler));
    }
    template <class Handler>
    void del(std::string pattern, std::string id, Policy policy, Handler handler) {
        add(Method::del, std::move(pattern), std::move(id), policy, std::move(handler));
    }
    // A body that is a file of the user, up to `limit` bytes, given to the handler as it came.
    template <class Handler>
    void upload(
        std::string pattern, std::string id, Policy policy, std::size_t limit, Handler handler
    ) {
        auto operation = typed_operation(
            Method::post, std::move(pattern), std::move(id), policy, std::move(handler)
        );
        operation.body_limit = limit;
        operation.takes_file = true;
        operation.tag = module_;
        router_.add(std::move(operation));
    }

private:
    template <class Handler>
    void add(Method method, std::string pattern, std::string id, Policy policy, Handler handler) {
        auto operation =
            typed_operation(method, std::move(pattern), std::move(id), policy, std::move(handler));
        operation.tag = module_;
        router_.add(std::move(operation));
    }

    Router& router_;
    std::string module_;
};

}  // namespace nangluc::http
