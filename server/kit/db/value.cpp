#include "kit/db/value.hpp"

namespace nangluc::db {

void append_stored(Values& values, std::int64_t number) {
    values.emplace_back(as_value(number));
}
void append_stored(Values& values, double number) {
    values.emplace_back(as_value(number));
}
void append_stored(Values& values, std::string_view text) {
    values.emplace_back(as_value(text));
}
void append_stored(Values& values, const Bytes& bytes) {
    values.emplace_back(as_value(bytes));
}
void append_stored(Values& values, std::optional<std::int64_t> number) {
    values.emplace_back(as_value(number));
}
void append_stored(Values& values, std::nullopt_t) {
    values.emplace_back();
}

}  // namespace nangluc::db
