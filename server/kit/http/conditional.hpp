#pragma once

#include "kit/http/http.hpp"

namespace nangluc::http {

// Makes a 304 of the answer to a GET whose ETag the caller has already (If-None-Match).
void answer_unchanged(const Request& request, Reply& reply);

}  // namespace nangluc::http
