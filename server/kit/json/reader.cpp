#include "kit/json/reader.hpp"

namespace nangluc::json {

namespace {

constexpr std::size_t most_faults = 1000;

// "/items/1/seats", with "~" and "/" inside a name escaped as RFC 6901 says.
std::string pointer_to(const Place& place) {
    if (place.above == nullptr) return {};
    auto path = pointer_to(*place.above) + '/';
    if (place.is_item) return path + std::to_string(place.index);

    for (const char c : place.name) {
        if (c == '~') {
            path += "~0";
        } else if (c == '/') {
            path += "~1";
        } else {
            path += c;
        }
    }
    return path;
}

// "?limit", "?filter[unit]". A repeated parameter has no place of its own.
std::string parameter_at(const Place& place) {
    if (place.above == nullptr) return {};
    auto path = parameter_at(*place.above);
    if (place.is_item) return path;

    const std::string name(place.name);
    return path.empty() ? '?' + name : path + '[' + name + ']';
}

}  // namespace

void Reader::fault(const Place& place, std::string_view code) {
    if (faults_.size() > most_faults) return;
    if (faults_.size() == most_faults) {
        faults_.push_back({"", "too_many"});
        return;
    }
    faults_.push_back({is_query() ? parameter_at(place) : pointer_to(place), std::string(code)});
}

Result<> Reader::outcome() {
    if (faults_.empty()) return {};
    return invalid("input.invalid", std::move(faults_));
}

}  // namespace nangluc::json
