#pragma once

#include <string>
#include <vector>

#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

struct TeamMember {
    PersonId person;
    std::string staff_number;
    std::string name;
    std::string position;
    std::string position_en;
};

// What is required of a member and what they hold; a competency that is only held is there too.
struct TeamCell {
    CompetencyId competency;
    std::optional<int> required;
    std::optional<int> desired;
    std::optional<int> held;
    std::optional<Date> valid_until;
};

struct TeamRow {
    TeamMember member;
    std::vector<TeamCell> cells;  // by competency
};

struct Team {
    std::vector<competency::Competency> competencies;  // that are required of anybody
    std::vector<TeamRow> rows;
};

// What of a required competency is not known any more, or soon will not be.
//     missing:  no rating that counts, or none that is young enough
//     expiring: the level ends within the days asked about
enum class Due { missing, expiring };
BOOST_DESCRIBE_ENUM(Due, missing, expiring)

struct DueRating {
    CompetencyId competency;
    Due due = Due::missing;
    std::optional<Date> valid_until;
};

// Pure.
std::vector<DueRating> ratings_due(const TeamRow& row, Date today, int days_ahead);

}  // namespace nangluc::assessment
