#pragma once

#include <string_view>

#include "kit/http/http.hpp"
#include "modules/needs/gap/gap_service.hpp"

namespace nangluc::needs {

// The ranking as it is seen, with its weights. Titles in Vietnamese, or English for "en".
http::Download xlsx_of(const RankingPage& page, std::string_view language);
http::Download csv_of(const RankingPage& page, std::string_view language);

}  // namespace nangluc::needs
