#include "app/commands/measure/html.hpp"

#include <cstdarg>
#include <cstdio>

namespace nangluc::app {

std::string formatted(const char* format, ...) {
    char buffer[512];
    va_list values;
    va_start(values, format);
    std::vsnprintf(buffer, sizeof buffer, format, values);
    va_end(values);
    return buffer;
}

std::string escaped(std::string_view plain) {
    std::string out;
    for (const char letter : plain) {
        switch (letter) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += letter;
        }
    }
    return out;
}

}  // namespace nangluc::app
