#include "kit/sheet/mark_styles.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "kit/sheet/rewrite.hpp"

namespace nangluc::sheet {

namespace {

// By MarkKind. Shades that no program offers, so that a later marking knows its own.
constexpr std::array<std::string_view, 3> colours = {"FFD4EBD1", "FFFFE8A9", "FFFBC8C6"};

class LayoutHandler final : public XmlHandler {
public:
    LayoutHandler(std::string_view part, const Limits& limits) : part_(part), limits_(limits) {}

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "fills") begin(layout.fills);
        if (name == "cellXfs") begin(layout.styles);
        if (name == "fill" && list_ == &layout.fills) ++list_->count;
        if (name == "fgColor" && list_ == &layout.fills) note_colour(attributes.get("rgb"));
        if (name == "xf" && list_ == &layout.styles) {
            ++list_->count;
            const auto fill = attributes.number("fillId").value_or(0);
            layout.all.push_back({at(place().from), 0, static_cast<int>(fill)});
            if (list_->count > limits_.styles) refuse(too_large("sheet.too_many_styles"));
        }
    }

    void end(std::string_view name) override {
        if (name == "xf" && list_ == &layout.styles) layout.all.back().until = at(place().until);
        if (name != "fills" && name != "cellXfs") return;
        list_->end_from = at(place().from);
        list_ = nullptr;
    }

    MarkStyles::Layout layout;

private:
    static std::size_t at(std::int64_t place) { return static_cast<std::size_t>(place); }

    void begin(MarkStyles::Section& section) {
        section.tag_from = at(place().from);
        section.tag_until = at(place().until);
        list_ = &section;
        layout.prefix = prefix_of(part_.substr(section.tag_from));
    }

    void note_colour(std::string_view rgb) {
        const auto known = std::find(colours.begin(), colours.end(), rgb);
        if (known == colours.end()) return;
        layout.marked_fills[list_->count - 1] = static_cast<int>(known - colours.begin());
    }

    std::string_view part_;
    const Limits& limits_;
    MarkStyles::Section* list_ = nullptr;
};

}  // namespace

std::string MarkStyles::smallest_part() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
           "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
           "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
           "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
           "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
           "<borders count=\"1\"><border/></borders>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>"
           "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" "
           "xfId=\"0\"/></cellXfs></styleSheet>";
}

Result<MarkStyles> MarkStyles::read(std::string part, const Limits& limits) {
    LayoutHandler handler(part, limits);
    TRY(parse_text(part, handler));
    const bool complete = handler.layout.fills.tag_from != std::string::npos &&
                          handler.layout.fills.count > 0 && !handler.layout.all.empty();
    // The default style must be there to be copied; every program writes it.
    if (!complete) return invalid("sheet.not_markable", {{"", "styles"}});
    return MarkStyles(std::move(part), std::move(handler.layout));
}

MarkStyles::MarkStyles(std::string part, Layout layout)
    : part_(std::move(part)), layout_(std::move(layout)) {}

bool MarkStyles::is_marked(int style) const {
    if (style < 0 || style >= static_cast<int>(layout_.all.size())) return false;
    return layout_.marked_fills.contains(layout_.all[static_cast<std::size_t>(style)].fill);
}

int MarkStyles::variant(int style, int colour) {
    if (style < 0 || style >= static_cast<int>(layout_.all.size())) style = 0;
    if (layout_.all[static_cast<std::size_t>(style)].fill == fill_of(colour)) return style;
    const auto [found, is_new] = variants_.try_emplace({style, colour}, 0);
    if (!is_new) return found->second;

    const auto text = style_text(style, colour);
    const auto same = std::find_if(layout_.all.begin(), layout_.all.end(), [&](const Style& one) {
        return std::string_view(part_).substr(one.from, one.until - one.from) == text;
    });
    if (same != layout_.all.end()) {
        found->second = static_cast<int>(same - layout_.all.begin());
    } else {
        found->second = static_cast<int>(layout_.all.size() + added_.size());
        added_.push_back(text);
    }
    return found->second;
}

bool MarkStyles::needs_fills() const {
    return layout_.marked_fills.size() < colours.size();
}

// Those of an earlier marking serve again; the others are appended.
int MarkStyles::fill_of(int colour) const {
    if (colour == no_colour) return 0;
    for (const auto& [fill, kind] : layout_.marked_fills) {
        if (kind == colour) return fill;
    }
    return layout_.fills.count + colour;
}

std::string MarkStyles::style_text(int style, int colour) const {
    const auto& original = layout_.all[static_cast<std::size_t>(style)];
    const auto markup =
        std::string_view(part_).substr(original.from, original.until - original.from);
    const auto tag_end = markup.find('>') + 1;
    auto tag = with_attribute(markup.substr(0, tag_end), "fillId", std::to_string(fill_of(colour)));
    tag = with_attribute(tag, "applyFill", "1");
    return tag + std::string(markup.substr(tag_end));
}

std::string MarkStyles::list_with(const Section& section, const std::string& added, int more)
    const {
    const auto tag =
        std::string_view(part_).substr(section.tag_from, section.tag_until - section.tag_from);
    const auto inside =
        std::string_view(part_).substr(section.tag_until, section.end_from - section.tag_until);
    return with_attribute(tag, "count", std::to_string(section.count + more)) +
           std::string(inside) + added;
}

std::string MarkStyles::written() const {
    std::string fills;
    for (const auto& colour : needs_fills() ? std::span(colours) : std::span(colours).first(0)) {
        const auto& p = layout_.prefix;
        fills += "<" + p + "fill><" + p + "patternFill patternType=\"solid\"><" + p +
                 "fgColor rgb=\"" + std::string(colour) + "\"/><" + p +
                 "bgColor indexed=\"64\"/></" + p + "patternFill></" + p + "fill>";
    }
    std::string styles;
    for (const auto& text : added_) styles += text;

    const auto& first = layout_.fills;
    const auto& second = layout_.styles;
    return part_.substr(0, first.tag_from) +
           list_with(first, fills, needs_fills() ? static_cast<int>(colours.size()) : 0) +
           part_.substr(first.end_from, second.tag_from - first.end_from) +
           list_with(second, styles, static_cast<int>(added_.size())) +
           part_.substr(second.end_from);
}

}  // namespace nangluc::sheet
