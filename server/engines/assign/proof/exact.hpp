#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string_view>

namespace nangluc::proof {

// Whole numbers without end: nothing here is ever rounded.
using Exact = boost::multiprecision::cpp_int;

// Every decimal of files and certificate, as so many millionths of millionths of millionths.
constexpr int places = 18;

// Nothing where the text is no plain decimal of at most 18 places.
std::optional<Exact> exact(std::string_view text);

Exact one();

// The largest number of which both are whole multiples.
Exact common_divisor(Exact one, Exact other);

}  // namespace nangluc::proof
