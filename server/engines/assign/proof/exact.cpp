#include "engines/assign/proof/exact.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

namespace nangluc::proof {

std::optional<Exact> exact(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto point = std::min(text.find('.'), text.size());
    auto digits = std::string(text.substr(0, point));
    const auto behind = point < text.size() ? text.substr(point + 1) : std::string_view{};
    if (digits.empty() || behind.size() > std::size_t{places}) return std::nullopt;
    digits += behind;
    digits.append(places - behind.size(), '0');
    const bool sound = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!sound) return std::nullopt;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    const Exact number(digits);
    return negative ? Exact(-number) : number;
}

Exact common_divisor(Exact one, Exact other) {
    while (other != 0) {
        Exact rest = one % other;
        one = std::exchange(other, std::move(rest));
    }
    return one;
}

Exact one() {
    static const Exact number = *exact("1");
    return number;
}

}  // namespace nangluc::proof
