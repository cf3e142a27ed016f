#include "modules/assessment/campaign/campaign_http.hpp"

#include <algorithm>
#include <span>

#include "kit/http/as_of.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/assessment/campaign/campaign_service.hpp"
#include "modules/assessment/rating/rating.hpp"

namespace nangluc::assessment {

using http::AsOfQuery;
using http::Created;
using http::Policy;
using http::Request;

struct CampaignBody {
    std::string title;
    UnitId unit;
    CampaignScope scope;
    Date from_date;
    Date until_date;
};
BOOST_DESCRIBE_STRUCT(CampaignBody, (), (title, unit, scope, from_date, until_date))

struct CampaignPreviewBody {
    UnitId unit;
    CampaignScope scope;
};
BOOST_DESCRIBE_STRUCT(CampaignPreviewBody, (), (unit, scope))

struct CampaignPreviewUnit {
    UnitId unit;
    std::string name;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(CampaignPreviewUnit, (), (unit, name, people))

struct CampaignPreviewReply {
    int people = 0;
    int ratings = 0;
    std::vector<CampaignPreviewUnit> units;
};
BOOST_DESCRIBE_STRUCT(CampaignPreviewReply, (), (people, ratings, units))

// Who rates by a method in the campaign, and until when.
struct CampaignTask {
    Method method = Method::self;
    Rater rater = Rater::oneself;
    Date deadline;
};
BOOST_DESCRIBE_STRUCT(CampaignTask, (), (method, rater, deadline))

struct CampaignReply {
    CampaignId id;
    std::string title;
    UnitId unit;
    std::vector<CompetencyId> competencies;
    std::vector<PositionId> positions;
    std::vector<GroupId> position_groups;
    std::vector<CampaignTask> tasks;
    Date from_date;
    Date until_date;
    CampaignStatus status = CampaignStatus::draft;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    CampaignReply,
    (),
    (id,
     title,
     unit,
     competencies,
     positions,
     position_groups,
     tasks,
     from_date,
     until_date,
     status,
     actions)
)

struct CampaignsQuery {
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(CampaignsQuery, (), (limit, cursor))

struct AfterCampaign {
    CampaignId id;
};
BOOST_DESCRIBE_STRUCT(AfterCampaign, (), (id))

struct UnitProgressReply {
    UnitId unit;
    std::string name;
    int people = 0;
    int finished = 0;
    int due = 0;
    int done = 0;
};
BOOST_DESCRIBE_STRUCT(UnitProgressReply, (), (unit, name, people, finished, due, done))

struct ProgressReply {
    Date on;
    std::vector<UnitProgressReply> items;
    int due = 0;
    int done = 0;
};
BOOST_DESCRIBE_STRUCT(ProgressReply, (), (on, items, due, done))

static CampaignReply reply_of(const Campaign& campaign, bool may_edit) {
    CampaignReply reply{
        .id = campaign.id,
        .title = campaign.title,
        .unit = campaign.unit,
        .competencies = campaign.scope.competencies,
        .positions = campaign.scope.positions,
        .position_groups = campaign.scope.position_groups.value_or(std::vector<GroupId>{}),
        .from_date = campaign.period.from,
        .until_date = campaign.period.until,
        .status = campaign.status,
    };
    for (const auto& [method, deadline] : campaign.scope.methods) {
        reply.tasks.push_back({method, facts_of(method).rater, deadline});
    }
    if (may_edit && campaign.status == CampaignStatus::draft) reply.actions = {"open"};
    if (may_edit && campaign.status == CampaignStatus::open) reply.actions = {"close"};
    return reply;
}

static ProgressReply reply_of(const std::vector<UnitProgress>& units, Date on) {
    ProgressReply reply{.on = on};
    for (const auto& progress : units) {
        reply.items.push_back({
            progress.unit.id,
            progress.unit.full_name,
            progress.people,
            progress.finished,
            progress.due,
            progress.done,
        });
        reply.due += progress.due;
        reply.done += progress.done;
    }
    return reply;
}

static void add_campaign_acts(http::Routes& at, CampaignService& campaigns) {
    const auto editors = Policy::needs(Permission::edit_requirements);

    at.post(
        "/campaigns",
        "add_campaign",
        editors,
        [&](const Request& request, const CampaignBody& body) -> Result<Created<CampaignReply>> {
            const auto added = TRY(campaigns.add(
                request.actor(),
                {.title = body.title,
                 .unit = body.unit,
                 .scope = body.scope,
                 .period = {body.from_date, body.until_date}}
            ));
            return Created<CampaignReply>{
                reply_of(added, true), "/campaigns/" + to_text(added.id.value)};
        }
    );

    at.post(
        "/campaigns/preview",
        "preview_campaign",
        editors,
        [&](const Request& request,
            const CampaignPreviewBody& body) -> Result<CampaignPreviewReply> {
            const auto found =
                TRY(campaigns.preview(request.actor(), {.unit = body.unit, .scope = body.scope}));
            CampaignPreviewReply reply{.people = found.people, .ratings = found.ratings};
            for (const auto& each : found.units) {
                reply.units.push_back({each.unit.id, each.unit.full_name, each.people});
            }
            return reply;
        }
    );

    at.post(
        "/campaigns/{campaign}/opening",
        "open_campaign",
        editors,
        [&](const Request& request) -> Result<CampaignReply> {
            const auto id = TRY(request.path_id<CampaignId>("campaign"));
            return reply_of(TRY(campaigns.open(request.actor(), id)), true);
        }
    );

    at.post(
        "/campaigns/{campaign}/closing",
        "close_campaign",
        editors,
        [&](const Request& request) -> Result<CampaignReply> {
            const auto id = TRY(request.path_id<CampaignId>("campaign"));
            return reply_of(TRY(campaigns.close(request.actor(), id)), true);
        }
    );
}

void add_campaign_routes(http::Router& router, CampaignService& campaigns, const Clock& clock) {
    http::Routes at(router, "assessment");
    const auto readers = Policy::needs(Permission::read_ratings);
    add_campaign_acts(at, campaigns);

    at.get(
        "/campaigns",
        "list_campaigns",
        readers,
        [&](const Request& request,
            const CampaignsQuery& query) -> Result<http::Page<CampaignReply>> {
            const auto after = TRY(http::decode_cursor<AfterCampaign>(query.cursor));
            const auto limit = static_cast<std::size_t>(query.limit.value_or(50));
            const auto found = campaigns.list(
                request.actor(), after ? after->id : CampaignId{}, static_cast<int>(limit) + 1
            );
            http::Page<CampaignReply> page;
            for (const auto& campaign : std::span(found).first(std::min(limit, found.size()))) {
                const bool may_edit = campaigns.may_edit(request.actor(), campaign);
                page.items.push_back(reply_of(campaign, may_edit));
            }
            if (found.size() > limit) {
                page.next = http::encode_cursor(AfterCampaign{page.items.back().id});
            }
            return page;
        }
    );

    at.get(
        "/campaigns/{campaign}",
        "read_campaign",
        readers,
        [&](const Request& request) -> Result<CampaignReply> {
            const auto id = TRY(request.path_id<CampaignId>("campaign"));
            const auto campaign = TRY(campaigns.find(request.actor(), id));
            return reply_of(campaign, campaigns.may_edit(request.actor(), campaign));
        }
    );

    at.get(
        "/campaigns/{campaign}/progress",
        "read_campaign_progress",
        readers,
        [&](const Request& request, const AsOfQuery& query) -> Result<ProgressReply> {
            const auto id = TRY(request.path_id<CampaignId>("campaign"));
            const auto as_of = query.as_of(clock);
            return reply_of(TRY(campaigns.progress(request.actor(), id, as_of)), as_of.on);
        }
    );
}

}  // namespace nangluc::assessment
