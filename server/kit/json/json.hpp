#pragma once

// The mapper between described structs and JSON. Included by *_http.cpp, event and job code in .cpp
// files only: it reaches Boost.JSON.
//
//     struct NewPlan { UnitId unit; int year = 0; std::optional<std::string> note; };
//     BOOST_DESCRIBE_STRUCT(NewPlan, (), (unit, year, note))
//
// Reading reports every fault at once, each at its JSON pointer: "/items/1/seats" "out_of_range".
// Codes: required, unknown_field, wrong_type, out_of_range, not_one_of, too_long, too_many,
// malformed (ids, dates, instants), not_utf8. Texts are stored tidied (NFC); a text is at most
// 4,000 letters and a list at most 1,000 items unless its type says otherwise (LongText, BigList).
//
// Words: Id -> "123", Date -> "2025-07-01", Date::never() and absent optional -> null,
// Instant -> "2025-07-01T00:00:00.000000Z", Money -> 1500000, an enumerator -> its name.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nangluc::json {

// A described struct, or a vector, optional, map<string, …> or variant of such.
template <class T>
Result<T> read(std::string_view text);

template <class T>
std::string write(const T& value);

// JSON Schema (the dialect of OpenAPI 3.1) of a described type; named structs become references
// that `Schemas` collects.
class Schemas;
template <class T>
std::string schema(Schemas& schemas);

}  // namespace nangluc::json

#include "kit/json/mapper.hpp"
