#pragma once

#include <compare>
#include <cstdint>

namespace nangluc {

// Whole units of the installation's currency (đồng). Never a fraction, never a floating number.
struct Money {
    std::int64_t dong = 0;

    friend auto operator<=>(const Money&, const Money&) = default;
    friend Money operator+(Money a, Money b) { return {a.dong + b.dong}; }
    friend Money operator-(Money a, Money b) { return {a.dong - b.dong}; }
    friend Money operator*(Money a, std::int64_t times) { return {a.dong * times}; }
    Money& operator+=(Money other) {
        dong += other.dong;
        return *this;
    }
};

}  // namespace nangluc
