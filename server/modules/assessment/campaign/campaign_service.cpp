#include "modules/assessment/campaign/campaign_service.hpp"

#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "base/repeated.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/rating/rating_store.hpp"

namespace nangluc::assessment {

struct CampaignChange {
    std::string title;
    CampaignStatus status = CampaignStatus::draft;
    CampaignScope scope;
};
BOOST_DESCRIBE_STRUCT(CampaignChange, (), (title, status, scope))

static void write_audit(
    db::Tx& tx, const Kit& kit, const Actor& actor, std::string_view act, const Campaign& campaign
) {
    const CampaignChange change{campaign.title, campaign.status, campaign.scope};
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = campaign.id.value,
         .unit = campaign.unit,
         .change = json::write(change)}
    );
}

static Result<UnitPath> place_of(db::Tx& tx, const Campaign& campaign, AsOf at) {
    if (auto path = organisation::path_of(tx, campaign.unit, at)) return path;
    const auto successor = organisation::successor_on(tx, campaign.unit, at.on);
    return organisation::path_of(tx, successor, at);
}

Result<> check_campaign(db::Tx& tx, const NewRating& rating, AsOf at) {
    if (!rating.campaign) return {};
    const auto campaign = TRY(find_campaign(tx, rating.campaign));
    TRY(campaign.takes(rating.competency, rating.method, at.on));
    const auto place = TRY(place_of(tx, campaign, at));
    if (!is_about(tx, campaign, place, rating.person, at)) {
        return conflict("campaign.not_in_scope");
    }
    return {};
}

Result<Campaign> CampaignService::add(const Actor& actor, Campaign campaign) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Campaign> {
        const auto at = kit_.clock.as_of_now();
        const auto place = TRY(organisation::path_of(tx, campaign.unit, at));
        TRY(actor.require(Permission::edit_requirements, place, "unit"));
        TRY(check(campaign));
        for (const auto competency : campaign.scope.competencies) TRY(find_slot(tx, competency));

        campaign.id = kit_.ids.make<CampaignId>();
        add_campaign(tx, campaign, actor.account(), at.known_at);
        write_audit(tx, kit_, actor, "campaign.added", campaign);
        return campaign;
    });
}

Result<CampaignPreview> CampaignService::preview(const Actor& actor, const Campaign& campaign) {
    return kit_.db.read([&](db::Tx& tx) -> Result<CampaignPreview> {
        const auto at = kit_.clock.as_of_now();
        const auto place = TRY(organisation::path_of(tx, campaign.unit, at));
        TRY(actor.require(Permission::edit_requirements, place, "unit"));

        CampaignPreview preview;
        const int due = campaign.due_per_person();
        for (const auto& [person, unit] : list_people_of(tx, campaign, place, at)) {
            if (preview.units.empty() || preview.units.back().unit.id != unit) {
                preview.units.push_back({.unit = TRY(organisation::find_unit(tx, unit, at))});
            }
            ++preview.units.back().people;
            preview.units.back().due += due;
            ++preview.people;
            preview.ratings += due;
        }
        return preview;
    });
}

Result<Campaign> CampaignService::change(
    const Actor& actor,
    CampaignId id,
    std::string_view act,
    const std::function<Result<>(Campaign&)>& verb
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Campaign> {
        auto campaign = TRY(find_campaign(tx, id));
        const auto place = TRY(place_of(tx, campaign, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_requirements, place, "campaign"));
        TRY(verb(campaign));
        TRY(save_status(tx, campaign));
        write_audit(tx, kit_, actor, act, campaign);
        return campaign;
    });
}

Result<Campaign> CampaignService::open(const Actor& actor, CampaignId id) {
    const auto today = kit_.clock.today();
    return change(actor, id, "campaign.opened", [&](Campaign& campaign) {
        return campaign.open(today);
    });
}

Result<Campaign> CampaignService::close(const Actor& actor, CampaignId id) {
    return change(actor, id, "campaign.closed", [](Campaign& campaign) {
        return campaign.close();
    });
}

// Whoever reads ratings above the campaign's unit or within it.
static bool concerns(const Actor& actor, const UnitPath& place) {
    return std::ranges::any_of(actor.roots(Permission::read_ratings), [&](const UnitPath& root) {
        return root.contains(place) || place.contains(root);
    });
}

std::vector<Campaign> CampaignService::list(const Actor& actor, CampaignId before, int limit) {
    return kit_.db.read([&](db::Tx& tx) {
        const auto at = kit_.clock.as_of_now();
        std::vector<Campaign> campaigns;
        for (const auto& root : actor.roots(Permission::read_ratings)) {
            auto found = list_campaigns(tx, root, at, before, limit);
            std::ranges::move(found, std::back_inserter(campaigns));
        }
        std::ranges::sort(campaigns, std::greater{}, &Campaign::id);
        erase_repeated(campaigns, &Campaign::id);
        if (static_cast<int>(campaigns.size()) > limit) {
            campaigns.resize(static_cast<std::size_t>(limit));
        }
        return campaigns;
    });
}

Result<Campaign> CampaignService::find(const Actor& actor, CampaignId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Campaign> {
        auto campaign = TRY(find_campaign(tx, id));
        const auto place = TRY(place_of(tx, campaign, kit_.clock.as_of_now()));
        if (!concerns(actor, place)) return not_found("campaign");
        return campaign;
    });
}

bool CampaignService::may_edit(const Actor& actor, const Campaign& campaign) {
    return kit_.db.read([&](db::Tx& tx) {
        const auto place = place_of(tx, campaign, kit_.clock.as_of_now());
        return place && actor.may(Permission::edit_requirements, place.value());
    });
}

Result<std::vector<UnitProgress>> CampaignService::progress(
    const Actor& actor, CampaignId id, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<UnitProgress>> {
        const auto campaign = TRY(find_campaign(tx, id));
        const auto place = TRY(place_of(tx, campaign, at));
        if (!concerns(actor, place)) return not_found("campaign");

        std::map<PersonId, int> done;
        for (const auto& rated : list_done(tx, id, at.known_at)) ++done[rated.person];
        std::vector<UnitProgress> units;
        for (const auto& [person, unit] : list_people_of(tx, campaign, place, at)) {
            if (units.empty() || units.back().unit.id != unit) {
                units.push_back({.unit = TRY(organisation::find_unit(tx, unit, at))});
            }
            auto& progress = units.back();
            const int due = campaign.due_per_person();
            const int given = std::min(done[person], due);
            ++progress.people;
            progress.due += due;
            progress.done += given;
            if (given == due) ++progress.finished;
        }
        std::erase_if(units, [&](const UnitProgress& progress) {
            return !actor.may(Permission::read_ratings, progress.unit.path);
        });
        return units;
    });
}

}  // namespace nangluc::assessment
