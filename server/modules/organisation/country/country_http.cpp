#include "modules/organisation/country/country_http.hpp"

#include "kit/http/routes.hpp"
#include "modules/organisation/country/country_profile.hpp"

namespace nangluc::organisation {

void add_country_routes(http::Router& router, const std::filesystem::path& profile) {
    http::Routes at(router, "organisation");
    at.get(
        "/country",
        "read_country",
        http::Policy::signed_in(),
        [profile](const http::Request&) -> Result<CountryProfile> { return read_country(profile); }
    );
}

}  // namespace nangluc::organisation
