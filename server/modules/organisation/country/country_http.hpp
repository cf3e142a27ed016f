#pragma once

#include <filesystem>

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

// GET /country: the profile in that file, read when it is asked for.
void add_country_routes(http::Router& router, const std::filesystem::path& profile);

}  // namespace nangluc::organisation
