#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "modules/assessment/campaign.hpp"

namespace nangluc::assessment {

Result<Campaign> find_campaign(db::Tx& tx, CampaignId id);
// Newest first.
std::vector<Campaign> list_campaigns(db::Tx& tx);
void add_campaign(db::Tx& tx, const Campaign& campaign, AccountId account, Instant now);
// Refuses with stale("campaign.stale").
Result<> save_status(db::Tx& tx, Campaign& campaign);

// Who a campaign is about: whoever holds a main post in its scope that day.
struct CampaignPerson {
    PersonId person;
    UnitId unit;
};
std::vector<CampaignPerson> list_people_of(
    db::Tx& tx, const Campaign& campaign, const UnitPath& place, AsOf at
);

// What was rated in it by then: each person, competency and method once.
struct CampaignDone {
    PersonId person;
    CompetencyId competency;
    Method method = Method::self;
};
std::vector<CampaignDone> list_done(db::Tx& tx, CampaignId campaign, Instant known_at);

}  // namespace nangluc::assessment
