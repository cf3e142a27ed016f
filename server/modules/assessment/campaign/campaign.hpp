#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

enum class CampaignStatus { draft, open, closed };
BOOST_DESCRIBE_ENUM(CampaignStatus, draft, open, closed)

// A method of the campaign, and the last day for it; who rates by it, the method says.
struct CampaignMethod {
    Method method = Method::self;
    Date deadline;

    friend bool operator==(const CampaignMethod&, const CampaignMethod&) = default;
};
BOOST_DESCRIBE_STRUCT(CampaignMethod, (), (method, deadline))

struct CampaignScope {
    std::vector<CompetencyId> competencies;
    std::vector<CampaignMethod> methods;
    std::vector<PositionId> positions;  // none: every position
    // None: every group. Who holds one of the positions, or a position of one of the groups.
    std::optional<std::vector<GroupId>> position_groups = {};

    bool means(PositionId position, GroupId group) const;
};
BOOST_DESCRIBE_STRUCT(CampaignScope, (), (competencies, methods, positions, position_groups))

// An assessment of the people at or below a unit, in its time.
struct Campaign {
    CampaignId id;
    std::string title;
    UnitId unit;
    CampaignScope scope;
    Period period;
    CampaignStatus status = CampaignStatus::draft;
    int version = 1;

    // Refuse campaign.not_draft, campaign.not_open, campaign.over (its time has passed).
    Result<> open(Date today);
    Result<> close();
    // Whether a rating belongs to it today: refuses campaign.not_open, campaign.not_in_scope (the
    // competency or method) and campaign.deadline.
    Result<> takes(CompetencyId competency, Method method, Date today) const;
    // How many ratings each person of its scope is due.
    int due_per_person() const;
};

// Refuses campaign.title, campaign.competencies, campaign.methods, campaign.method_twice,
// campaign.period and campaign.deadline (outside the period).
Result<> check(const Campaign& campaign);

}  // namespace nangluc::assessment
