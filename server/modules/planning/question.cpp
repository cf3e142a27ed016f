#include "modules/planning/question.hpp"

#include <set>

#include "base/clock.hpp"

#include "modules/planning/line_store.hpp"
#include "modules/planning/solution_store.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::planning {

// The point of the nearest commune at or above each unit. A unit above the communes has none.
static std::map<UnitId, Point> locate(
    db::Tx& tx, const Geography& geography, const std::set<UnitId>& units, AsOf at
) {
    std::map<UnitId, Point> points;
    for (const auto unit : units) {
        auto standing = organisation::find_unit(tx, unit, at);
        while (standing) {
            if (const auto point = geography.find(standing.value().code)) {
                points.emplace(unit, *point);
                break;
            }
            if (!standing.value().parent) break;
            standing = organisation::find_unit(tx, standing.value().parent, at);
        }
    }
    return points;
}

static SeatingInput::Fare fare_between(std::map<UnitId, Point> points, Money per_kilometre) {
    return [points = std::move(points), per_kilometre](UnitId home, UnitId place) {
        const auto from = points.find(home);
        const auto to = points.find(place);
        if (from == points.end() || to == points.end()) return Money{};
        return per_kilometre * (2 * kilometres(from->second, to->second));
    };
}

Question question_of(db::Tx& tx, const Geography& geography, const Plan& plan, AsOf now) {
    Question question;
    auto& input = question.input;
    std::set<UnitId> units;
    std::map<PersonId, UnitId> homes;
    for (auto& listed : list_lines(tx, plan.id)) {
        auto needs = list_line_needs(tx, listed.line.id);
        for (const auto& need : needs) homes.emplace(need.person, need.unit);
        input.lines.push_back(
            {std::move(listed.line), std::move(listed.programme.outcomes), std::move(needs)}
        );
    }
    input.sessions = list_sessions(tx, plan.id);
    std::erase_if(input.sessions, [](const auto& session) {
        return session.cancelled.has_value();
    });
    for (const auto& [person, home] : homes) units.insert(home);
    for (const auto& session : input.sessions) units.insert(session.place_unit);
    auto points = locate(tx, geography, units, now);
    for (const auto& [person, home] : homes) question.unlocated += !points.contains(home);

    input.budgets = plan.budgets;
    input.engagements = list_engagements(tx, plan);
    input.places_per_person =
        static_cast<int>(platform::setting(tx, "plan_places_per_person", now));
    input.value_per_level = {platform::setting(tx, "plan_value_per_level", now)};
    input.fare =
        fare_between(std::move(points), {platform::setting(tx, "plan_travel_per_km", now)});
    return question;
}

}  // namespace nangluc::planning
