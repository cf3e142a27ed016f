#include "kit/json/schema.hpp"

#include <boost/core/demangle.hpp>
#include <stdexcept>
#include <vector>

#include "kit/json/writer.hpp"

namespace nangluc::json {

namespace {

// The arguments of "Page<a, b<c, d>>" as written: "a" and "b<c, d>".
std::vector<std::string_view> arguments(std::string_view list) {
    std::vector<std::string_view> found;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        const char c = i < list.size() ? list[i] : ',';
        if (c == '<' || c == '(') ++depth;
        if (c == '>' || c == ')') --depth;
        if (c != ',' || depth != 0) continue;
        found.push_back(list.substr(start, i - start));
        start = i + 1;
        while (start < list.size() && list[start] == ' ') ++start;
    }
    return found;
}

// What stands after the last "::" that is outside all brackets.
std::string_view unqualified(std::string_view name) {
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i + 1 < name.size(); ++i) {
        if (name[i] == '<' || name[i] == '(') ++depth;
        if (name[i] == '>' || name[i] == ')') --depth;
        if (depth == 0 && name.substr(i, 2) == "::") start = i + 2;
    }
    return name.substr(start);
}

std::string readable(std::string_view type) {
    if (type.starts_with("std::__cxx11::basic_string<")) return "Text";

    const auto name = unqualified(type);
    const auto open = name.find('<');
    if (open == std::string_view::npos) return std::string(name);

    std::string words;
    const auto close = name.rfind('>');
    for (const auto argument : arguments(name.substr(open + 1, close - open - 1))) {
        if (argument.starts_with("std::allocator<")) continue;
        auto word = readable(argument);
        if (word.ends_with("Reply")) word.resize(word.size() - 5);
        words += word;
    }
    return words + std::string(name.substr(0, open));
}

}  // namespace

std::string readable_name(const std::type_info& type) {
    return readable(boost::core::demangle(type.name()));
}

bool Schemas::claim(const std::string& name, const std::type_info& type) {
    const auto [owner, is_new] = owners_.emplace(name, &type);
    if (!is_new && *owner->second != type) {
        throw std::logic_error(
            "json: two types are called " + name + ": give one of them a schema_name"
        );
    }
    return is_new;
}

std::string Schemas::text() const {
    std::string out = "{";
    for (const auto& [name, schema] : components_) {
        if (out.size() > 1) out += ',';
        write_text(out, name);
        out += ':' + schema;
    }
    return out + '}';
}

}  // namespace nangluc::json
