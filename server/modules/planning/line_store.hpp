#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/planning/line.hpp"
#include "modules/planning/session.hpp"

namespace nangluc::planning {

// A line with what its page shows beside it.
struct ListedLine {
    Line line;
    programmes::Version programme;
    std::string group_title;
    int needs = 0;
    int people = 0;
};
std::vector<ListedLine> list_lines(db::Tx& tx, PlanId plan);
Result<Line> find_line(db::Tx& tx, PlanId plan, LineId id);
bool has_line(db::Tx& tx, const Line& line);
int next_line_number(db::Tx& tx, PlanId plan);
void add_line(db::Tx& tx, const Line& line, const Selection& selection);
// More of what the line answers, or does not.
void add_selection(db::Tx& tx, LineId line, const Selection& selection);
// With its needs, nominations and sessions.
void remove_line(db::Tx& tx, LineId line);

std::vector<LineNeed> list_line_needs(db::Tx& tx, LineId line);

// One need of the group, answered or not, with the names that a reader needs.
struct LinePerson {
    PersonId person;
    std::string name;
    UnitId unit;
    std::string unit_name;
    CompetencyId competency;
    int from_level = 0;
    int to_level = 0;
    std::optional<Exclusion> excluded;
    ProgrammeVersionId attended;
    std::optional<Date> attended_until;
    PlanSessionId session;                // where they sit
    std::optional<std::string> unplaced;  // why they sit nowhere

    // Of who was put there by hand.
    struct Nomination {
        bool is_assessed = true;
        std::string reason;  // of the exception
        std::string by_name;
    };
    std::optional<Nomination> nomination = {};
};
std::vector<LinePerson> list_line_people(db::Tx& tx, const Plan& plan, LineId line, Date on);

// What the line spares: people who need not be trained again.
struct Avoided {
    int completed = 0;
    int already_holding = 0;
    int in_all() const { return completed + already_holding; }
};
Avoided count_avoided(db::Tx& tx, LineId line);

std::vector<Session> list_sessions(db::Tx& tx, PlanId plan);
void add_session(db::Tx& tx, PlanId plan, const Session& session);
void save_session(db::Tx& tx, const Session& session);
void remove_session(db::Tx& tx, PlanSessionId session);

}  // namespace nangluc::planning
