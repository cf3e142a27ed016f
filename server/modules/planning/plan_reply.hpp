#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "kit/actor.hpp"
#include "modules/planning/plan_page.hpp"

namespace nangluc::planning {

// A plan as the replies of the module show it. Included by *_http.cpp only.
struct BudgetReply {
    BudgetSource source{};
    Money ceiling;
    Money planned;
};
BOOST_DESCRIBE_STRUCT(BudgetReply, (), (source, ceiling, planned))

struct TotalsReply {
    int people = 0;
    int seats = 0;
    std::int64_t hours = 0;
    Money cost;
    Money ceiling;
    Money travel;
    int needs = 0;  // of all lines
    int people_asked = 0;
};
BOOST_DESCRIBE_STRUCT(
    TotalsReply, (), (people, seats, hours, cost, ceiling, travel, needs, people_asked)
)

struct AvoidedReply {
    int seats = 0;
    std::int64_t hours = 0;
    Money money;
};
BOOST_DESCRIBE_STRUCT(AvoidedReply, (), (seats, hours, money))

struct PlanSummary {
    PlanId id;
    UnitId unit;
    std::string unit_name;
    std::string successor_name;  // empty while the unit itself stands
    int year = 0;
    std::string title;
    PlanStatus status{};
    int version = 1;
    int lines = 0;
    TotalsReply totals;
    std::vector<BudgetReply> budgets;
};
BOOST_DESCRIBE_STRUCT(
    PlanSummary,
    (),
    (id, unit, unit_name, successor_name, year, title, status, version, lines, totals, budgets)
)

struct PlanSessionReply {
    PlanSessionId id;
    UnitId place_unit;
    std::string place;
    Date starts_on;
    Date ends_on;
    int seats = 0;
    int min_seats = 0;
    Money cost_fixed;
    Money cost_per_person;
    int people = 0;
    Money cost;
    Money travel;
    std::optional<Shut> shut;
    int could_come = 0;                    // where it stays shut
    std::optional<std::string> cancelled;  // why it is not held after all
};
BOOST_DESCRIBE_STRUCT(
    PlanSessionReply,
    (),
    (id,
     place_unit,
     place,
     starts_on,
     ends_on,
     seats,
     min_seats,
     cost_fixed,
     cost_per_person,
     people,
     cost,
     travel,
     shut,
     could_come,
     cancelled)
)

struct UnplacedReply {
    Unseated reason{};
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(UnplacedReply, (), (reason, people))

struct PlanLineReply {
    LineId id;
    int seq = 1;
    ProgrammeVersionId programme_version;
    std::string programme_code;
    std::string programme_title;
    std::string programme_title_en;
    int hours = 0;
    int days = 0;
    int min_class = 0;
    int max_class = 0;
    Money cost_per_class;
    Money cost_per_person;
    TargetGroupId group;
    std::string group_title;
    BudgetSource source{};
    std::string note;
    int needs = 0;
    int people = 0;
    int people_seated = 0;
    int completed_before = 0;
    int already_holding = 0;
    int exceptions = 0;
    Money cost;
    std::vector<PlanSessionReply> sessions;
    std::vector<UnplacedReply> unplaced;
};
BOOST_DESCRIBE_STRUCT(
    PlanLineReply,
    (),
    (id,
     seq,
     programme_version,
     programme_code,
     programme_title,
     programme_title_en,
     hours,
     days,
     min_class,
     max_class,
     cost_per_class,
     cost_per_person,
     group,
     group_title,
     source,
     note,
     needs,
     people,
     people_seated,
     completed_before,
     already_holding,
     exceptions,
     cost,
     sessions,
     unplaced)
)

struct SolutionReply {
    SolutionId id;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    std::int64_t gap = 0;
    std::string input_hash;
    std::string engine_version;
    int unlocated = 0;
    Instant solved_at;
    std::vector<SearchPoint> curve;
    std::vector<Price> prices;
    Money value_per_level;  // 0: not known any more
    std::string certificate_hash;
};
BOOST_DESCRIBE_STRUCT(
    SolutionReply,
    (),
    (id,
     value,
     bound,
     gap,
     input_hash,
     engine_version,
     unlocated,
     solved_at,
     curve,
     prices,
     value_per_level,
     certificate_hash)
)

struct PlanActReply {
    PlanAct act{};
    int version = 1;
    AccountId by;
    std::string by_name;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(PlanActReply, (), (act, version, by, by_name, reason, at))

struct PlanReply {
    PlanSummary plan;
    std::vector<PlanLineReply> lines;
    std::optional<SolutionReply> solution;
    AvoidedReply avoided;
    std::vector<PlanActReply> acts;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(PlanReply, (), (plan, lines, solution, avoided, acts, actions))

PlanSummary summary_of(const PlanPage& page);
PlanReply reply_of(const PlanPage& page, const Actor& reader);

}  // namespace nangluc::planning
