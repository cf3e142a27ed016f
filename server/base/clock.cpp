#include "base/clock.hpp"

#include <unicode/timezone.h>
#include <chrono>
#include <mutex>
#include <stdexcept>

namespace nangluc {

namespace {

constexpr std::int64_t microseconds_an_hour = 3'600'000'000;
constexpr std::int64_t microseconds_a_day = 24 * microseconds_an_hour;

// Floored, so that it holds before 1970 too.
Date date_at(std::int64_t local_microseconds) {
    auto days = local_microseconds / microseconds_a_day;
    if (local_microseconds % microseconds_a_day < 0) --days;
    return add_days({1970, 1, 1}, static_cast<int>(days));
}

class SystemClock final : public Clock {
public:
    explicit SystemClock(const std::string& name)
        : zone_(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name))) {
        if (*zone_ == icu::TimeZone::getUnknown()) {
            throw std::invalid_argument("no such time zone: " + name);
        }
    }

    Instant now() const override {
        using namespace std::chrono;
        const auto since_1970 = system_clock::now().time_since_epoch();
        return {duration_cast<microseconds>(since_1970).count()};
    }

    Date today() const override {
        const auto at = now().microseconds;
        int32_t raw = 0;
        int32_t summer = 0;
        UErrorCode status = U_ZERO_ERROR;
        const std::scoped_lock lock(mutex_);
        zone_->getOffset(static_cast<UDate>(at) / 1000, 0, raw, summer, status);
        if (U_FAILURE(status)) throw std::runtime_error("icu: the time zone has no offset");
        return date_at(at + (std::int64_t{raw} + summer) * 1000);
    }

private:
    std::unique_ptr<icu::TimeZone> zone_;
    mutable std::mutex mutex_;  // ICU promises no more for a zone than for any other object
};

}  // namespace

FixedClock::FixedClock(Date today)
    : FixedClock(
          today,
          {std::int64_t{days_between({1970, 1, 1}, today)} * microseconds_a_day +
           microseconds_an_hour}
      ) {}

void FixedClock::advance(std::int64_t microseconds) {
    now_.microseconds += microseconds;
    today_ = date_at(now_.microseconds + 7 * microseconds_an_hour);
}

std::unique_ptr<Clock> system_clock(const std::string& time_zone) {
    return std::make_unique<SystemClock>(time_zone);
}

}  // namespace nangluc
