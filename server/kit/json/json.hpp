#pragma once

// The mapper between described structs and JSON. Included by *_http.cpp, event and job code in .cpp
// files only; the member types of types.hpp may be named anywhere.
//
//     struct NewPlan { UnitId unit; int year = 0; std::optional<std::string> note; };
//     BOOST_DESCRIBE_STRUCT(NewPlan, (), (unit, year, note))
//
// Reading reports every fault at once, as "input.invalid", each at its JSON pointer:
// "/items/1/seats" "out_of_range". What is no JSON at all is "json.malformed", with one fault at
// "line:column"; what is above 64 MiB is "json.too_large".
// Codes: required, unknown_field, duplicate_field, wrong_type, out_of_range, not_one_of, too_long,
// too_many, malformed (ids, dates, instants, a text with NUL), not_utf8. A member is required
// unless it is an optional, whatever its initialiser; null is accepted by optionals and dates.
// Texts are stored tidied (NFC); a text is at most 4,000 letters and a list at most 1,000 items
// unless its type says otherwise (LongText, BigList).
//
// Words: Id -> "123", Date -> "2025-07-01", Date::never() and absent optional -> null,
// Instant -> "2025-07-01T00:00:00.000000Z", Money -> 1500000, an enumerator -> its name.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace nangluc::json {

// A described struct, or a vector, optional, map<string, …> or variant of such. T is made by T{}.
// The structs of a variant each say `static constexpr auto kind = "post";`, and the JSON has it as
// its first member.
template <class T>
Result<T> read(std::string_view text);

template <class T>
std::string write(const T& value);

// The query of an address, percent-decoded, as a described struct: the same codes at "?limit". A
// member that is a struct is a group, "?filter[unit]"; a vector is a repeated parameter, and may be
// absent.
template <class T>
Result<T> read_query(const std::vector<std::pair<std::string, std::string>>& query);

// JSON Schema (the dialect of OpenAPI 3.1) of a described type; named structs become references
// that `Schemas` collects.
class Schemas;
template <class T>
std::string schema(Schemas& schemas);
// The parameters of such a query as OpenAPI has them: [{"name":"limit","in":"query",…},…].
template <class T>
std::string parameters(Schemas& schemas);

}  // namespace nangluc::json

#include "kit/json/mapper.hpp"
