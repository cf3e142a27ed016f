#include "kit/sheet/strings.hpp"

#include <algorithm>
#include <cstring>

#include "kit/sheet/rich_text.hpp"
#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

constexpr std::size_t block_bytes = 1'048'576;

namespace {

class StringsHandler final : public XmlHandler {
public:
    StringsHandler(SharedStrings& strings, const Limits& limits)
        : strings_(strings), limits_(limits) {}

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "si") {
            text_.clear();
            inside_ = true;
        } else if (inside_) {
            rich_.start(name, attributes, text_);
        }
    }

    void end(std::string_view name) override {
        if (!inside_) return;
        if (name != "si") {
            rich_.end(name, text_);
            return;
        }
        inside_ = false;
        const auto added = strings_.add(text_);
        if (!added) refuse(added.error());
    }

    void text(std::string_view piece) override {
        if (!inside_ || !rich_.is_open()) return;
        text_ += piece;
        if (static_cast<std::int64_t>(text_.size()) > limits_.text_bytes) {
            refuse(too_large("sheet.text_too_long"));
        }
    }

private:
    SharedStrings& strings_;
    const Limits& limits_;
    std::string text_;
    RichText rich_;
    bool inside_ = false;
};

}  // namespace

Result<> SharedStrings::read(Archive::Entry& entry) {
    StringsHandler handler(*this, limits_);
    return parse_xml(entry, handler);
}

Result<> SharedStrings::add(std::string_view text) {
    bytes_ += static_cast<std::int64_t>(text.size());
    if (bytes_ > limits_.shared_bytes ||
        static_cast<std::int64_t>(texts_.size()) >= limits_.shared_strings) {
        return too_large("sheet.too_many_strings");
    }
    if (text.size() > free_) {
        free_ = std::max(block_bytes, text.size());
        blocks_.emplace_back(new char[free_]);
        next_ = blocks_.back().get();
    }
    if (!text.empty()) std::memcpy(next_, text.data(), text.size());
    texts_.emplace_back(next_, text.size());
    next_ += text.size();
    free_ -= text.size();
    return {};
}

}  // namespace nangluc::sheet
