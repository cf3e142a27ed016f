#pragma once

#include <memory>
#include <string>

#include "base/period.hpp"

namespace nangluc {

// The only source of "now" and "today". Injected, so that a test can stand on any day.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    // The civil date in the installation's time zone.
    virtual Date today() const = 0;

    // What holds today, as known now.
    AsOf as_of_now() const { return {today(), now()}; }
};

// A clock that stands where it was put.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Date today, Instant now) : today_(today), now_(now) {}
    explicit FixedClock(Date today);  // 08:00 in Hà Nội (01:00 UTC) on that day

    Instant now() const override { return now_; }
    Date today() const override { return today_; }
    void set(Date today, Instant now) {
        today_ = today;
        now_ = now;
    }
    // Lets time pass; the date follows, counted in UTC + 7 hours.
    void advance(std::int64_t microseconds);

private:
    Date today_;
    Instant now_;
};

// The computer's clock, read in an IANA time zone such as "Asia/Ho_Chi_Minh". Throws
// std::invalid_argument for a zone that does not exist.
std::unique_ptr<Clock> system_clock(const std::string& time_zone);

}  // namespace nangluc
