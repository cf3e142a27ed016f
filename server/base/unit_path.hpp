#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/id.hpp"

namespace nangluc {

// Where a unit stands in the tree on a date: the ids from the root to the unit, each as 16
// lower-case hexadecimal digits. A sub-tree is therefore a range in byte order, in both databases.
struct UnitPath {
    std::string text;

    friend auto operator<=>(const UnitPath&, const UnitPath&) = default;

    static UnitPath root(UnitId unit);
    UnitPath child(UnitId unit) const;
    UnitId unit() const;    // the last id; none for an empty path
    UnitId parent() const;  // the last but one; none at the root
    int depth() const { return static_cast<int>(text.size() / 16); }

    // True for the unit itself and for everything below it.
    bool contains(const UnitPath& other) const { return other.text.starts_with(text); }

    // `path >= from AND path < until` selects the sub-tree.
    const std::string& range_from() const { return text; }
    std::string range_until() const { return text + 'g'; }
};

}  // namespace nangluc
