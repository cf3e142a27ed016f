#include "kit/http/dispatch.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <exception>

#include "kit/http/conditional.hpp"
#include "kit/http/session_token.hpp"
#include "kit/http/target.hpp"

namespace nangluc::http {

static bool is_at_server_root(std::string_view path) {
    return path == "/health" || path == "/metrics";
}

bool is_interface(std::string_view path) {
    return path.starts_with("/api/") || is_at_server_root(path);
}

static std::string_view below_root(std::string_view path) {
    if (is_at_server_root(path)) return path;
    return path.starts_with(api_root) ? path.substr(api_root.size()) : std::string_view();
}

std::size_t body_limit(const Router& router, Method method, std::string_view path) {
    const auto match = router.match(method, below_root(path));
    return match.operation ? match.operation->body_limit : std::size_t{64} << 10;
}

static std::string allowed(const std::vector<Method>& methods) {
    std::string text;
    for (const auto method : methods) {
        if (!text.empty()) text += ", ";
        switch (method) {
            case Method::get:
                text += "GET, HEAD";
                break;
            case Method::post:
                text += "POST";
                break;
            case Method::put:
                text += "PUT";
                break;
            case Method::patch:
                text += "PATCH";
                break;
            case Method::del:
                text += "DELETE";
                break;
        }
    }
    return text;
}

static Reply no_such_route(const Router::Match& match, const Request& request) {
    if (match.other_methods.empty()) return problem(not_found("route"), request.request_id);
    auto reply = problem(405, invalid("route.method"), request.request_id);
    reply.headers.emplace_back("Allow", allowed(match.other_methods));
    return reply;
}

static Result<Actor> sign_in(
    const Operation& operation, const Request& request, const Hooks& hooks
) {
    if (!hooks.sign_in) return Actor();
    auto actor = hooks.sign_in(request);
    const bool is_open = static_cast<bool>(operation.policy.check(Actor()));
    if (!actor && is_open && actor.error().refusal == Refusal::unauthenticated) return Actor();
    return actor;
}

static bool is_json(const Request& request) {
    const auto type = request.header("content-type").value_or("");
    const auto bare = std::string_view(type).substr(0, type.find_first_of("; "));
    return bare == "application/json" || bare == "application/merge-patch+json";
}

static std::string request_hash(const Request& request) {
    std::string text = name_of(request.method) + '\n' + request.path + '\n';
    for (const auto& [name, value] : request.query) {
        text += percent_encode(name) + '=' + percent_encode(value) + '&';
    }
    text += '\n' + request.header("content-type").value_or("") + '\n' + request.body;

    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest, &size, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 failed");
    }
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hash;
    for (unsigned int i = 0; i < size; ++i) {
        hash += digits[digest[i] >> 4];
        hash += digits[digest[i] & 15];
    }
    return hash;
}

static Reply run(const Operation& operation, const Request& request) {
    auto reply = operation.handle(request);
    return reply ? take(reply) : problem(reply.error(), request.request_id);
}

// What a second try may answer otherwise is not kept.
static bool is_lasting(const Reply& reply) {
    return reply.status < 500 && reply.status != 429 && !reply.file && !reply.events;
}

// The key while its first request runs: given back unless an answer was kept, also when the handler
// throws.
class Claim {
public:
    Claim(Idempotency& kept, const Actor& actor, const std::string& key)
        : kept_(kept), actor_(actor), key_(key) {}
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    ~Claim() {
        if (!is_kept_) kept_.forget(actor_, key_);
    }
    void keep(const Reply& reply) {
        kept_.finish(actor_, key_, reply);
        is_kept_ = true;
    }

private:
    Idempotency& kept_;
    const Actor& actor_;
    const std::string& key_;
    bool is_kept_ = false;
};

static Reply run_once(
    const Operation& operation, const Request& request, const std::string& key, Idempotency& kept
) {
    auto first = kept.begin(request.actor(), key, request_hash(request));
    if (!first) return problem(first.error(), request.request_id);
    if (first.value()) {
        auto reply = std::move(*first.value());
        reply.headers.emplace_back("Idempotency-Replayed", "true");
        return reply;
    }

    Claim claim(kept, request.actor(), key);
    auto reply = run(operation, request);
    if (is_lasting(reply)) claim.keep(reply);
    return reply;
}

static void add_cache_rules(const Request& request, Reply& reply) {
    if (!reply.header("cache-control")) {
        const bool has_tag = reply.header("etag").has_value();
        reply.headers.emplace_back("Cache-Control", has_tag ? "private, no-cache" : "no-store");
    }
    answer_unchanged(request, reply);
}

// The key of a request that may be repeated; empty where it has none.
static Result<std::string> idempotency_key(const Request& request) {
    const auto key = request.header("idempotency-key");
    if (!key || request.method == Method::get || !request.actor().is_signed_in()) {
        return std::string();
    }

    const bool is_visible =
        std::ranges::all_of(*key, [](char letter) { return letter > ' ' && letter < 0x7f; });
    if (key->empty() || key->size() > 255 || !is_visible) {
        return invalid("idempotency.malformed_key");
    }
    return *key;
}

// Whoever asks, where the route lets them in; the body is not looked at.
static Result<Actor> admit(const Operation& operation, const Request& request, const Hooks& hooks) {
    TRY(check_same_site(request));
    auto actor = TRY(sign_in(operation, request, hooks));
    TRY(operation.policy.check(actor));
    return actor;
}

static Reply answer(const Operation& operation, Request& request, const Hooks& hooks) {
    auto admitted = admit(operation, request, hooks);
    if (!admitted) return problem(admitted.error(), request.request_id);
    request.act_as(take(admitted));
    if (request.body.size() > operation.body_limit) {
        return problem(too_large("body.too_large"), request.request_id);
    }
    if (operation.body_schema && !request.body.empty() && !is_json(request)) {
        return problem(415, invalid("body.not_json"), request.request_id);
    }

    auto key = idempotency_key(request);
    if (!key) return problem(key.error(), request.request_id);
    auto signed_in = request.actor();
    signed_in.came_by({.request_id = request.request_id, .idempotency_key = key.value()});
    request.act_as(std::move(signed_in));
    if (key.value().empty() || !hooks.idempotency) return run(operation, request);
    return run_once(operation, request, key.value(), *hooks.idempotency);
}

static bool have_same_rights(const Actor& one, const Actor& other) {
    if (one.account() != other.account() || one.person() != other.person()) return false;
    bool same = true;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>([&](auto each) {
        same = same && one.roots(each.value) == other.roots(each.value);
    });
    return same;
}

// A stream ends with the session and with the rights that it began with: whoever may still follow
// asks again.
static void end_with_session(
    const Operation& operation, const Request& request, const Hooks& hooks, Reply& reply
) {
    if (!reply.events) return;
    auto asking = request;
    asking.body.clear();
    reply.events = [&operation,
                    asking = std::move(asking),
                    again = Hooks{.sign_in = hooks.sign_in},
                    events = std::move(reply.events)]() -> std::optional<std::string> {
        const auto now = admit(operation, asking, again);
        if (!now || !have_same_rights(now.value(), asking.actor())) return std::nullopt;
        return events();
    };
}

static Reply fault(const Request& request, const Hooks& hooks, std::string_view what) {
    if (hooks.fault) hooks.fault(request, what);
    return problem(500, unavailable("fault"), request.request_id);
}

static Reply guarded(const Operation& operation, Request& request, const Hooks& hooks) {
    try {
        return answer(operation, request, hooks);
    } catch (const std::exception& error) {
        return fault(request, hooks, error.what());
    } catch (...) {
        return fault(request, hooks, "not a std::exception");
    }
}

std::optional<Reply> refuse_at_the_door(
    const Router& router, const Request& request, const Hooks& hooks
) {
    const auto match = router.match(request.method, below_root(request.path));
    if (!match.operation) return no_such_route(match, request);
    try {
        const auto admitted = admit(*match.operation, request, hooks);
        if (admitted) return std::nullopt;
        return problem(admitted.error(), request.request_id);
    } catch (const std::exception& error) {
        return fault(request, hooks, error.what());
    }
}

Reply dispatch(const Router& router, Request request, const Hooks& hooks) {
    auto match = router.match(request.method, below_root(request.path));
    if (!match.operation) return no_such_route(match, request);

    request.path_values = std::move(match.path_values);
    auto reply = guarded(*match.operation, request, hooks);
    end_with_session(*match.operation, request, hooks, reply);
    add_cache_rules(request, reply);
    reply.operation = match.operation->id;
    reply.account = request.actor().account();
    return reply;
}

}  // namespace nangluc::http
