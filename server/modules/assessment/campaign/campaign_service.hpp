#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/campaign/campaign_store.hpp"

namespace nangluc::assessment {

// How far a campaign is in one unit: the ratings that its people are due, and those given.
struct UnitProgress {
    organisation::Unit unit;
    int people = 0;
    int finished = 0;  // people of whom nothing is missing
    int due = 0;
    int done = 0;
};

// Whom a campaign would be about, and how much it would ask of them: before there is one.
struct CampaignPreview {
    int people = 0;
    int ratings = 0;
    std::vector<UnitProgress> units;  // with people and due only
};

class CampaignService {
public:
    explicit CampaignService(const Kit& kit) : kit_(kit) {}

    // For edit_requirements at the unit.
    Result<Campaign> add(const Actor& actor, Campaign campaign);
    // Of its unit, scope and methods; for who may add it.
    Result<CampaignPreview> preview(const Actor& actor, const Campaign& campaign);
    Result<Campaign> open(const Actor& actor, CampaignId id);
    Result<Campaign> close(const Actor& actor, CampaignId id);

    // Those at, above or below a unit whose ratings the actor may read.
    std::vector<Campaign> list(const Actor& actor, CampaignId before, int limit);
    Result<Campaign> find(const Actor& actor, CampaignId id);
    // By unit, in the order of the tree, as it stood at the end of a day.
    Result<std::vector<UnitProgress>> progress(const Actor& actor, CampaignId id, AsOf at);
    bool may_edit(const Actor& actor, const Campaign& campaign);

private:
    Result<Campaign> change(
        const Actor& actor,
        CampaignId id,
        std::string_view act,
        const std::function<Result<>(Campaign&)>& verb
    );

    const Kit& kit_;
};

// Whether a rating of a person may be given in a campaign today, judged by where the person works
// now. Refuses what Campaign::takes refuses and campaign.not_in_scope.
Result<> check_campaign(db::Tx& tx, const NewRating& rating, AsOf at);

}  // namespace nangluc::assessment
