#include <cmath>
#include <set>

#include "base/text.hpp"
#include "kit/json/codec.hpp"
#include "kit/json/types.hpp"
#include "kit/json/writer.hpp"

namespace nangluc::json {

namespace {

using Kind = Node::Kind;

constexpr std::size_t text_limit = 4'000;
constexpr std::size_t long_text_limit = 100'000;

// The text of a node that is one, well formed and free of NUL, which PostgreSQL cannot store.
const std::string_view* text_of(Reader& reader, const Node& node, const Place& at) {
    if (node.kind != Kind::text) {
        reader.fault(at, "wrong_type");
    } else if (!is_utf8(node.text)) {
        reader.fault(at, "not_utf8");
    } else if (node.text.find('\0') != std::string_view::npos) {
        reader.fault(at, "malformed");
    } else {
        return &node.text;
    }
    return nullptr;
}

std::string tidy_lines(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines += tidy(text.substr(0, end)) + '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    while (lines.ends_with('\n')) lines.pop_back();
    return lines.substr(std::min(lines.find_first_not_of('\n'), lines.size()));
}

// Text, LongText and Exact differ in what they make of the text and in how long it may be; each
// keeps it in a string that is its only member.
class TextCodec final : public Codec {
public:
    using Make = std::string (*)(std::string_view text);

    TextCodec(Make make, std::size_t limit) : make_(make), limit_(limit) {}
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        const auto* text = text_of(reader, node, at);
        if (text == nullptr) return;
        auto made = make_(*text);
        if (length(made) > limit_) return reader.fault(at, "too_long");
        as<std::string>(into) = std::move(made);
    }
    void write(std::string& out, const void* from) const override {
        write_text(out, as<std::string>(from));
    }
    std::string schema(Schemas&) const override {
        return R"({"type":"string","maxLength":)" + std::to_string(limit_) + '}';
    }

private:
    Make make_;
    std::size_t limit_;
};

class RawCodec final : public Codec {
public:
    void read(Reader& reader, const Node& node, const Place& at, void* into) const override {
        if (!is_sound(reader, node, at)) return;
        as<Raw>(into).text.clear();
        write_node(as<Raw>(into).text, node);
    }
    void write(std::string& out, const void* from) const override { out += as<Raw>(from).text; }
    std::string schema(Schemas&) const override { return "{}"; }

private:
    static bool is_sound(Reader& reader, const Node& node, const Place& at) {
        if (node.kind == Kind::number && !std::isfinite(node.number)) {
            reader.fault(at, "out_of_range");
            return false;
        }

        bool sound = true;
        std::size_t index = 0;
        std::set<std::string_view> names;
        for (const auto& child : node.children) {
            const bool is_item = node.kind == Kind::list;
            const Place place{&at, child.name, index++, is_item};
            if (!is_item && !names.insert(child.name).second) {
                reader.fault(place, "duplicate_field");
                sound = false;
            }
            if (!is_sound(reader, child, place)) sound = false;
        }
        return sound;
    }
};

}  // namespace

const Codec& text_codec() {
    static const TextCodec codec(tidy, text_limit);
    return codec;
}

const Codec& long_text_codec() {
    static const TextCodec codec(tidy_lines, long_text_limit);
    return codec;
}

const Codec& exact_codec() {
    static const TextCodec codec(
        [](std::string_view text) { return std::string(text); }, text_limit
    );
    return codec;
}

const Codec& raw_codec() {
    static const RawCodec codec;
    return codec;
}

}  // namespace nangluc::json
