#include "kit/sheet/reader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "kit/sheet/formats.hpp"

namespace nangluc::sheet {

std::optional<std::string> Cell::whole_number() const {
    constexpr double exact =
        9'007'199'254'740'992;  // 2^53: every whole number until here is itself
    if (kind != Kind::number || std::floor(number) != number || std::fabs(number) > exact) {
        return std::nullopt;
    }
    char digits[64];
    std::snprintf(digits, sizeof digits, "%0*.0f", std::min(least_digits, 30), number);
    return digits;
}

const Cell& Row::at(int column) const {
    static const Cell nothing;
    const auto found =
        std::lower_bound(cells.begin(), cells.end(), column, [](const Cell& cell, int wanted) {
            return cell.column < wanted;
        });
    return found != cells.end() && found->column == column ? *found : nothing;
}

Result<std::unique_ptr<Reader>> open(const std::string& path, const Limits& limits) {
    const auto content = TRY(recognise(path, limits));
    if (content == Content::xlsx) return open_xlsx(path, limits);
    return open_csv(path, limits);
}

}  // namespace nangluc::sheet
