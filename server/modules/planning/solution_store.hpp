#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/planning/seating.hpp"

namespace nangluc::planning {

// What was found, when, and how near to the best it is proven to be.
struct Solution {
    SolutionId id;
    PlanId plan;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    std::string input_hash;
    std::string engine_version;
    int unlocated = 0;
    AccountId by;
    Instant solved_at;
};
// Without its seats, which are taken or proposed.
void add_solution(db::Tx& tx, const Kit& kit, const Solution& solution, const Seating& seating);
// In place of the seats that stood.
void take_seats(db::Tx& tx, const Solution& solution, const std::vector<PlanSeat>& seats);
// As they stand, by session, then person.
std::vector<PlanSeat> list_seats(db::Tx& tx, PlanId plan);
std::optional<Solution> find_solution(db::Tx& tx, SolutionId id);

struct SessionSeats {
    PlanSessionId session;
    int people = 0;
    Money travel;
};
std::vector<SessionSeats> count_seats(db::Tx& tx, PlanId plan);
int count_seated_people(db::Tx& tx, PlanId plan);

struct UnplacedCount {
    LineId line;
    Unseated reason{};
    int people = 0;
};
std::vector<UnplacedCount> count_unplaced(db::Tx& tx, SolutionId solution);

// A seat with the names that a list of participants shows; by session, then name.
struct Participant {
    PlanSessionId session;
    LineId line;
    PersonId person;
    std::string staff_number;
    std::string name;
    UnitId unit;
    std::string unit_name;
    Money travel;
};
std::vector<Participant> list_participants(db::Tx& tx, PlanId plan, PlanSessionId session, Date on);

// People of this plan who learn the same elsewhere, or sit elsewhere on the same day, by another
// plan of the year that is submitted or approved.
int count_doubly_seated(db::Tx& tx, const Plan& plan);

// Seats of the year in other plans that are submitted or approved.
std::vector<SeatingInput::Engagement> list_engagements(db::Tx& tx, const Plan& plan);

}  // namespace nangluc::planning
