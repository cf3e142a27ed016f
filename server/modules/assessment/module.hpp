#pragma once

#include "kit/kit.hpp"
#include "modules/assessment/campaign/campaign_service.hpp"
#include "modules/assessment/evidence/evidence_service.hpp"
#include "modules/assessment/moderation/moderation_service.hpp"
#include "modules/assessment/rating/rating_service.hpp"
#include "modules/assessment/review/review_service.hpp"
#include "modules/assessment/rule/rule_service.hpp"
#include "modules/assessment/sitting/sitting_service.hpp"
#include "modules/assessment/team/team_service.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::assessment {

// The module built from its parts: services, routes, jobs. Lives as long as the server.
class Module {
public:
    explicit Module(const Kit& kit);

    void add_routes(http::Router& router);
    // Compares and mends the levels of everybody; to be called at the first work of a day.
    JobId start_nightly_check(const Actor& actor, UnitId root);
    // Evidence that nobody used in time; to be called daily, before files are swept.
    void forget_unused_evidence() { evidence_.forget_unused(); }

private:
    const Kit& kit_;
    RatingService ratings_;
    EvidenceService evidence_;
    RuleService rules_;
    ReviewService reviews_;
    CampaignService campaigns_;
    TeamService teams_;
    ModerationService moderation_;
    SittingService sittings_;
};

// Of the people between two ids, those about whom something is kept here; ascending.
std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last);
// Whether something here is in the file of that hash.
bool keeps_file(db::Tx& tx, std::string_view hash);

}  // namespace nangluc::assessment
