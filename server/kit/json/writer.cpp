#include "kit/json/writer.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/utf8.hpp"
#include "kit/json/node.hpp"

namespace nangluc::json {

namespace {

void write_special(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto code = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[code >> 4];
    out += digits[code & 15];
}

// Where the run of letters that need no escape and no check ends.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') break;
        ++at;
    }
    return at;
}

template <class Number>
void append(std::string& out, Number value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    out.append(text, end);
}

void write_children(std::string& out, const Node& node) {
    const bool is_object = node.kind == Node::Kind::object;
    out += is_object ? '{' : '[';
    for (const auto& child : node.children) {
        if (&child != node.children.data()) out += ',';
        if (is_object) {
            write_text(out, child.name);
            out += ':';
        }
        write_node(out, child);
    }
    out += is_object ? '}' : ']';
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto end = end_of_plain(text, at);
        out.append(text.substr(at, end - at));
        at = end;
        if (at == text.size()) break;

        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80) {
            const auto letter = first_letter(text.substr(at));
            out += letter.is_sound ? text.substr(at, letter.bytes) : replacement_letter;
            at += letter.bytes;
        } else {
            write_special(out, text[at]);
            ++at;
        }
    }
    out += '"';
}

void write_integer(std::string& out, std::int64_t value) {
    append(out, value);
}

void write_integer(std::string& out, std::uint64_t value) {
    append(out, value);
}

void write_number(std::string& out, double value) {
    if (!std::isfinite(value)) throw std::domain_error("json: a number that is not finite");
    append(out, value == 0 ? 0.0 : value);  // no "-0", which would come back as a whole number
}

void write_node(std::string& out, const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            out += "null";
            return;
        case Node::Kind::boolean:
            out += node.boolean ? "true" : "false";
            return;
        case Node::Kind::integer:
            return write_integer(out, node.integer);
        case Node::Kind::big_integer:
            return write_integer(out, node.big_integer);
        case Node::Kind::number:
            return write_number(out, node.number);
        case Node::Kind::text:
            return write_text(out, node.text);
        case Node::Kind::list:
        case Node::Kind::object:
            return write_children(out, node);
    }
}

std::string quoted(std::string_view text) {
    std::string out;
    write_text(out, text);
    return out;
}

}  // namespace nangluc::json
