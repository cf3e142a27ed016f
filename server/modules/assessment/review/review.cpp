#include "modules/assessment/review/review.hpp"

#include <algorithm>

namespace nangluc::assessment {

// Counted in UTC: a day's difference at midnight is to the good of nobody in particular.
static Date day_of(Instant instant) {
    constexpr std::int64_t microseconds_a_day = 86'400'000'000;
    return add_days({1970, 1, 1}, static_cast<int>(instant.microseconds / microseconds_a_day));
}

Result<> check_request(
    const std::vector<Rating>& ratings, const std::vector<Review>& reviews, Date today, int days
) {
    const auto newest = std::ranges::max_element(ratings, {}, [](const Rating& rating) {
        return rating.gives_level ? rating.recorded_at : Instant{};
    });
    if (newest == ratings.end() || !newest->gives_level) return conflict("review.nothing_rated");
    if (std::ranges::any_of(reviews, &Review::is_open)) return conflict("review.open");
    if (add_days(day_of(newest->recorded_at), days) < today) return conflict("review.too_late");
    return {};
}

}  // namespace nangluc::assessment
