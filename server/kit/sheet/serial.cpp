#include "kit/sheet/serial.hpp"

#include <cmath>
#include <cstdio>

namespace nangluc::sheet {

constexpr int seconds_of_day = 86'400;
constexpr int false_leap_day = 60;
constexpr Date before_1900{1899, 12, 30};  // right from serial 61 on
constexpr Date start_of_1904{1904, 1, 1};
constexpr Date last_day{9999, 12, 31};

std::optional<Moment> moment_of(double serial, Epoch epoch) {
    const double least = epoch == Epoch::y1900 ? 1 : 0;
    if (!(serial >= least) || serial >= 2'958'466) return std::nullopt;

    auto day = static_cast<int>(std::floor(serial));
    auto second = static_cast<int>(std::lround((serial - day) * seconds_of_day));
    if (second == seconds_of_day) {
        second = 0;
        ++day;
    }
    if (epoch == Epoch::y1904) {
        const auto date = add_days(start_of_1904, day);
        return date > last_day ? std::nullopt : std::optional<Moment>{{date, second}};
    }
    if (day == false_leap_day) return std::nullopt;
    const auto date = add_days(before_1900, day < false_leap_day ? day + 1 : day);
    return date > last_day ? std::nullopt : std::optional<Moment>{{date, second}};
}

double serial_of(Date date) {
    const int days = days_between(before_1900, date);
    return days <= false_leap_day ? days - 1 : days;
}

std::string to_text(const Moment& moment) {
    if (moment.second == 0) return to_text(moment.date);
    char time[32];
    std::snprintf(
        time,
        sizeof time,
        "T%02d:%02d:%02d",
        moment.second / 3600,
        moment.second / 60 % 60,
        moment.second % 60
    );
    return to_text(moment.date) + time;
}

}  // namespace nangluc::sheet
