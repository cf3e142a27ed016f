#pragma once

// Replies of any form, for tests that look at a few places of them: a tree asked by JSON pointer.

#include <boost/json.hpp>
#include <stdexcept>
#include <string>

#include "kit/http/http.hpp"

namespace nangluc::testing {

using Dom = boost::json::value;

// The tree of a good reply; throws, with the body, where the reply is a refusal.
inline Dom dom_of(const http::Reply& reply) {
    if (reply.status >= 300) {
        throw std::runtime_error(std::to_string(reply.status) + ' ' + reply.body);
    }
    return boost::json::parse(reply.body);
}

inline const Dom& value_at(const Dom& dom, std::string_view pointer) {
    boost::system::error_code error;
    const auto* found = dom.find_pointer(pointer, error);
    if (found == nullptr) {
        throw std::runtime_error(
            "nothing at " + std::string(pointer) + " of " + boost::json::serialize(dom)
        );
    }
    return *found;
}

inline std::string text_at(const Dom& dom, std::string_view pointer) {
    return boost::json::value_to<std::string>(value_at(dom, pointer));
}

inline std::int64_t number_at(const Dom& dom, std::string_view pointer) {
    return value_at(dom, pointer).to_number<std::int64_t>();
}

inline const boost::json::array& items_of(const Dom& dom) {
    return value_at(dom, "/items").as_array();
}

inline std::string text_of(const Dom& dom) {
    return boost::json::serialize(dom);
}

}  // namespace nangluc::testing
