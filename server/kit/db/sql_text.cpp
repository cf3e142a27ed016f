#include "kit/db/sql_text.hpp"

#include <algorithm>

namespace nangluc::db {
namespace {

constexpr std::string_view white_space = " \t\r\n";

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) {
    return begins_name(c) || (c >= '0' && c <= '9') || c == '$';
}

std::size_t after(std::string_view sql, std::string_view closing, std::size_t from) {
    const auto found = sql.find(closing, from);
    return found == sql.npos ? sql.size() : found + closing.size();
}

bool is_comment(std::string_view span) {
    return span.starts_with("--") || span.starts_with("/*");
}

}  // namespace

// A doubled quote inside a literal is read as two literals that touch, which comes to the same.
std::size_t end_of_span(std::string_view sql, std::size_t at) {
    const auto rest = sql.substr(at);
    if (rest.empty()) return at;
    if (rest.front() == '\'') return after(sql, "'", at + 1);
    if (rest.front() == '"') return after(sql, "\"", at + 1);
    if (rest.starts_with("--")) return after(sql, "\n", at);
    if (rest.starts_with("/*")) return after(sql, "*/", at + 2);
    if (!begins_name(rest.front())) return at;
    const auto end = std::find_if_not(rest.begin(), rest.end(), continues_name);
    return at + static_cast<std::size_t>(end - rest.begin());
}

std::string_view without_preamble(std::string_view sql) {
    while (true) {
        const auto first = sql.find_first_not_of(white_space);
        if (first == sql.npos) return {};
        sql.remove_prefix(first);
        if (!is_comment(sql)) return sql;
        sql.remove_prefix(end_of_span(sql, 0));
    }
}

std::vector<std::string> split_statements(std::string_view script) {
    std::vector<std::string> statements;
    const auto add = [&](std::string_view statement) {
        if (!without_preamble(statement).empty()) statements.emplace_back(statement);
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < script.size();) {
        const auto end = end_of_span(script, at);
        if (end == at && script[at] == ';') {
            add(script.substr(begin, at - begin));
            begin = at + 1;
        }
        at = std::max(end, at + 1);
    }
    add(script.substr(begin));
    return statements;
}

}  // namespace nangluc::db
