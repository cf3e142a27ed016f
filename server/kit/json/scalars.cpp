#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <stdexcept>

#include "kit/json/codec.hpp"
#include "kit/json/writer.hpp"

namespace nangluc::json {

namespace {

using Kind = Node::Kind;

// Integers and enumerators of any width travel through these, by their bytes, because an
// enumeration is another type than its integer.
template <class Integer>
void put(void* into, std::int64_t value) {
    const auto narrow = static_cast<Integer>(value);
    std::memcpy(into, &narrow, sizeof narrow);
}

void put_integer(void* into, std::size_t size, std::int64_t value) {
    switch (size) {
        case 1:
            return put<std::int8_t>(into, value);
        case 2:
            return put<std::int16_t>(into, value);
        case 4:
            return put<std::int32_t>(into, value);
        default:
            return put<std::int64_t>(into, value);
    }
}

template <class Signed, class Unsigned>
std::int64_t get(const void* from, bool is_signed) {
    Unsigned value{};
    std::memcpy(&value, from, sizeof value);
    return is_signed ? static_cast<Signed>(value) : static_cast<std::int64_t>(value);
}

std::int64_t get_integer(const void* from, std::size_t size, bool is_signed) {
    switch (size) {
        case 1:
            return get<std::int8_t, std::uint8_t>(from, is_signed);
        case 2:
            return get<std::int16_t, std::uint16_t>(from, is_signed);
        case 4:
            return get<std::int32_t, std::uint32_t>(from, is_signed);
        default:
            return get<std::int64_t, std::uint64_t>(from, is_signed);
    }
}

// In a query, the number that the words write; any other node as it is.
template <class Number>
std::optional<Number> number_in_words(std::string_view text) {
    Number value{};
    const auto* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure == std::errc::invalid_argument || stop != end) return std::nullopt;
    if (failure == std::errc{}) return value;
    if constexpr (std::is_floating_point_v<Number>) return std::numeric_limits<Number>::infinity();
    return text.starts_with('-') ? std::numeric_limits<Number>::lowest()
                                 : std::numeric_limits<Number>::max();
}

Node integer_in_words(const Node& node) {
    if (const auto value = number_in_words<std::int64_t>(node.text)) {
        return {.kind = Kind::integer, .integer = *value};
    }
    return node;
}

class BooleanCodec final : public Codec {
public:
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        const bool is_word = reader.is_query() && (node.text == "true" || node.text == "false");
        if (node.kind != Kind::boolean && !is_word) return reader.fault(at, "wrong_type");
        as<bool>(into) = is_word ? node.text == "true" : node.boolean;
    }
    void write(std::string& out, const void* from) const override {
        out += as<bool>(from) ? "true" : "false";
    }
    std::string schema(Schemas&) const override { return R"({"type":"boolean"})"; }
};

class NumberCodec final : public Codec {
public:
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        const auto value = reader.is_query() ? number_in_words<double>(node.text) : value_of(node);
        if (!value) return reader.fault(at, "wrong_type");
        if (!std::isfinite(*value)) return reader.fault(at, "out_of_range");
        as<double>(into) = *value;
    }
    void write(std::string& out, const void* from) const override {
        write_number(out, as<double>(from));
    }
    std::string schema(Schemas&) const override { return R"({"type":"number"})"; }

private:
    static std::optional<double> value_of(const Node& node) {
        if (node.kind == Kind::number) return node.number;
        if (node.kind == Kind::integer) return static_cast<double>(node.integer);
        if (node.kind == Kind::big_integer) return static_cast<double>(node.big_integer);
        return std::nullopt;
    }
};

}  // namespace

const Codec& boolean_codec() {
    static const BooleanCodec codec;
    return codec;
}

const Codec& number_codec() {
    static const NumberCodec codec;
    return codec;
}

void IntegerCodec::read(Reader& reader, const Node& given, const Place& at, void* into) const {
    const Node node = reader.is_query() ? integer_in_words(given) : given;
    const bool is_signed = least_ < 0;
    switch (node.kind) {
        case Kind::integer: {
            const bool is_above =
                node.integer > 0 && static_cast<std::uint64_t>(node.integer) > most_;
            if (node.integer < least_ || is_above) return reader.fault(at, "out_of_range");
            return put_integer(into, size_, node.integer);
        }
        case Kind::big_integer:
            if (is_signed || node.big_integer > most_) return reader.fault(at, "out_of_range");
            return put_integer(into, size_, static_cast<std::int64_t>(node.big_integer));
        case Kind::number: {
            // 5.0 and 2e3 are whole numbers too; beyond 2^53 a double no longer counts singly.
            const bool is_whole =
                std::abs(node.number) <= 0x1p53 && std::trunc(node.number) == node.number;
            const bool is_huge = std::abs(node.number) > 0x1p53;
            if (is_huge) return reader.fault(at, "out_of_range");
            if (!is_whole) return reader.fault(at, "wrong_type");
            const Node whole{
                .kind = Kind::integer, .integer = static_cast<std::int64_t>(node.number)};
            return read(reader, whole, at, into);
        }
        default:
            return reader.fault(at, "wrong_type");
    }
}

void IntegerCodec::write(std::string& out, const void* from) const {
    const bool is_signed = least_ < 0;
    const auto value = get_integer(from, size_, is_signed);
    if (is_signed) return write_integer(out, value);
    write_integer(out, static_cast<std::uint64_t>(value));
}

std::string IntegerCodec::schema(Schemas&) const {
    if (size_ == 8 && least_ < 0) return R"({"type":"integer","format":"int64"})";
    return R"({"type":"integer","minimum":)" + std::to_string(least_) + R"(,"maximum":)" +
           std::to_string(most_) + '}';
}

void WordCodec::read(Reader& reader, const Node& node, const Place& at, void* into) const {
    if (node.kind != Kind::text) return reader.fault(at, "wrong_type");
    for (const auto& word : words_) {
        if (node.text == word.name) return put_integer(into, size_, word.value);
    }
    reader.fault(at, "not_one_of");
}

void WordCodec::write(std::string& out, const void* from) const {
    const auto value = get_integer(from, size_, true);
    for (const auto& word : words_) {
        if (get_integer(&word.value, 8, true) == value) return write_text(out, word.name);
    }
    throw std::domain_error("json: a value that is no enumerator");
}

std::string WordCodec::schema(Schemas&) const {
    std::string names;
    for (const auto& word : words_) names += (names.empty() ? "" : ",") + quoted(word.name);
    return R"({"type":"string","enum":[)" + names + "]}";
}

}  // namespace nangluc::json
