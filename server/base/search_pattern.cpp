#include "base/search_pattern.hpp"

#include "base/text.hpp"

namespace nangluc {

std::string search_pattern(std::string_view words) {
    std::string pattern = "%";
    for (const char letter : fold(words)) {
        if (letter == '%' || letter == '_' || letter == '!') pattern += '!';
        pattern += letter;
    }
    return pattern == "%" ? pattern : pattern + '%';
}

}  // namespace nangluc
