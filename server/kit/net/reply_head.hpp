#pragma once

#include <optional>
#include <string>

#include "kit/http/http.hpp"

namespace nangluc::net {

// What the connection adds to a reply.
struct HeadFacts {
    std::optional<std::uint64_t> length = std::nullopt;  // none: the body ends with the connection
    bool keeps_alive = false;
    bool is_secure = false;
    std::string request_id = {};
    const std::string& content_security_policy;
};

// Status line and headers, with those that keep the browser on guard. A control letter in a value
// becomes a space, so that no value can end its line.
std::string reply_head(const http::Reply& reply, const HeadFacts& facts);

// One event of a stream; a line break in the data begins another data line.
std::string event_text(std::string_view data);

}  // namespace nangluc::net
