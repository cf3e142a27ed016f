#include "kit/telemetry/log_line.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace nangluc {

namespace {

constexpr std::array<std::string_view, 4> level_names = {"debug", "info", "warning", "error"};

void write_text(std::string& line, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    line += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            const auto code = static_cast<unsigned char>(c);
            line += "\\u00";
            line += digits[code >> 4];
            line += digits[code & 15];
        } else {
            line += c;
        }
    }
    line += '"';
}

void write_number(std::string& line, auto number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    line.append(text.data(), end);
}

struct WriteValue {
    std::string& line;

    void operator()(const std::string& text) const { write_text(line, text); }
    void operator()(std::int64_t number) const { write_number(line, number); }
    void operator()(bool flag) const { line += flag ? "true" : "false"; }
    void operator()(double number) const {
        if (!std::isfinite(number))
            line += "null";
        else
            write_number(line, number);
    }
};

}  // namespace

std::string log_line(Instant at, Level level, std::string_view event, LogFields fields) {
    std::string line = R"({"at":)";
    write_text(line, to_text(at));
    line += R"(,"level":)";
    write_text(line, level_names.at(static_cast<std::size_t>(level)));
    line += R"(,"event":)";
    write_text(line, event);
    for (const auto& field : fields) {
        line += ',';
        write_text(line, field.key);
        line += ':';
        std::visit(WriteValue{line}, field.value);
    }
    line += '}';
    return line;
}

}  // namespace nangluc
