#include "modules/planning/seating.hpp"

#include <stdexcept>

#include "engines/assign/verify.hpp"
#include "modules/planning/year_seating.hpp"

namespace nangluc::planning {

// Every session is taken as held, and money is not looked at.
static Result<Seating> seat_by_flow(const SeatingProblem& problem) {
    constexpr auto engine_version = "assign-1";
    const auto solution = TRY(assign::assign_seats(problem.problem()));
    if (!assign::verify(problem.problem(), solution).empty()) {
        throw std::logic_error("the seats of a plan break a rule");
    }
    auto seating = problem.seating_of(solution, word_of);
    seating.input_hash = problem.input_hash(engine_version);
    seating.engine_version = engine_version;
    seating.curve = {{0, seating.value, seating.bound}};
    return seating;
}

Result<Seating> seat_people(const SeatingInput& input, const SeatingEffort& effort) {
    const SeatingProblem problem(input);
    const auto pairs = assign::worthwhile_pairs(problem.problem());
    if (pairs.empty() || pairs.size() > effort.most_pairs) return seat_by_flow(problem);
    return seat_year(problem, pairs, effort);
}

}  // namespace nangluc::planning
