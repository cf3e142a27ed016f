#include "kit/db/statement.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/text.hpp"
#include "kit/db/sql_text.hpp"

namespace nangluc::db {
namespace {

[[noreturn]] void refuse(const Statement& statement, const std::string& reason) {
    throw std::invalid_argument(reason + "\n" + statement.source);
}

// The N of a `$N` that begins at `at`, and where it ends; 0 where there is none.
std::pair<std::size_t, std::size_t> parameter_at(std::string_view sql, std::size_t at) {
    if (sql[at] != '$') return {0, at};
    std::size_t number = 0;
    const auto* const end = sql.data() + sql.size();
    const auto read = std::from_chars(sql.data() + at + 1, end, number);
    if (read.ec != std::errc()) return {0, at};
    return {number, static_cast<std::size_t>(read.ptr - sql.data())};
}

// Bytes below 0x80 need no decoding, and most texts have no others.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0 && byte < 0x80;
    });
}

void check_text(const Statement& statement, const std::string& text) {
    if (is_plain(text)) return;
    if (text.find('\0') != text.npos) refuse(statement, "a text holds a zero byte");
    if (!is_utf8(text)) refuse(statement, "a text is not UTF-8");
}

}  // namespace

Statement read_statement(std::string_view sql) {
    Statement statement{.source = std::string(sql), .numbered = {}};
    for (std::size_t at = 0; at < sql.size();) {
        const auto end = end_of_span(sql, at);
        if (end > at) {
            statement.numbered += sql.substr(at, end - at);
            at = end;
            continue;
        }
        const auto [number, after] = parameter_at(sql, at);
        if (number == 0) {
            statement.numbered += sql[at++];
            continue;
        }
        statement.numbered += '?' + std::to_string(number);
        statement.parameters = std::max(statement.parameters, number);
        at = after;
    }
    return statement;
}

void check_values(const Statement& statement, const Values& values) {
    if (values.size() != statement.parameters) {
        refuse(
            statement,
            std::to_string(values.size()) + " values for " + std::to_string(statement.parameters) +
                " parameters"
        );
    }
    for (const auto& value : values) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            check_text(statement, *text);
        } else if (const auto* number = std::get_if<double>(&value)) {
            if (!std::isfinite(*number)) refuse(statement, "a number is not finite");
        }
    }
}

}  // namespace nangluc::db
