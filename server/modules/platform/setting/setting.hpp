#pragma once

#include <span>

#include "modules/platform/api.hpp"

namespace nangluc {

using SettingId = Id<struct SettingTag>;

}  // namespace nangluc

namespace nangluc::platform {

// A number that the installation may choose, within limits that keep it safe. `value` holds until a
// decision says otherwise.
struct KnownSetting {
    std::string_view name;
    std::int64_t value;
    std::int64_t least;
    std::int64_t most;
};

std::span<const KnownSetting> known_settings();
// Nothing where no setting has that name.
const KnownSetting* find_known_setting(std::string_view name);

// What a decision set, and from when to when it holds.
struct Setting {
    SettingId id;
    std::string name;
    std::int64_t value = 0;
    std::string legal_basis;
    Period period;
    AccountId set_by;

    // A setting is about the days to come, so that what was computed under the old one stays
    // explained. Refuses with not_found("setting"), invalid("setting.out_of_range"),
    // invalid("setting.in_the_past") and invalid("setting.without_basis").
    Result<> check(Date today) const;
};

}  // namespace nangluc::platform
