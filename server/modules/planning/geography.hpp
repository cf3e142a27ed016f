#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/money.hpp"
#include "base/result.hpp"

namespace nangluc::planning {

struct Point {
    double latitude = 0;
    double longitude = 0;
};

// Where communes lie, by the state's code. A way is the great circle between two points, not the
// road: it orders places by distance, and a settled price for the kilometre makes it money.
class Geography {
public:
    Geography() = default;
    explicit Geography(std::map<std::string, Point> points) : points_(std::move(points)) {}
    // A table with the columns code, latitude, longitude. Refuses as sheet::Table does, and with
    // "geography.malformed" what is no number.
    static Result<Geography> read(const std::filesystem::path& table);

    std::optional<Point> find(const std::string& code) const;

private:
    std::map<std::string, Point> points_;
};

// Kilometres, rounded to whole ones so that every machine counts alike.
std::int64_t kilometres(const Point& from, const Point& to);

}  // namespace nangluc::planning
