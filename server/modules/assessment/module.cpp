#include "modules/assessment/module.hpp"

#include "modules/assessment/campaign/campaign_http.hpp"
#include "modules/assessment/evidence/evidence_http.hpp"
#include "modules/assessment/moderation/moderation_http.hpp"
#include "modules/assessment/rating/rating_http.hpp"
#include "modules/assessment/review/review_http.hpp"
#include "modules/assessment/rule/rule_http.hpp"
#include "modules/assessment/rule/rule_job.hpp"
#include "modules/assessment/sitting/sitting_http.hpp"
#include "modules/assessment/team/team_http.hpp"

namespace nangluc::assessment {

Module::Module(const Kit& kit)
    : kit_(kit),
      ratings_(kit),
      evidence_(kit),
      rules_(kit),
      reviews_(kit),
      campaigns_(kit),
      teams_(kit),
      moderation_(kit),
      sittings_(kit) {
    add_rule_jobs(kit);
}

void Module::add_routes(http::Router& router) {
    add_rating_routes(router, ratings_, kit_.clock);
    add_evidence_routes(router, evidence_);
    add_rule_routes(router, rules_, kit_.clock);
    add_review_routes(router, reviews_);
    add_campaign_routes(router, campaigns_, kit_.clock);
    add_team_routes(router, teams_, kit_.clock);
    add_moderation_routes(router, moderation_, kit_.clock);
    add_sitting_routes(router, sittings_);
}

JobId Module::start_nightly_check(const Actor& actor, UnitId root) {
    return kit_.db.transaction([&](db::Tx& tx) {
        return assessment::start_nightly_check(tx, kit_, actor, root);
    });
}

}  // namespace nangluc::assessment
