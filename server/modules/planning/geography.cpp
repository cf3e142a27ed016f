#include "modules/planning/geography.hpp"

#include <charconv>
#include <cmath>
#include <numbers>

#include "kit/sheet/table.hpp"

namespace nangluc::planning {

static std::optional<double> degrees(const std::string& text) {
    double value = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc() || stop != end) return std::nullopt;
    return value;
}

Result<Geography> Geography::read(const std::filesystem::path& table) {
    const auto rows = TRY(sheet::Table::read(table.string()));
    std::map<std::string, Point> points;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto latitude = degrees(rows.at(row, "latitude"));
        const auto longitude = degrees(rows.at(row, "longitude"));
        if (!latitude || !longitude) return invalid("geography.malformed");
        points[rows.at(row, "code")] = {*latitude, *longitude};
    }
    return Geography(std::move(points));
}

std::optional<Point> Geography::find(const std::string& code) const {
    const auto found = points_.find(code);
    return found == points_.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t kilometres(const Point& from, const Point& to) {
    static constexpr double earth_radius = 6'371.0;
    const auto radians = [](double value) { return value * std::numbers::pi / 180; };
    const double north = std::sin(radians(to.latitude - from.latitude) / 2);
    const double east = std::sin(radians(to.longitude - from.longitude) / 2);
    const double chord = north * north + std::cos(radians(from.latitude)) *
                                             std::cos(radians(to.latitude)) * east * east;
    return std::llround(2 * earth_radius * std::asin(std::min(1.0, std::sqrt(chord))));
}

}  // namespace nangluc::planning
