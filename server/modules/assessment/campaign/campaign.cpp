#include "modules/assessment/campaign/campaign.hpp"

#include <algorithm>

namespace nangluc::assessment {

template <class AnyId>
static bool holds(const std::vector<AnyId>& list, AnyId id) {
    return std::ranges::find(list, id) != list.end();
}

bool CampaignScope::means(PositionId position, GroupId group) const {
    const bool has_groups = position_groups && !position_groups->empty();
    if (positions.empty() && !has_groups) return true;
    return holds(positions, position) || (has_groups && holds(*position_groups, group));
}

Result<> Campaign::open(Date today) {
    if (status != CampaignStatus::draft) return conflict("campaign.not_draft");
    if (period.until <= today) return conflict("campaign.over");

    status = CampaignStatus::open;
    return {};
}

Result<> Campaign::close() {
    if (status != CampaignStatus::open) return conflict("campaign.not_open");

    status = CampaignStatus::closed;
    return {};
}

Result<> Campaign::takes(CompetencyId competency, Method method, Date today) const {
    if (status != CampaignStatus::open || !period.contains(today)) {
        return conflict("campaign.not_open");
    }
    const auto asked = std::ranges::find(scope.methods, method, &CampaignMethod::method);
    const bool is_in_scope = asked != scope.methods.end() && holds(scope.competencies, competency);
    if (!is_in_scope) return conflict("campaign.not_in_scope");
    if (today > asked->deadline) return conflict("campaign.deadline");
    return {};
}

int Campaign::due_per_person() const {
    return static_cast<int>(scope.competencies.size() * scope.methods.size());
}

Result<> check(const Campaign& campaign) {
    const auto& [competencies, methods, positions, position_groups] = campaign.scope;
    if (campaign.title.empty()) return invalid("campaign.title", {{"/title", "required"}});
    if (competencies.empty()) {
        return invalid("campaign.competencies", {{"/scope/competencies", "required"}});
    }
    if (methods.empty()) return invalid("campaign.methods", {{"/scope/methods", "required"}});
    if (!campaign.period.is_valid() || campaign.period.is_open()) {
        return invalid("campaign.period", {{"/until_date", "out_of_range"}});
    }
    for (std::size_t i = 0; i < methods.size(); ++i) {
        const auto at = "/scope/methods/" + std::to_string(i);
        const auto same = std::ranges::count(methods, methods[i].method, &CampaignMethod::method);
        if (same > 1) return invalid("campaign.method_twice", {{at, "twice"}});
        if (!campaign.period.contains(methods[i].deadline)) {
            return invalid("campaign.deadline", {{at + "/deadline", "out_of_range"}});
        }
    }
    return {};
}

}  // namespace nangluc::assessment
