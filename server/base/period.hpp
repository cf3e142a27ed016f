#pragma once

#include "base/date.hpp"

namespace nangluc {

// The days on which a dated fact holds: `from` is in, `until` is out; an open period is until
// never.
struct Period {
    Date from;
    Date until = Date::never();

    friend bool operator==(const Period&, const Period&) = default;

    bool contains(Date on) const { return from <= on && on < until; }
    bool is_open() const { return until == Date::never(); }
    bool is_valid() const { return from < until; }
    bool overlaps(const Period& other) const { return from < other.until && other.from < until; }
};

// A read of dated facts: what was true `on` that day, as it was known at that moment. The same pair
// gives the same figure for ever.
struct AsOf {
    Date on;
    Instant known_at;

    friend bool operator==(const AsOf&, const AsOf&) = default;

    // As known by now, whatever the clock says: before every correction still to come.
    static constexpr AsOf latest(Date on) { return {on, {Instant::never().microseconds - 1}}; }
};

}  // namespace nangluc
