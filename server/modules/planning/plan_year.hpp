#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engines/assign/pairs.hpp"
#include "modules/planning/seating_problem.hpp"

namespace nangluc::planning {

using YearFiles = std::map<std::string, std::string>;

// The question of a plan as the files of a year (engines/assign/annual), word for word what the
// module's rules ask:
//
//     a year's      is here
//     office        all who are asked for, together: presence at the office is no rule of a plan
//     programme     a session: what it is worth to somebody depends on their way to it
//     hours         1 for each session; so a person's most hours are their most places
//     weight        the levels that it closes for the person, less the way, in million đồng
//     venue         a session; its travel is the session's cost for each person
//     slot          days on which sessions meet, or a level that several of them teach: of each, a
//                   person attends one
//
// Days on which somebody is engaged, levels that they hold and ways that cost more than they bring
// need no rule: such a session is none of the person's needs.
YearFiles year_files(const SeatingProblem& problem, std::span<const assign::Pair> pairs);

// What is added where a plan stands: with it each seat that differs costs the penalty.
void add_standing(YearFiles& files, const SeatingProblem& problem);

// Sets of sessions of which a person attends one at most; none lies within another. Every two that
// exclude each other are together in one of them.
std::vector<std::vector<std::uint32_t>> exclusive_sessions(const assign::Problem& problem);

// Million đồng with all digits: 1250000 is "1.25".
std::string millions(std::int64_t dong);

}  // namespace nangluc::planning
