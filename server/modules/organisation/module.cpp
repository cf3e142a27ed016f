#include "modules/organisation/module.hpp"

#include "modules/organisation/country/country_http.hpp"
#include "modules/organisation/holding/holding_http.hpp"
#include "modules/organisation/person/account_link_http.hpp"
#include "modules/organisation/person/person_http.hpp"
#include "modules/organisation/post/post_http.hpp"
#include "modules/organisation/reorganisation/reorganisation_http.hpp"
#include "modules/organisation/roster/roster_http.hpp"
#include "modules/organisation/roster_import/roster_import_http.hpp"
#include "modules/organisation/unit/unit_http.hpp"

namespace nangluc::organisation {

Module::Module(const Kit& kit, std::filesystem::path country)
    : kit_(kit),
      units_(kit),
      rosters_(kit),
      reorganisations_(kit),
      headcounts_(kit),
      holdings_(kit),
      people_(kit, holdings_),
      account_links_(kit),
      posts_(kit),
      country_(std::move(country)),
      imports_(kit) {
    imports_.handle_jobs();
}

void Module::add_impact(ReorganisationImpact impact) {
    reorganisations_.add_impact(std::move(impact));
}

void Module::add_routes(http::Router& router) {
    add_unit_routes(router, units_, kit_.clock);
    add_roster_routes(router, rosters_, kit_.clock);
    add_reorganisation_routes(router, reorganisations_);
    add_headcount_routes(router, headcounts_, kit_.clock);
    add_holding_routes(router, holdings_, kit_.clock);
    add_person_routes(router, people_, kit_.clock);
    add_account_link_routes(router, account_links_);
    add_post_routes(router, posts_, kit_.clock);
    add_country_routes(router, country_);
    add_roster_import_routes(router, imports_);
}

}  // namespace nangluc::organisation
