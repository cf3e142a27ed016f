#pragma once

// What a module's *_http.cpp sees of the web: requests, replies, routes with their policy. No
// network library is named here.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "kit/actor.hpp"

namespace nangluc::json {
class Schemas;
}

namespace nangluc::http {

// Every route lies below it; patterns and Created::location leave it out, Request::path has it.
inline constexpr std::string_view api_root = "/api/v1";

enum class Method { get, post, put, patch, del };
BOOST_DESCRIBE_ENUM(Method, get, post, put, patch, del)

// A request after routing and sign-in.
class Request {
public:
    Method method = Method::get;
    std::string path;                                // "/api/v1/plans/7": no query, decoded
    std::map<std::string, std::string> path_values;  // from the pattern: {id}
    std::vector<std::pair<std::string, std::string>> query;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    std::string request_id;  // in every log line and in every problem reply
    std::string peer;        // address of the other end, behind the trusted proxies
    bool secure = false;     // came over TLS, here or at a trusted proxy

    const Actor& actor() const { return actor_; }
    void act_as(Actor actor) { actor_ = std::move(actor); }

    // Refuses what is not an id with not_found: an address that can name nothing names nothing.
    template <class AnyId>
    Result<AnyId> path_id(std::string_view name) const {
        const auto id = parse_id(path_value(name));
        if (!id) return not_found(std::string(name));
        return AnyId{id.value()};
    }
    const std::string& path_value(std::string_view name) const;
    std::optional<std::string> query_value(std::string_view name) const;
    std::optional<std::string> header(std::string_view name) const;
    // The version that the caller read (If-Match). Refuses its absence with unconditional().
    Result<int> if_match() const;

private:
    Actor actor_;
};

// A reply. `file` replies stream from the disk; `events` replies stay open (SSE).
struct Reply {
    int status = 200;
    std::string content_type = "application/json";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::optional<std::string> file = std::nullopt;  // a path to send instead of `body`
    // Pulled by the server about once a second until it returns nothing; each text is one event's
    // data, an empty one is no event. The connection is closed at the drain.
    std::function<std::optional<std::string>()> events = nullptr;
    // For the access log and the metrics: the operationId, and who asked. Filled by dispatch.
    std::string operation = {};
    AccountId account = {};

    std::optional<std::string> header(std::string_view name) const;
};

// Reply shapes beside a plain T (200).
template <class T>
struct Created {  // 201, Location
    T value;
    std::string location = {};
};
template <class T>
struct Versioned {  // 200, ETag: what people edit
    T value;
    int version = 1;
};
struct Nothing {};  // 204
template <class T>
struct WithHeaders {  // any of these, with headers of its own beside: Set-Cookie
    T value;
    std::vector<std::pair<std::string, std::string>> headers;
};
struct Download {
    std::string bytes;
    std::string content_type;
    std::string file_name;  // sent as RFC 6266 filename*, so any letters
};

// One page of a list. `next` is an opaque cursor, null on the last page.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

// Who may call a route at all. The object itself is checked again by the service: a policy says who
// may knock, the gate who may enter.
class Policy {
public:
    static Policy open() { return Policy(Kind::open); }            // nobody need be signed in
    static Policy signed_in() { return Policy(Kind::signed_in); }  // anyone who is
    static Policy needs(Permission permission) { return Policy(Kind::needs, permission); }

    Result<> check(const Actor& actor) const;
    std::string text() const;  // for OpenAPI: "open", "signed_in", "read_people"

private:
    enum class Kind { open, signed_in, needs };
    explicit Policy(Kind kind, Permission permission = {}) : kind_(kind), permission_(permission) {}

    Kind kind_;
    Permission permission_;
};

// What is known of a route, for the router, for OpenAPI and for the tests that walk every route.
struct Operation {
    Method method;
    std::string pattern;  // "/plans/{id}/submission", below /api/v1
    Policy policy;
    std::string id;   // operationId, "submit_plan"
    std::string tag;  // the module
    std::function<Result<Reply>(const Request&)> handle;
    // JSON Schema of the query struct, the request body and the reply body; null where there is
    // none.
    std::string (*query_schema)(json::Schemas&) = nullptr;
    std::string (*body_schema)(json::Schemas&) = nullptr;
    std::string (*reply_schema)(json::Schemas&) = nullptr;
    int success_status = 200;
    std::string reply_type = "application/json";
    std::size_t body_limit = 1 << 20;
    bool takes_file = false;  // a body of any type, handed on as it came
};

// The table of routes. Built once at wiring; then read by all threads.
class Router {
public:
    // Throws std::logic_error for a route or an operationId that is already there, and for a
    // pattern that is none.
    void add(Operation operation);
    const std::vector<Operation>& operations() const { return operations_; }

    // The route of a method and path, with its path values; `other_methods` where only the method
    // is wrong (405).
    struct Match {
        const Operation* operation = nullptr;
        std::map<std::string, std::string> path_values;
        std::vector<Method> other_methods;
    };
    // `path` as in the patterns, below api_root. A literal segment wins over a value.
    Match match(Method method, std::string_view path) const;

private:
    // One segment of the patterns in the tree of all of them; nodes are named by their index.
    struct Node {
        std::map<std::string, std::size_t, std::less<>> literals;
        std::optional<std::size_t> value;
        std::map<Method, std::size_t> operations;
    };
    std::size_t node_below(std::size_t parent, const std::string& segment);
    struct Search;
    void search(std::size_t node, std::size_t depth, Search& search) const;

    std::vector<Operation> operations_;
    std::vector<Node> nodes_{1};
};

// problem+json (RFC 9457): {type, title, status, code, faults:[{path, code}], request_id}.
Reply problem(const Error& error, std::string_view request_id);
// For the few answers that are no refusal of a use case: 400, 405, 415, 500.
Reply problem(int status, const Error& error, std::string_view request_id);
std::string_view reason_of(int status);  // "Not Found"
int status_of(Refusal refusal);

}  // namespace nangluc::http
