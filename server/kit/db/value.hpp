#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/money.hpp"
#include "base/unit_path.hpp"
#include "base/word.hpp"

namespace nangluc::db {

struct Bytes {
    std::string data;

    friend auto operator<=>(const Bytes&, const Bytes&) = default;
};

// What a column can hold, the same on both engines.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

// How the project's types are stored. Ids, instants (microseconds) and money are int64; a date is
// the int64 20250701; a bool is 0 or 1; a word is its text.
inline Value to_value(std::integral auto number) {
    return static_cast<std::int64_t>(number);
}
inline Value to_value(double number) {
    return number;
}
inline Value to_value(std::string_view text) {
    return std::string(text);
}
inline Value to_value(const char* text) {
    return std::string(text);
}
inline Value to_value(Bytes bytes) {
    return bytes;
}
inline Value to_value(Date date) {
    return to_number(date);
}
inline Value to_value(Instant instant) {
    return instant.microseconds;
}
inline Value to_value(Money money) {
    return money.dong;
}
inline Value to_value(const UnitPath& path) {
    return path.text;
}
// Id 0, "none", is stored as NULL.
template <class Tag>
Value to_value(Id<Tag> id) {
    return id ? Value(id.value) : Value();
}
template <Word Enum>
Value to_value(Enum word) {
    return name_of(word);
}
template <class T>
Value to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : Value();
}
inline Value to_value(std::nullopt_t) {
    return {};
}
// Constrained, so that a std::string is a text and not also something a Value could be made of.
template <std::same_as<Value> T>
Value to_value(T value) {
    return value;
}

// The other way. Throws std::bad_variant_access (a broken invariant) where the column holds
// something else, NULL included: a column that may be NULL is read as std::optional, an Id as none.
template <class T>
struct FromValue;

template <std::integral T>
struct FromValue<T> {
    static T read(const Value& value) { return static_cast<T>(std::get<std::int64_t>(value)); }
};
template <>
struct FromValue<bool> {
    static bool read(const Value& value) { return std::get<std::int64_t>(value) != 0; }
};
template <>
struct FromValue<double> {
    static double read(const Value& value) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            return static_cast<double>(*whole);
        }
        return std::get<double>(value);
    }
};
template <>
struct FromValue<std::string> {
    static std::string read(const Value& value) { return std::get<std::string>(value); }
};
template <>
struct FromValue<Bytes> {
    static Bytes read(const Value& value) { return std::get<Bytes>(value); }
};
template <>
struct FromValue<Date> {
    static Date read(const Value& value) { return date_of_number(std::get<std::int64_t>(value)); }
};
template <>
struct FromValue<Instant> {
    static Instant read(const Value& value) { return {std::get<std::int64_t>(value)}; }
};
template <>
struct FromValue<Money> {
    static Money read(const Value& value) { return {std::get<std::int64_t>(value)}; }
};
template <>
struct FromValue<UnitPath> {
    static UnitPath read(const Value& value) { return {std::get<std::string>(value)}; }
};
template <class Tag>
struct FromValue<Id<Tag>> {
    static Id<Tag> read(const Value& value) {
        if (std::holds_alternative<std::monostate>(value)) return {};
        return {std::get<std::int64_t>(value)};
    }
};
template <Word Enum>
struct FromValue<Enum> {
    static Enum read(const Value& value) {
        return parse_word<Enum>(std::get<std::string>(value)).value();
    }
};
template <class T>
struct FromValue<std::optional<T>> {
    static std::optional<T> read(const Value& value) {
        if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
        return FromValue<T>::read(value);
    }
};

}  // namespace nangluc::db
