#include "kit/sheet/rewrite.hpp"

#include <algorithm>
#include <stdexcept>

namespace nangluc::sheet {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Gives the rewriter each piece that the parser gets.
class Tee final : public Archive::Entry {
public:
    Tee(Archive::Entry& entry, RewritingHandler& handler, Rewriter& out)
        : entry_(entry), handler_(handler), out_(out) {}

    Result<std::string_view> next() override {
        if (seen_) handler_.settle();
        const auto piece = TRY(entry_.next());
        if (!seen_ && !is_utf8_xml(piece)) {
            return invalid("sheet.not_markable", {{"", "encoding"}});
        }
        seen_ = true;
        out_.append(piece);
        return piece;
    }

private:
    Archive::Entry& entry_;
    RewritingHandler& handler_;
    Rewriter& out_;
    bool seen_ = false;
};

class Text final : public Archive::Entry {
public:
    explicit Text(std::string_view text) : text_(text) {}
    Result<std::string_view> next() override {
        constexpr std::size_t piece = 65'536;
        const auto taken = text_.substr(0, piece);
        text_.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view text_;
};

// Where an attribute stands in a start tag, from the white space before its name.
struct Span {
    std::size_t from = std::string_view::npos;
    std::size_t until = 0;
};

Span find_attribute(std::string_view tag, std::string_view name) {
    std::size_t at = 1;
    while (at < tag.size() && !is_space(tag[at]) && tag[at] != '/' && tag[at] != '>') ++at;
    while (at < tag.size()) {
        const auto from = at;
        while (at < tag.size() && is_space(tag[at])) ++at;
        const auto name_from = at;
        while (at < tag.size() && tag[at] != '=' && !is_space(tag[at])) ++at;
        const auto found = tag.substr(name_from, at - name_from);
        const auto quote = tag.find_first_of("\"'", at);
        if (quote == std::string_view::npos) break;
        const auto end = tag.find(tag[quote], quote + 1);
        if (end == std::string_view::npos) break;
        at = end + 1;
        if (found == name) return {from, at};
    }
    return {};
}

}  // namespace

std::size_t Rewriter::offset(std::int64_t place) const {
    const auto at =
        std::clamp<std::int64_t>(place - base_, 0, static_cast<std::int64_t>(window_.size()));
    return static_cast<std::size_t>(at);
}

void Rewriter::copy_until(std::int64_t place) {
    if (place <= done_) return;
    if (!skipping_)
        out_ << std::string_view(window_).substr(offset(done_), offset(place) - offset(done_));
    done_ = place;
}

void Rewriter::skip_until(std::int64_t place) {
    done_ = std::max(done_, place);
}

std::string_view Rewriter::raw(const XmlHandler::Place& place) const {
    return std::string_view(window_).substr(
        offset(place.from), offset(place.until) - offset(place.from)
    );
}

void Rewriter::settle(std::int64_t place) {
    copy_until(place);
    if (place <= base_) return;
    window_.erase(0, offset(place));
    base_ = place;
}

void Rewriter::start_skipping(std::int64_t place) {
    copy_until(place);
    skipping_ = true;
}

void Rewriter::stop_skipping(std::int64_t place) {
    skip_until(place);
    skipping_ = false;
}

void Rewriter::finish() {
    copy_until(base_ + static_cast<std::int64_t>(window_.size()));
    out_.close();
    if (!out_) throw std::runtime_error("sheet: a part of the workbook cannot be written");
}

bool is_utf8_xml(std::string_view head) {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
    std::string declaration(head.substr(0, std::min(head.find("?>"), std::size_t{200})));
    std::transform(declaration.begin(), declaration.end(), declaration.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (declaration.find("<?xml") == std::string::npos) return true;
    return declaration.find("encoding") == std::string::npos ||
           declaration.find("utf-8") != std::string::npos;
}

Result<> rewrite_xml(Archive::Entry& entry, RewritingHandler& handler, Rewriter& out) {
    Tee tee(entry, handler, out);
    TRY(parse_xml(tee, handler));
    out.finish();
    return {};
}

Result<> parse_text(std::string_view text, XmlHandler& handler) {
    Text entry(text);
    return parse_xml(entry, handler);
}

std::string with_attribute(
    std::string_view tag, std::string_view name, const std::optional<std::string>& value
) {
    std::string changed(tag);
    auto at = find_attribute(tag, name);
    if (at.from == std::string_view::npos) {
        if (!value) return changed;
        const auto end = tag.ends_with("/>") ? tag.size() - 2 : tag.size() - 1;
        at = {end, end};
    }
    const auto written =
        value ? ' ' + std::string(name) + "=\"" + escape_xml(*value) + '"' : std::string();
    return changed.replace(at.from, at.until - at.from, written);
}

std::string prefix_of(std::string_view tag) {
    const auto from = tag.find_first_not_of("</");
    const auto until = tag.find_first_of(" \t\r\n/>:", from);
    if (from == std::string_view::npos || until == std::string_view::npos) return {};
    return tag[until] == ':' ? std::string(tag.substr(from, until - from + 1)) : std::string();
}

std::string with_elements(std::string_view part, std::string_view elements) {
    std::string text(part);
    auto end = text.rfind("</");
    if (end == std::string::npos) {
        // Nothing in it yet: <Relationships …/>
        const auto close = text.rfind("/>");
        const auto open = text.rfind('<');
        if (close == std::string::npos || open == std::string::npos) return text;
        const auto name_end = text.find_first_of(" \t\r\n/>", open);
        const auto name = text.substr(open + 1, name_end - open - 1);
        text.replace(close, 2, "></" + name + '>');
        end = close + 1;
    }
    const auto prefix = prefix_of(std::string_view(text).substr(end));
    std::string added(elements);
    for (auto at = added.find("{p}"); at != std::string::npos; at = added.find("{p}", at)) {
        added.replace(at, 3, prefix);
        at += prefix.size();
    }
    return text.insert(end, added);
}

}  // namespace nangluc::sheet
