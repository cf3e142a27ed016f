#include "kit/json/writer.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

#include "kit/json/node.hpp"

namespace nangluc::json {

namespace {

void write_control(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
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

bool is_between(unsigned char byte, int least, int most) {
    return byte >= least && byte <= most;
}

// Bytes of the well-formed sequence (Unicode 15, table 3-7) at the start of `text`; 0 if none is.
std::size_t sequence(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i])
                               : static_cast<unsigned char>(0);
    };
    const auto tail = [&](std::size_t i) { return is_between(byte(i), 0x80, 0xBF); };
    const auto first = byte(0);

    if (is_between(first, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
    if (is_between(first, 0xE0, 0xEF)) {
        const int least = first == 0xE0 ? 0xA0 : 0x80;
        const int most = first == 0xED ? 0x9F : 0xBF;
        return is_between(byte(1), least, most) && tail(2) ? 3 : 0;
    }
    if (is_between(first, 0xF0, 0xF4)) {
        const int least = first == 0xF0 ? 0x90 : 0x80;
        const int most = first == 0xF4 ? 0x8F : 0xBF;
        return is_between(byte(1), least, most) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
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
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool is_plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
        const auto length = byte < 0x80 ? 1 : sequence(text.substr(at));
        if (is_plain || length > 1) {
            at += length;
            continue;
        }

        out.append(text.substr(done, at - done));
        if (byte >= 0x80) {
            out += "\xEF\xBF\xBD";
        } else if (byte < 0x20) {
            write_control(out, text[at]);
        } else {
            out += '\\';
            out += text[at];
        }
        done = ++at;
    }
    out.append(text.substr(done));
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
    append(out, value);
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
