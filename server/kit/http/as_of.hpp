#pragma once

#include <optional>

#include "base/clock.hpp"
#include "base/word.hpp"

namespace nangluc::http {

// The two clocks of a read, as every list and figure takes them in its query: `on`, today if left
// out, and `known_at`, now if left out. A query struct derives from it.
struct AsOfQuery {
    std::optional<Date> on;
    std::optional<Instant> known_at;

    AsOf as_of(const Clock& clock) const {
        return {on.value_or(clock.today()), known_at.value_or(clock.now())};
    }
};
BOOST_DESCRIBE_STRUCT(AsOfQuery, (), (on, known_at))

}  // namespace nangluc::http
