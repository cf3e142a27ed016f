#pragma once

#include <string>
#include <string_view>

#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

// Follows the elements inside <si> or <is>: runs are joined, the reading aids of phonetic runs are
// left out. The owner adds text to its own string while the text is open.
class RichText {
public:
    void start(std::string_view name, const Attributes& attributes, const std::string& text) {
        if (name == "rPh") phonetic_ = true;
        if (name != "t" || phonetic_) return;
        open_ = true;
        preserve_ = attributes.get("xml:space") == "preserve";
        from_ = text.size();
    }

    void end(std::string_view name, std::string& text) {
        if (name == "rPh") phonetic_ = false;
        if (name != "t" || !open_) return;
        open_ = false;
        if (!preserve_) trim(text);
        if (text.find("_x", from_) != std::string::npos) {
            text.replace(from_, std::string::npos, decode_escapes(text.substr(from_)));
        }
    }

    bool is_open() const { return open_; }

private:
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

    // White space at the edges belongs to the layout of the file unless it is preserved.
    void trim(std::string& text) const {
        auto until = text.size();
        while (until > from_ && is_space(text[until - 1])) --until;
        text.resize(until);
        auto first = from_;
        while (first < text.size() && is_space(text[first])) ++first;
        text.erase(from_, first - from_);
    }

    bool open_ = false;
    bool phonetic_ = false;
    bool preserve_ = false;
    std::size_t from_ = 0;
};

}  // namespace nangluc::sheet
