#pragma once

#include <fstream>
#include <string>
#include <string_view>

#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

// Copies the bytes of a part as they are parsed, with changes in between. Holds no more than the
// piece being parsed. Places are those of the original bytes.
class Rewriter {
public:
    explicit Rewriter(const std::string& path) : out_(path, std::ios::binary | std::ios::trunc) {}

    void write(std::string_view text) { out_ << text; }
    void copy_until(std::int64_t place);
    void skip_until(std::int64_t place);
    // The bytes at a place that has not been copied or skipped yet.
    std::string_view raw(const XmlHandler::Place& place) const;
    // Throws std::runtime_error where the disk fails.
    void finish();

    void append(std::string_view piece) { window_ += piece; }
    // What lies before is not needed again. Copied, unless it is being skipped.
    void settle(std::int64_t place);
    void start_skipping(std::int64_t place);
    void stop_skipping(std::int64_t place);

private:
    std::size_t offset(std::int64_t place) const;

    std::ofstream out_;
    std::string window_;  // the original bytes from base_ on
    std::int64_t base_ = 0;
    std::int64_t done_ = 0;  // copied or skipped until here
    bool skipping_ = false;
};

// A handler that rewrites what it reads.
class RewritingHandler : public XmlHandler {
public:
    explicit RewritingHandler(Rewriter& rewriter) : rewriter_(rewriter) {}
    void settle() { rewriter_.settle(place().from); }

protected:
    Rewriter& out() { return rewriter_; }
    std::string_view raw() const { return rewriter_.raw(place()); }
    bool is_self_closing() const { return raw().ends_with("/>"); }

private:
    Rewriter& rewriter_;
};

// Refuses with sheet.not_markable a part that is not UTF-8.
Result<> rewrite_xml(Archive::Entry& entry, RewritingHandler& handler, Rewriter& out);

// By its mark and declaration; what claims to be UTF-8 and is not, the parser refuses.
bool is_utf8_xml(std::string_view head);

// Parses a part that is in memory already.
Result<> parse_text(std::string_view text, XmlHandler& handler);

// A start tag with one attribute set, added or removed (by no value), all else as it stands.
std::string with_attribute(
    std::string_view tag, std::string_view name, const std::optional<std::string>& value
);
// "x:" of "<x:row r='1'>", or nothing.
std::string prefix_of(std::string_view tag);

// The markup with more elements before its last end tag: "{p}" in them becomes the prefix of that
// tag. For small parts such as lists of relationships.
std::string with_elements(std::string_view part, std::string_view elements);

}  // namespace nangluc::sheet
