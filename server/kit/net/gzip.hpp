#pragma once

#include <string>
#include <string_view>

#include "kit/http/http.hpp"

namespace nangluc::net {

// By Accept-Encoding: named, or under "*", and not with q=0.
bool accepts(std::string_view header, std::string_view encoding);

std::string gzip(std::string_view bytes);
std::string gunzip(std::string_view bytes);  // throws std::runtime_error for what is none

// Packs a body of JSON or text above 1 kB where the caller takes it.
void pack(std::string_view accept_encoding, http::Reply& reply);

}  // namespace nangluc::net
