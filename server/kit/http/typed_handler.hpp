#pragma once

// Behind routes.hpp: an Operation from a handler's signature.

#include <concepts>
#include <optional>
#include <type_traits>

#include "kit/http/encode.hpp"
#include "kit/http/http.hpp"
#include "kit/json/json.hpp"

namespace nangluc::http {

// The parts of a handler: Result<R>(const Request&), or Result<R>(const Request&, const Input&).
template <class Call>
struct Signature;
template <class R>
struct Signature<Result<R>(const Request&)> {
    using Value = R;
    using Input = void;
};
template <class R, class In>
struct Signature<Result<R>(const Request&, In)> {
    using Value = R;
    using Input = std::remove_cvref_t<In>;
};
template <class C, class R, class... Input>
struct Signature<Result<R> (C::*)(const Request&, Input...) const>
    : Signature<Result<R>(const Request&, Input...)> {};
template <class C, class R, class... Input>
struct Signature<Result<R> (C::*)(const Request&, Input...)>
    : Signature<Result<R>(const Request&, Input...)> {};
template <class R, class... Input>
struct Signature<Result<R> (*)(const Request&, Input...)>
    : Signature<Result<R>(const Request&, Input...)> {};

template <class Handler>
struct SignatureOf : Signature<decltype(&Handler::operator())> {};
template <class Handler>
requires std::is_pointer_v<Handler>
struct SignatureOf<Handler> : Signature<Handler> {
};

inline bool takes_query(Method method) {
    return method == Method::get || method == Method::del;
}

// Lists: 50 items unless asked otherwise, 200 at most.
inline constexpr int default_limit = 50;
inline constexpr int most_limit = 200;

template <class Query>
Result<Query> read_query(const Request& request) {
    auto query = TRY(json::read_query<Query>(request.query));
    if constexpr (requires { query.limit = 1; }) {
        const std::optional<int> limit = query.limit;
        if (!limit) query.limit = default_limit;
        if (limit && (*limit < 1 || *limit > most_limit)) {
            return invalid("input.invalid", {{"?limit", "out_of_range"}});
        }
    }
    return query;
}

template <class Input>
Result<Input> read_input(const Request& request) {
    if constexpr (std::same_as<Input, std::string>) {
        return request.body;
    } else {
        if (takes_query(request.method)) return read_query<Input>(request);
        return json::read<Input>(request.body);
    }
}

template <class Input>
void describe_input(Operation& operation) {
    if constexpr (std::same_as<Input, std::string>) {
        operation.takes_file = true;
    } else if (takes_query(operation.method)) {
        operation.query_schema = json::parameters<Input>;
    } else {
        operation.body_schema = json::schema<Input>;
    }
}

template <class Handler>
Operation typed_operation(
    Method method, std::string pattern, std::string id, Policy policy, Handler handler
) {
    using Parts = SignatureOf<Handler>;
    using Value = typename Parts::Value;
    using Input = typename Parts::Input;

    Operation operation{
        .method = method,
        .pattern = {},
        .policy = policy,
        .id = {},
        .tag = {},
        .handle = nullptr,
        .reply_schema = Encoded<Value>::schema,
        .success_status = Encoded<Value>::status,
        .reply_type = Encoded<Value>::content_type,
    };
    operation.pattern = std::move(pattern);
    operation.id = std::move(id);
    if constexpr (!std::is_void_v<Input>) {
        describe_input<Input>(operation);
        operation.handle = [handler = std::move(handler)](const Request& request) -> Result<Reply> {
            const auto input = TRY(read_input<Input>(request));
            auto result = handler(request, input);
            if (!result) return std::move(result.error());
            return encode(std::move(result));
        };
    } else {
        operation.handle = [handler = std::move(handler)](const Request& request) -> Result<Reply> {
            auto result = handler(request);
            if (!result) return std::move(result.error());
            return encode(std::move(result));
        };
    }
    return operation;
}

}  // namespace nangluc::http
