#include "kit/sheet/csv_field.hpp"

namespace nangluc::sheet {

std::string quoted_field(std::string_view text) {
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field + '"';
}

}  // namespace nangluc::sheet
