#pragma once

#include "kit/http/http.hpp"
#include "modules/competency/foundation/foundation_service.hpp"

namespace nangluc::competency {

// Every position that lacks something, as the screen lists them page by page.
http::Download xlsx_of(const FoundationReport& report, Date on, const std::string& language);
http::Download csv_of(const FoundationReport& report, Date on, const std::string& language);

}  // namespace nangluc::competency
