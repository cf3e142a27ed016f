#pragma once

#include <filesystem>

#include "kit/kit.hpp"
#include "modules/organisation/holding/holding_service.hpp"
#include "modules/organisation/person/account_link.hpp"
#include "modules/organisation/person/person_service.hpp"
#include "modules/organisation/post/post_service.hpp"
#include "modules/organisation/reorganisation/reorganisation_service.hpp"
#include "modules/organisation/roster/roster_service.hpp"
#include "modules/organisation/roster_import/roster_import_service.hpp"
#include "modules/organisation/unit/headcount.hpp"
#include "modules/organisation/unit/unit_service.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

// The module built from its parts: services, routes, jobs, subscriptions. Lives as long as the
// server.
class Module {
public:
    // `country` is the file of the country profile.
    explicit Module(const Kit& kit, std::filesystem::path country = {});

    void add_routes(http::Router& router);
    // At wiring: what a module above says a reorganisation would touch.
    void add_impact(ReorganisationImpact impact);
    // At wiring: who lacks a required level, for the roster's filter.
    void ask_who_lacks(AskLacking ask) { rosters_.ask_who_lacks(std::move(ask)); }
    // Undoing a roster import refuses while `in_use` knows a person it added. Called at wiring.
    void ask_before_undo(PeopleInUse in_use) { imports_.ask_before_undo(std::move(in_use)); }

private:
    const Kit& kit_;
    UnitService units_;
    RosterService rosters_;
    ReorganisationService reorganisations_;
    HeadcountService headcounts_;
    HoldingService holdings_;
    PersonService people_;
    AccountLinkService account_links_;
    PostService posts_;
    std::filesystem::path country_;
    RosterImportService imports_;
};

// Whether something here is in the file of that hash.
bool keeps_file(db::Tx& tx, std::string_view hash);

}  // namespace nangluc::organisation
