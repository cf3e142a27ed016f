#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

#include "engines/assign/annual/search/search.hpp"

namespace nangluc::annual {

// Cases of the literature, on which the search is measured against known answers (OR-Library,
// Beasley 1990): the same columns, rows and search as a year's plan, without its rules.
struct Case {
    Model model;
    double sign = 1;  // of the objective: -1 where the least is sought
    int rows = 0;     // agents, or sites
    int columns = 0;  // jobs, or customers
    int first = 0;    // the column of the first row's first share; then row by row
};

// Each job is done by one agent, within the agents' capacities: "m n", m rows of gains or costs,
// m rows of what is used, m capacities. Refuses "case.unsound".
enum class Sought { most, least };
Result<Case> read_assignment_case(const std::string& text, Sought sought);

// Sites that open and serve customers, whose demand may be divided: "m n", m pairs of capacity and
// fixed cost, n demands, m rows of the cost to serve all of each customer (or, customer by
// customer, its demand and then a cost for each site). Refuses "case.unsound".
Result<Case> read_location_case(const std::string& text);

struct CaseAnswer {
    bool found = false;
    double value = 0;
    double bound = 0;
    std::vector<double> shares;  // [row · columns + column]
    std::int64_t nodes = 0;
};

CaseAnswer solve_case(const Case& read, const Limits& limits);

}  // namespace nangluc::annual
