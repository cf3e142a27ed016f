#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <limits>
#include <vector>

#include "base/text.hpp"
#include "kit/json/node.hpp"

namespace nangluc::json {

namespace {

constexpr auto no_limit = std::numeric_limits<std::size_t>::max();

// Infinite where the number is beyond a double, 0 where it is too close to nothing.
double exact_number(std::string_view text) {
    double value = 0;
    const auto failure = std::from_chars(text.data(), text.data() + text.size(), value).ec;
    if (failure == std::errc{}) return value;
    const bool is_tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
    return is_tiny ? 0 : std::numeric_limits<double>::infinity();
}

// Builds nodes from the parser's events. Finished values wait on a stack until their list or object
// ends and takes them as its children. The parser asks for these names and signatures.
class Builder {
public:
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    static constexpr std::size_t max_object_size = no_limit;
    static constexpr std::size_t max_array_size = no_limit;
    static constexpr std::size_t max_key_size = no_limit;
    static constexpr std::size_t max_string_size = no_limit;

    explicit Builder(std::pmr::memory_resource& memory) : memory_(memory) {}

    const Node& root() const { return done_.front(); }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(); }
    bool on_array_begin(error_code&) { return open(); }
    bool on_object_end(std::size_t count, error_code&) { return close(Node::Kind::object, count); }
    bool on_array_end(std::size_t count, error_code&) { return close(Node::Kind::list, count); }

    bool on_key_part(string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_key(string_view last, std::size_t, error_code&) {
        gather(last);
        name_ = kept();
        return true;
    }
    bool on_string_part(string_view part, std::size_t, error_code&) { return gather(part); }
    bool on_string(string_view last, std::size_t, error_code&) {
        gather(last);
        return add({.kind = Node::Kind::text, .text = kept()});
    }
    bool on_number_part(string_view part, error_code&) { return gather(part); }
    bool on_int64(std::int64_t value, string_view, error_code&) {
        text_.clear();
        return add({.kind = Node::Kind::integer, .integer = value});
    }
    bool on_uint64(std::uint64_t value, string_view, error_code&) {
        text_.clear();
        return add({.kind = Node::Kind::big_integer, .big_integer = value});
    }
    // Boost's own value may be off in the last digit, so the text is read again.
    bool on_double(double, string_view last, error_code&) {
        gather(last);
        const double value = exact_number(text_);
        text_.clear();
        return add({.kind = Node::Kind::number, .number = value});
    }
    bool on_bool(bool value, error_code&) {
        return add({.kind = Node::Kind::boolean, .boolean = value});
    }
    bool on_null(error_code&) { return add({}); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    bool gather(string_view part) {
        text_.append(part.data(), part.size());
        return true;
    }

    std::string_view kept() {
        auto* place = static_cast<char*>(memory_.allocate(text_.size() + 1, 1));
        std::copy(text_.begin(), text_.end(), place);
        const std::string_view copy(place, text_.size());
        text_.clear();
        return copy;
    }

    bool add(Node node) {
        node.name = std::exchange(name_, {});
        done_.push_back(node);
        return true;
    }

    bool open() {
        names_.push_back(std::exchange(name_, {}));
        return true;
    }

    bool close(Node::Kind kind, std::size_t count) {
        auto* place =
            static_cast<Node*>(memory_.allocate((count + 1) * sizeof(Node), alignof(Node)));
        std::uninitialized_copy_n(done_.end() - static_cast<std::ptrdiff_t>(count), count, place);
        done_.resize(done_.size() - count);
        name_ = names_.back();
        names_.pop_back();
        return add({.kind = kind, .children = {place, count}});
    }

    std::pmr::memory_resource& memory_;
    std::vector<Node> done_;
    std::vector<std::string_view> names_;  // of the lists and objects still open
    std::string_view name_;                // of the value to come
    std::string text_;                     // of the parts read so far
};

std::string line_and_column(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return std::to_string(line) + ':' + std::to_string(at - start + 1);
}

std::string reason(const boost::json::error_code& failure, std::string_view text) {
    using boost::json::error;
    if (!is_utf8(text)) return "not_utf8";
    if (failure == error::too_deep) return "too_deep";
    const bool surrogate = failure == error::illegal_leading_surrogate ||
                           failure == error::illegal_trailing_surrogate ||
                           failure == error::expected_utf16_escape;
    return surrogate ? "not_utf8" : "malformed";
}

}  // namespace

Result<Node> parse(std::string_view text, std::pmr::memory_resource& memory) {
    if (text.size() > max_bytes) return too_large("json.too_large");

    boost::json::parse_options options;
    options.max_depth = max_depth;
    boost::json::basic_parser<Builder> parser(options, memory);
    boost::json::error_code failure;
    auto read = parser.write_some(false, text.data(), text.size(), failure);
    if (!failure && read < text.size()) failure = boost::json::error::extra_data;
    if (failure) {
        return invalid("json.malformed", {{line_and_column(text, read), reason(failure, text)}});
    }
    return parser.handler().root();
}

}  // namespace nangluc::json
