#pragma once

// The place in a list after which the next page begins: a described struct of the last row's sort
// values, opaque to the caller.
//
//     struct AfterPlan { std::string sort_key; PlanId plan; };
//     page.next = encode_cursor(AfterPlan{…});
//     const auto after = TRY(decode_cursor<AfterPlan>(query.cursor));

#include <optional>
#include <string>
#include <string_view>

#include "kit/http/base64url.hpp"
#include "kit/json/json.hpp"

namespace nangluc::http {

template <class Place>
std::string encode_cursor(const Place& place) {
    return to_base64url(json::write(place));
}

// Nothing for the first page. Refuses with invalid("cursor.malformed") what encode_cursor<Place>
// does not write. A cursor opens nothing: the list behind it is cut to the reader's tree like any
// page.
template <class Place>
Result<std::optional<Place>> decode_cursor(const std::optional<std::string>& text) {
    if (!text) return std::optional<Place>();

    const auto bytes = from_base64url(*text);
    auto place = bytes ? json::read<Place>(*bytes) : Result<Place>(invalid("cursor.malformed"));
    if (!place || json::write(place.value()) != *bytes) {
        return invalid("cursor.malformed", {{"?cursor", "malformed"}});
    }
    return std::optional<Place>(take(place));
}

}  // namespace nangluc::http
