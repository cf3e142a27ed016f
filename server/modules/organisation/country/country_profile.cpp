#include "modules/organisation/country/country_profile.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "kit/json/json.hpp"

namespace nangluc::organisation {

static bool is_level(const CountryProfile& profile, const std::string& level) {
    return std::ranges::any_of(profile.levels, [&](const ProfileWord& each) {
        return each.word == level;
    });
}

Result<CountryProfile> read_country(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return not_found("country.absent");
    std::ostringstream text;
    text << in.rdbuf();

    auto profile = json::read<CountryProfile>(text.str());
    if (!profile) return invalid("country.malformed", std::move(profile.error().faults));
    for (const auto& type : profile.value().types) {
        if (type.level && is_level(profile.value(), *type.level)) continue;
        return invalid("country.unknown_level", {{"/types/" + type.word, "not_one_of"}});
    }
    return profile;
}

}  // namespace nangluc::organisation
