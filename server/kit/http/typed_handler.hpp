#pragma once

// Behind routes.hpp: an Operation from a handler's signature.

#include <concepts>
#include <functional>
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

// What is known of a route from its handler's signature.
struct Face {
    std::string (*query_schema)(json::Schemas&) = nullptr;
    std::string (*body_schema)(json::Schemas&) = nullptr;
    std::string (*reply_schema)(json::Schemas&) = nullptr;
    int success_status = 200;
    const char* reply_type = "";
    bool takes_file = false;
};

template <class Handler>
Face face_of(Method method) {
    using Value = typename SignatureOf<Handler>::Value;
    using Input = typename SignatureOf<Handler>::Input;
    Face face{
        .reply_schema = Encoded<Value>::schema,
        .success_status = Encoded<Value>::status,
        .reply_type = Encoded<Value>::content_type,
    };
    if constexpr (std::same_as<Input, std::string>) {
        face.takes_file = true;
    } else if constexpr (!std::is_void_v<Input>) {
        if (takes_query(method)) {
            face.query_schema = json::parameters<Input>;
        } else {
            face.body_schema = json::schema<Input>;
        }
    }
    return face;
}

using Handle = std::function<Result<Reply>(const Request&)>;

template <class Handler>
Handle handle_of(Handler handler) {
    using Input = typename SignatureOf<Handler>::Input;
    return [handler = std::move(handler)](const Request& request) -> Result<Reply> {
        if constexpr (std::is_void_v<Input>) {
            auto result = handler(request);
            if (!result) return std::move(result.error());
            return encode(std::move(result));
        } else {
            const auto input = TRY(read_input<Input>(request));
            auto result = handler(request, input);
            if (!result) return std::move(result.error());
            return encode(std::move(result));
        }
    };
}

}  // namespace nangluc::http
