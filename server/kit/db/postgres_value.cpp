#include "kit/db/postgres_value.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <stdexcept>

namespace nangluc::db {
namespace {

// Fixed in pg_type.dat of every PostgreSQL.
enum Oid : unsigned int {
    oid_bool = 16,
    oid_bytea = 17,
    oid_int8 = 20,
    oid_int2 = 21,
    oid_int4 = 23,
    oid_text = 25,
    oid_float4 = 700,
    oid_float8 = 701,
    oid_varchar = 1043,
    oid_numeric = 1700,
};

template <class Number>
std::string shortest(Number number) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

template <class Number>
Number parsed(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
        throw std::range_error("a number out of range came from the database");
    }
    return number;
}

// SUM of int64 is numeric without a point and comes as int64, AVG has one and comes as double: just
// as from SQLite.
Value decode_numeric(std::string_view text) {
    if (text.find_first_not_of("-0123456789") == text.npos) return parsed<std::int64_t>(text);
    return parsed<double>(text);
}

int digit(char c) {
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

// "\x6869", as bytea_output = hex writes it.
Bytes decode_bytes(std::string_view text) {
    Bytes bytes;
    bytes.data.reserve(text.size() / 2);
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
        bytes.data += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
    }
    return bytes;
}

void append_sized(std::string& out, std::string_view bytes) {
    append_number(out, bytes.size(), 4);
    out += bytes;
}

void append_fixed(std::string& out, std::uint64_t number, int bytes) {
    append_number(out, static_cast<std::uint64_t>(bytes), 4);
    append_number(out, number, bytes);
}

void append_real(std::string& out, const Value& value) {
    append_fixed(out, std::bit_cast<std::uint64_t>(FromValue<double>::read(value)), 8);
}

}  // namespace

PostgresParameters::PostgresParameters(const Values& values) {
    numbers_.reserve(values.size());  // so that no text moves
    for (const auto& value : values) add(value);
}

void PostgresParameters::add(const Value& value) {
    const auto put = [&](const char* text, std::size_t length, int format) {
        texts_.push_back(text);
        lengths_.push_back(static_cast<int>(length));
        formats_.push_back(format);
    };
    const auto put_number = [&](std::string text) {
        const auto& kept = numbers_.emplace_back(std::move(text));
        put(kept.c_str(), kept.size(), 0);
    };
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        put_number(shortest(*whole));
    } else if (const auto* real = std::get_if<double>(&value)) {
        put_number(shortest(*real));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        put(text->c_str(), text->size(), 0);
    } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
        put(bytes->data.data(), bytes->data.size(), 1);
    } else {
        put(nullptr, 0, 0);
    }
}

Value decode(unsigned int oid, const char* text, int length) {
    const std::string_view all(text, static_cast<std::size_t>(length));
    switch (oid) {
        case oid_int2:
        case oid_int4:
        case oid_int8:
            return parsed<std::int64_t>(all);
        case oid_bool:
            return std::int64_t{all == "t"};
        case oid_numeric:
            return decode_numeric(all);
        case oid_float4:
        case oid_float8:
            return parsed<double>(all);
        case oid_bytea:
            return decode_bytes(all);
        default:
            return std::string(all);
    }
}

void append_number(std::string& out, std::uint64_t number, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>((number >> shift) & 0xff);
    }
}

void append_binary(std::string& out, unsigned int oid, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) {
        append_number(out, 0xffff'ffff, 4);
        return;
    }
    switch (oid) {
        case oid_int8:
            return append_fixed(out, static_cast<std::uint64_t>(std::get<std::int64_t>(value)), 8);
        case oid_float8:
            return append_real(out, value);
        case oid_text:
        case oid_varchar:
            return append_sized(out, std::get<std::string>(value));
        case oid_bytea:
            return append_sized(out, std::get<Bytes>(value).data);
        default:
            throw std::invalid_argument("a column of a type that is not loaded");
    }
}

}  // namespace nangluc::db
