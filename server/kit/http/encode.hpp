#pragma once

// How each shape of result becomes a reply: status, headers, body and, for OpenAPI, its schema.

#include <string>

#include "kit/http/conditional.hpp"
#include "kit/http/http.hpp"
#include "kit/json/json.hpp"

namespace nangluc::http {

// A plain T.
template <class T>
struct Encoded {
    static constexpr int status = 200;
    static constexpr auto content_type = "application/json";
    static constexpr auto schema = &json::schema<T>;
    static Reply reply(T value) { return {.body = json::write(value)}; }
};

template <class T>
struct Encoded<Created<T>> {
    static constexpr int status = 201;
    static constexpr auto content_type = Encoded<T>::content_type;
    static constexpr auto schema = Encoded<T>::schema;
    static Reply reply(Created<T> created) {
        auto reply = Encoded<T>::reply(std::move(created.value));
        reply.status = status;
        if (!created.location.empty()) {
            reply.headers.emplace_back("Location", std::string(api_root) + created.location);
        }
        return reply;
    }
};

template <class T>
struct Encoded<Versioned<T>> {
    static constexpr int status = 200;
    static constexpr auto content_type = Encoded<T>::content_type;
    static constexpr auto schema = Encoded<T>::schema;
    static Reply reply(Versioned<T> versioned) {
        auto reply = Encoded<T>::reply(std::move(versioned.value));
        reply.headers.emplace_back("ETag", edit_tag(versioned.version, reply.body));
        return reply;
    }
};

using NoSchema = std::string (*)(json::Schemas&);

template <>
struct Encoded<Nothing> {
    static constexpr int status = 204;
    static constexpr auto content_type = "";
    static constexpr NoSchema schema = nullptr;
    static Reply reply(Nothing) { return {.status = status, .content_type = ""}; }
};
template <>
struct Encoded<void> : Encoded<Nothing> {};

template <class T>
struct Encoded<WithHeaders<T>> {
    static constexpr int status = Encoded<T>::status;
    static constexpr auto content_type = Encoded<T>::content_type;
    static constexpr auto schema = Encoded<T>::schema;
    static Reply reply(WithHeaders<T> headed) {
        auto reply = Encoded<T>::reply(std::move(headed.value));
        for (auto& header : headed.headers) reply.headers.push_back(std::move(header));
        return reply;
    }
};

template <>
struct Encoded<Download> {
    static constexpr int status = 200;
    static constexpr auto content_type = "application/octet-stream";
    static constexpr NoSchema schema = nullptr;
    static Reply reply(Download download);
};

template <>
struct Encoded<Reply> {
    static constexpr int status = 200;
    static constexpr auto content_type = "*/*";
    static constexpr NoSchema schema = nullptr;
    static Reply reply(Reply reply) { return reply; }
};

template <class T>
Reply encode(Result<T> result) {
    if constexpr (std::is_void_v<T>) {
        return Encoded<Nothing>::reply({});
    } else {
        return Encoded<T>::reply(take(result));
    }
}

}  // namespace nangluc::http
