#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "modules/assessment/campaign/campaign.hpp"

namespace nangluc::assessment {

Result<Campaign> find_campaign(db::Tx& tx, CampaignId id);
// Of the units at, below or above a place, newest first; `before` is the last one shown. A unit
// that no longer stands is where its successor stands.
std::vector<Campaign> list_campaigns(
    db::Tx& tx, const UnitPath& place, AsOf at, CampaignId before, int limit
);
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

bool is_about(
    db::Tx& tx, const Campaign& campaign, const UnitPath& place, PersonId person, AsOf at
);

// What was rated in it by then: each person, competency and method once.
struct CampaignDone {
    PersonId person;
    CompetencyId competency;
    Method method = Method::self;
};
std::vector<CampaignDone> list_done(db::Tx& tx, CampaignId campaign, Instant known_at);

}  // namespace nangluc::assessment
