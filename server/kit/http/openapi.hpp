#pragma once

#include <string>

#include "kit/http/http.hpp"

namespace nangluc::http {

// The OpenAPI 3.1 document of all routes, pretty-printed; the same routes give the same text, in
// whatever order they were added. Each operation tells its policy as `x-policy`.
std::string openapi(const Router& router, const std::string& version);

}  // namespace nangluc::http
