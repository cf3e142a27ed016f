#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::assessment {

class CampaignService;

void add_campaign_routes(http::Router& router, CampaignService& campaigns, const Clock& clock);

}  // namespace nangluc::assessment
