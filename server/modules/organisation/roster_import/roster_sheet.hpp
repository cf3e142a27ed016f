#pragma once

#include <string>

#include "kit/http/http.hpp"
#include "modules/organisation/roster/roster_service.hpp"

namespace nangluc::organisation {

// The rows seen, in their order, as a file; the titles in Vietnamese or, for "en", English.
// Included by *_http.cpp only.
http::Download roster_xlsx(const Roster& roster, Date on, const std::string& language);
http::Download roster_csv(const Roster& roster, Date on, const std::string& language);
http::Download lacking_xlsx(
    const std::vector<UnitLacking>& units,
    const std::string& duty,
    Date on,
    const std::string& language
);

}  // namespace nangluc::organisation
