#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/limits.hpp"
#include "kit/sheet/marker.hpp"

namespace nangluc::sheet {

// The styles of a workbook, to which coloured copies of those in use are added. Nothing that is
// there changes its number.
class MarkStyles {
public:
    // Takes the whole of the part.
    static Result<MarkStyles> read(std::string part, const Limits& limits);
    // For a workbook that has none.
    static std::string smallest_part();

    // The number of the style with the colour of a mark, or with none; made on first use.
    int coloured(int style, MarkKind kind) { return variant(style, static_cast<int>(kind)); }
    int plain(int style) { return variant(style, no_colour); }
    // True of a style that an earlier marking coloured.
    bool is_marked(int style) const;

    // The part with what was added.
    std::string written() const;

    // A list of the part, such as <fills count="2">…</fills>.
    struct Section {
        std::size_t tag_from = std::string::npos;  // npos where the list is missing
        std::size_t tag_until = 0;
        std::size_t end_from = 0;  // where its end tag begins; tag_until if it closes itself
        int count = 0;
    };
    struct Style {
        std::size_t from = 0;
        std::size_t until = 0;
        int fill = 0;
    };
    struct Layout {
        Section fills;
        Section styles;
        std::vector<Style> all;
        std::map<int, int> marked_fills;  // fill -> kind
        std::string prefix;
    };

private:
    static constexpr int no_colour = -1;

    MarkStyles(std::string part, Layout layout);
    int variant(int style, int colour);
    int fill_of(int colour) const;
    bool needs_fills() const;
    std::string style_text(int style, int colour) const;
    std::string list_with(const Section& section, const std::string& added, int more) const;

    std::string part_;
    Layout layout_;
    std::map<std::pair<int, int>, int> variants_;
    std::vector<std::string> added_;
};

}  // namespace nangluc::sheet
