#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace nangluc {

// The key of one row: made by the server, never reused, never meaningful. 0 is "none".
// In JSON and in addresses it is a decimal string, because 63 bits do not fit a JavaScript number.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

using UnitId = Id<struct UnitTag>;
using PersonId = Id<struct PersonTag>;
using AccountId = Id<struct AccountTag>;

std::string to_text(std::int64_t id);
// Refuses anything but the decimal digits of a positive 63-bit number, with "id.malformed".
Result<std::int64_t> parse_id(std::string_view text);

// Makes ids in time order: 41 bits of milliseconds since 2020-01-01, 10 of node, 12 of sequence.
// Never goes below the last id it gave, whatever the clock does. Thread-safe.
class IdMaker {
public:
    explicit IdMaker(const Clock& clock, int node = 0);

    template <class AnyId>
    AnyId make() {
        return {next()};
    }
    std::int64_t next();

private:
    const Clock& clock_;
    std::int64_t node_;
    std::mutex mutex_;
    std::int64_t last_ = 0;
};

}  // namespace nangluc

template <class Tag>
struct std::hash<nangluc::Id<Tag>> {
    std::size_t operator()(const nangluc::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
