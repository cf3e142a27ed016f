#include "modules/platform/grant/grant.hpp"

#include <algorithm>

namespace nangluc::platform {

Result<> Grant::check(Date today) const {
    if (!period.is_valid()) return invalid("grant.no_days", {{"/until", "out_of_range"}});
    if (period.from < today) return invalid("grant.in_the_past", {{"/from", "out_of_range"}});
    if (reason.empty()) return invalid("grant.without_reason", {{"/reason", "required"}});
    return {};
}

Result<Grant> Grant::ended(Date on, Date today) const {
    if (on < today) return invalid("grant.end_in_the_past", {{"/on", "out_of_range"}});
    if (on >= period.until) return conflict("grant.already_ended");

    auto grant = *this;
    grant.period.until = std::max(on, period.from);
    grant.replaces = id;
    return grant;
}

}  // namespace nangluc::platform
