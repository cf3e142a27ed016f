#include "modules/planning/session.hpp"

namespace nangluc::planning {

Money Session::cost(int people) const {
    return people == 0 ? Money{} : cost_fixed + cost_per_person * people;
}

Result<> Session::check(int year, const programmes::Version& programme) const {
    std::vector<Fault> faults;
    if (starts_on.year != year) faults.push_back({"/starts_on", "outside_year"});
    if (ends_on.year != year) faults.push_back({"/ends_on", "outside_year"});
    if (ends_on < starts_on) faults.push_back({"/ends_on", "before_start"});
    if (seats < 1 || seats > programme.max_class) faults.push_back({"/seats", "out_of_range"});
    if (min_seats < 0 || min_seats > seats) faults.push_back({"/min_seats", "out_of_range"});
    if (cost_fixed < Money{}) faults.push_back({"/cost_fixed", "out_of_range"});
    if (cost_per_person < Money{}) faults.push_back({"/cost_per_person", "out_of_range"});
    if (!faults.empty()) return invalid("session.invalid", std::move(faults));
    return {};
}

}  // namespace nangluc::planning
