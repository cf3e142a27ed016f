#include "modules/platform/setting/setting.hpp"

#include <algorithm>
#include <array>

namespace nangluc::platform {

// The table of settings: name, default, least, most.
static constexpr std::array<KnownSetting, 13> table = {{
    // A session that nobody used for so many minutes is over.
    {"session_idle_minutes", 30, 5, 480},
    // No session lasts longer than so many hours, used or not.
    {"session_hours", 12, 1, 24},
    // How long the code of a recovery may be used, in minutes.
    {"recovery_code_minutes", 30, 5, 120},
    // Days in which a person may ask for a rating to be reviewed.
    {"review_request_days", 15, 1, 90},
    // Days in which a review is to be decided.
    {"review_decision_days", 30, 1, 180},
    // Days between two tests of one competency by the same person, so that few learn the items.
    {"test_rest_days", 90, 0, 730},
    // Results about fewer people than this are not shown apart.
    {"least_group_size", 5, 3, 50},
    // 1: who submitted a plan may not approve it. 0 is for an office of one person.
    {"plan_needs_second_person", 1, 0, 1},
    // The most places that one person is given in one annual plan.
    {"plan_places_per_person", 4, 1, 20},
    // The least hours of training a year for which a civil servant is planned.
    {"plan_hours_per_person", 40, 0, 400},
    // What each seat that changes takes off the value of a plan made again, in đồng.
    {"plan_change_penalty", 2'000'000, 0, 1'000'000'000},
    // What the way to a session is reckoned to cost, in đồng a kilometre.
    {"plan_travel_per_km", 5'000, 0, 1'000'000},
    // What closing one level of a gap is worth against the way to it, in đồng.
    {"plan_value_per_level", 10'000'000, 1, 1'000'000'000},
}};

std::span<const KnownSetting> known_settings() {
    return table;
}

const KnownSetting* find_known_setting(std::string_view name) {
    const auto* const found = std::ranges::find(table, name, &KnownSetting::name);
    return found == table.end() ? nullptr : found;
}

Result<> Setting::check(Date today) const {
    const auto* const known = find_known_setting(name);
    if (!known) return not_found("setting");
    if (value < known->least || value > known->most) {
        return invalid("setting.out_of_range", {{"/value", "out_of_range"}});
    }
    if (period.from < today) return invalid("setting.in_the_past", {{"/from", "out_of_range"}});
    if (legal_basis.empty()) {
        return invalid("setting.without_basis", {{"/legal_basis", "required"}});
    }
    return {};
}

}  // namespace nangluc::platform
