#include "kit/sheet/styles.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The letters of the first section that are not literals, lower-cased. A bracket with a length of
// time leaves 't'.
std::string bare_letters(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            const char inside = i + 1 < code.size() ? lower(code[i + 1]) : ' ';
            i = std::min(code.find(']', i), code.size());
            if (inside == 'h' || inside == 'm' || inside == 's') bare += 't';
        } else {
            bare += lower(c);
        }
    }
    return bare;
}

class StylesHandler final : public XmlHandler {
public:
    explicit StylesHandler(const Limits& limits) : limits_(limits) {}

    void start(std::string_view name, const Attributes& attributes) override {
        if (name == "cellXfs") inside_ = true;
        if (name == "numFmt") {
            const auto id = attributes.number("numFmtId").value_or(-1);
            codes_[id] = number_format_of(attributes.get("formatCode"));
            count(codes_.size());
        }
        if (name == "xf" && inside_) {
            const auto id = attributes.number("numFmtId").value_or(0);
            const auto code = codes_.find(id);
            const auto known = id >= 0 && id < 164 ? static_cast<int>(id) : 0;
            styles.push_back(code == codes_.end() ? built_in_format(known) : code->second);
            count(styles.size());
        }
    }

    void end(std::string_view name) override {
        if (name == "cellXfs") inside_ = false;
    }

    std::vector<NumberFormat> styles;

private:
    void count(std::size_t so_far) {
        if (so_far > static_cast<std::size_t>(limits_.styles)) {
            refuse(too_large("sheet.too_many_styles"));
        }
    }

    const Limits& limits_;
    std::map<std::int64_t, NumberFormat> codes_;
    bool inside_ = false;
};

}  // namespace

NumberFormat number_format_of(std::string_view code) {
    const auto bare = bare_letters(code);
    const auto has = [&](char c) { return bare.find(c) != std::string::npos; };
    if (bare.find("general") != std::string::npos || has('t')) return {};
    if (!bare.empty() && std::all_of(bare.begin(), bare.end(), [](char c) { return c == '0'; })) {
        return {
            .is_date = false,
            .least_digits = static_cast<int>(std::min<std::size_t>(bare.size(), 30))};
    }
    const bool month =
        has('m') && !has('h') && !has('s') && bare.find("am/pm") == std::string::npos;
    return {.is_date = has('y') || has('d') || month};
}

NumberFormat built_in_format(int id) {
    // 27 to 58 are the dates of East Asian locales, 71 to 81 the Thai ones; times are left out.
    const bool is_date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
                         (id >= 50 && id <= 54) || id == 57 || id == 58 || (id >= 71 && id <= 74) ||
                         id == 77 || id == 81;
    return {.is_date = is_date, .least_digits = id == 1 ? 1 : 0};
}

Result<std::vector<NumberFormat>> read_styles(Archive::Entry& entry, const Limits& limits) {
    StylesHandler handler(limits);
    TRY(parse_xml(entry, handler));
    return std::move(handler.styles);
}

}  // namespace nangluc::sheet
