#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

// How the project's types are stored: as which alternative of Value. Ids, instants (microseconds)
// and money are int64; a date is the int64 20250701; a bool is 0 or 1; a word is its text.
inline std::int64_t stored(std::integral auto number) {
    return static_cast<std::int64_t>(number);
}
inline double stored(double number) {
    return number;
}
inline std::string_view stored(std::string_view text) {
    return text;
}
inline std::string_view stored(const char* text) {
    return text;
}
inline const Bytes& stored(const Bytes& bytes) {
    return bytes;
}
inline std::int64_t stored(Date date) {
    return to_number(date);
}
inline std::int64_t stored(Instant instant) {
    return instant.microseconds;
}
inline std::int64_t stored(Money money) {
    return money.dong;
}
inline std::string_view stored(const UnitPath& path) {
    return path.text;
}
// Id 0, "none", is stored as NULL.
template <class Tag>
std::optional<std::int64_t> stored(Id<Tag> id) {
    return id ? std::optional(id.value) : std::nullopt;
}
template <Word Enum>
std::string stored(Enum word) {
    return name_of(word);
}
inline std::nullopt_t stored(std::nullopt_t) {
    return std::nullopt;
}

using Values = std::vector<Value>;

// Every statement appends each of its parameters: out of line, or half of a store would be this.
void append_stored(Values& values, std::int64_t number);
void append_stored(Values& values, double number);
void append_stored(Values& values, std::string_view text);
void append_stored(Values& values, const Bytes& bytes);
void append_stored(Values& values, std::optional<std::int64_t> number);
void append_stored(Values& values, std::nullopt_t);

template <class T>
void append(Values& values, const T& value) {
    append_stored(values, stored(value));
}
// A Value is made of many types; only what is one already comes here.
template <std::same_as<Value> T>
void append(Values& values, const T& value) {
    values.push_back(value);
}
template <class T>
void append(Values& values, const std::optional<T>& value) {
    if (value) {
        append(values, *value);
    } else {
        append_stored(values, std::nullopt);
    }
}

template <class... Args>
Values values_of(const Args&... args) {
    Values values;
    values.reserve(sizeof...(args));
    (append(values, args), ...);
    return values;
}

inline Value as_value(std::int64_t number) {
    return number;
}
inline Value as_value(double number) {
    return number;
}
inline Value as_value(std::string_view text) {
    return std::string(text);
}
inline Value as_value(const Bytes& bytes) {
    return bytes;
}
inline Value as_value(std::optional<std::int64_t> number) {
    return number ? Value(*number) : Value();
}
inline Value as_value(std::nullopt_t) {
    return {};
}

// A single one, for rows that are loaded in bulk.
template <class T>
Value to_value(const T& value) {
    return as_value(stored(value));
}
inline Value to_value(Bytes&& bytes) {
    return std::move(bytes);
}
template <std::same_as<Value> T>
Value to_value(const T& value) {
    return value;
}
template <class T>
Value to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : Value();
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
