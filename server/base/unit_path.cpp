#include "base/unit_path.hpp"

#include <charconv>
#include <cstdio>

namespace nangluc {

namespace {

constexpr std::size_t width = 16;

std::string segment(UnitId unit) {
    char text[width + 1];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(unit.value));
    return text;
}

UnitId unit_at(std::string_view segment) {
    std::int64_t value = 0;
    std::from_chars(segment.data(), segment.data() + segment.size(), value, 16);
    return {value};
}

}  // namespace

UnitPath UnitPath::root(UnitId unit) {
    return {segment(unit)};
}

UnitPath UnitPath::child(UnitId unit) const {
    return {text + segment(unit)};
}

UnitId UnitPath::unit() const {
    if (text.size() < width) return {};
    return unit_at(std::string_view(text).substr(text.size() - width));
}

UnitId UnitPath::parent() const {
    if (text.size() < 2 * width) return {};
    return unit_at(std::string_view(text).substr(text.size() - 2 * width, width));
}

}  // namespace nangluc
