#include "modules/assessment/team/team.hpp"

namespace nangluc::assessment {

std::vector<DueRating> ratings_due(const TeamRow& row, Date today, int days_ahead) {
    std::vector<DueRating> due;
    for (const auto& cell : row.cells) {
        if (!cell.required) continue;
        if (!cell.held) {
            due.push_back({cell.competency, Due::missing, {}});
        } else if (cell.valid_until && *cell.valid_until <= add_days(today, days_ahead)) {
            due.push_back({cell.competency, Due::expiring, cell.valid_until});
        }
    }
    return due;
}

}  // namespace nangluc::assessment
