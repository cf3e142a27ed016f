#pragma once

#include <string>
#include <string_view>

#include "kit/http/http.hpp"

namespace nangluc::http {

// A short name of a content. It has to tell versions apart, not to withstand anybody.
std::string content_hash(std::string_view bytes);

// The tag of what people edit: "3-9f86d081884c7d65", the version that If-Match asks for, then the
// content, which also tells what stands beside the edited thing (who may do what with it now).
std::string edit_tag(int version, std::string_view body);

// Makes a 304 of the answer to a GET whose ETag the caller has already (If-None-Match).
void answer_unchanged(const Request& request, Reply& reply);

}  // namespace nangluc::http
