#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "kit/sheet/archive.hpp"

namespace nangluc::sheet {

// The attributes of one element. Those of the relationships namespace are found as "r:id", xml:
// ones as "xml:space", those without a namespace by their name; others not at all.
class Attributes {
public:
    explicit Attributes(const char** list) : list_(list) {}
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(""); }
    bool is_true(std::string_view name) const;
    // None where it is absent or no whole number.
    std::optional<std::int64_t> number(std::string_view name) const;

private:
    const char** list_;
};

// What is done with a part of a workbook as it is read. Element names come without their
// namespace; those of a namespace that is not a spreadsheet's own come as "".
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view) {}

    bool is_done() const { return done_; }
    const std::optional<Error>& refused() const { return refused_; }

    // Where the markup of the present event stands in the bytes of the part.
    struct Place {
        std::int64_t from = 0;
        std::int64_t until = 0;
    };
    void locate_by(std::function<Place()> place) { place_ = std::move(place); }

protected:
    void refuse(Error error) {
        if (!refused_) refused_ = std::move(error);
        done_ = true;
    }
    void finish() { done_ = true; }
    Place place() const { return place_(); }

private:
    bool done_ = false;
    std::optional<Error> refused_;
    std::function<Place()> place_;
};

// Reads a part to its end, or until the handler is done. Refuses what the handler refuses, a
// document type or entities ("sheet.dtd"), and what is not well formed ("sheet.broken"). Memory is
// bounded whatever the part holds.
Result<> parse_xml(Archive::Entry& entry, XmlHandler& handler);

// The text of an element as markup.
std::string escape_xml(std::string_view text);
// _x000D_ stands for a character that XML cannot carry.
std::string decode_escapes(std::string_view text);
// The text whose decoding gives this one: "_x0041_" becomes "_x005F_x0041_".
std::string encode_escapes(std::string_view text);

}  // namespace nangluc::sheet
