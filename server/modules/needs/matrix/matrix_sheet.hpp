#pragma once

#include <string_view>

#include "kit/http/http.hpp"
#include "modules/needs/gap/gap_service.hpp"

namespace nangluc::needs {

// The matrix as it is seen: a row a unit, a column a competency with the number of people with a
// gap, then what is not assessed, on a second sheet. Titles in Vietnamese, or English for "en".
http::Download xlsx_of(const MatrixPage& page, std::string_view language);
http::Download csv_of(const MatrixPage& page, std::string_view language);

}  // namespace nangluc::needs
