#include "app/world/judgements.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "kit/db/db.hpp"

namespace nangluc::world {

namespace {

using assessment::Method;
using assessment::Rating;
using organisation::HoldingKind;
using organisation::HoldingRow;

// The runs that communes attended in the year after the merger.
struct Run {
    std::string_view programme;
    std::string_view name;
    Date on;
};
constexpr std::array runs = {
    Run{"DB-VBDT", "Văn bản điện tử, khóa 1", {2025, 8, 12}},
    Run{"DB-VBDT", "Văn bản điện tử, khóa 2", {2025, 9, 16}},
    Run{"DB-KHCN", "Chuyển đổi số, khóa 1", {2025, 10, 7}},
    Run{"DB-KHCN", "Chuyển đổi số, khóa 2", {2025, 11, 4}},
    Run{"DB-VNEID", "VNeID trực tuyến", {2025, 12, 9}},
    Run{"QG-2CAP", "Chính quyền hai cấp", {2025, 7, 14}},
    Run{"DB-DL1", "Quản lý dữ liệu, khóa 1", {2026, 4, 14}},
};

}  // namespace

Judgements::Judgements(
    const Content& content,
    const Offices& offices,
    const competency::RequirementTable& requirements,
    Date today,
    std::uint64_t seed
)
    : content_(content), requirements_(requirements), today_(today), chance_(seed) {
    for (const auto& [code, position] : offices.positions) positions_[position.id] = &position;
    for (const auto& each : content.competencies) levels_[each.id] = each.levels;
}

const std::vector<Judgements::Required>& Judgements::required_of(
    const HoldingRow& holding, PositionId position, const UnitPath& place
) {
    const auto [known, is_new] = required_.try_emplace(position);
    if (!is_new) return known->second;

    const auto& row = *positions_.at(position);
    const competency::Standing standing{
        .person = holding.person,
        .holdings = {{
            .post = holding.post,
            .unit = holding.unit,
            .position = position,
            .position_group = row.position_group,
            .occupational_group = row.occupational_group,
        }},
        .places = {place},
        .levels = {"commune"},
        .next_positions = {},
    };
    for (const auto* requirement : requirements_.of(standing, competency::Goal::present)) {
        auto& required = known->second;
        const bool is_first =
            required.empty() || required.back().competency != requirement->competency;
        if (!is_first) continue;
        const auto levels = levels_.at(requirement->competency);
        required.push_back({requirement->competency, requirement->minimum, levels});
    }
    return known->second;
}

Date Judgements::day_in_the_last(int months) {
    return add_days(today_, -chance_.between(3, months * 30));
}

int Judgements::level_held(const Required& required) {
    const double level = standing_.level(required.minimum, chance_);
    return std::clamp(static_cast<int>(std::lround(level)), 0, required.levels);
}

Rating Judgements::rating(PersonId person, const Required& required, int level, Method method) {
    // Whoever heads a unit is judged from above it, by somebody outside this world.
    const bool by_head = method == Method::supervisor && person != head_;
    const auto rater = method == Method::self ? person : by_head ? head_ : PersonId{};
    return {
        .id = {},
        .person = person,
        .competency = required.competency,
        .level = std::clamp(level, 0, required.levels),
        .method = method,
        .rater = rater,
        .rater_role = method == Method::self         ? "civil_servant"
                      : method == Method::supervisor ? "supervisor"
                                                     : "assessor",
        .observed_on = day_in_the_last(method == Method::test ? 15 : 22),
        .recorded_at = {},
        .withdraws = {},
    };
}

void Judgements::judge_one(
    const HoldingRow& holding,
    const Required& required,
    Density density,
    std::vector<Rating>& ratings
) {
    ++found_.asked;
    if (chance_.percent(10)) {  // nobody has judged this yet
        ++found_.unjudged;
        return;
    }
    const int level = level_held(required);
    ++found_.by_difference[level - required.minimum];
    const auto add = [&](Method method, int judged) {
        ratings.push_back(rating(holding.person, required, judged, method));
    };
    if (density == Density::one_judge) {
        add(chance_.percent(30) ? Method::test : Method::supervisor, level);
        return;
    }
    add(Method::supervisor, level + (chance_.percent(25) ? chance_.between(-1, 1) : 0));
    if (chance_.percent(70)) add(Method::self, level + (chance_.percent(45) ? 1 : 0));
    if (chance_.percent(40)) add(Method::test, level);
}

void Judgements::judge(const Staff& staff, Density density, std::vector<Rating>& ratings) {
    std::unordered_map<PostId, PositionId> position_of;
    for (const auto& post : staff.posts) position_of[post.id] = post.position;
    std::unordered_map<UnitId, const organisation::DatedPlace*> place_of;
    for (const auto& place : staff.units.places) place_of[place.unit] = &place;

    // Staff stand from the head down.
    std::unordered_map<UnitId, PersonId> head_of;
    for (const auto& holding : staff.holdings) head_of.emplace(holding.unit, holding.person);

    UnitId office;
    for (const auto& holding : staff.holdings) {
        if (holding.kind != HoldingKind::main || !holding.period.is_open()) continue;
        const auto& place = *place_of.at(holding.unit);
        if (place.parent != office) {
            office = place.parent;
            const auto remote = staff.remoteness.find(office);
            const auto remoteness = remote == staff.remoteness.end() ? 0 : remote->second;
            standing_.enter_office(remoteness, chance_);
        }
        // Drawn, not made from the person's id: ids differ from one loading to the next.
        standing_.meet_person(chance_);
        head_ = head_of.at(holding.unit);
        for (const auto& required :
             required_of(holding, position_of.at(holding.post), place.path)) {
            judge_one(holding, required, density, ratings);
        }
    }
}

void Judgements::attend(
    const Staff& staff,
    const UnitPath& commune,
    int participations,
    std::vector<programmes::Participation>& attended
) {
    std::vector<const HoldingRow*> present;
    for (const auto& place : staff.units.places) {
        if (!commune.contains(place.path)) continue;
        for (const auto& holding : staff.holdings) {
            const bool is_here = holding.unit == place.unit && holding.kind == HoldingKind::main &&
                                 holding.period.from <= Date{2025, 7, 1};
            if (is_here) present.push_back(&holding);
        }
    }
    // Run after run, each for the next ones in the row, so that nobody sits in a run twice.
    std::size_t next = 0;
    for (int i = 0; i < participations && !present.empty(); ++i) {
        const auto& run = runs
            [static_cast<std::size_t>(i) * runs.size() / static_cast<std::size_t>(participations)];
        const auto& holding = *present[next++ * 7 % present.size()];
        attended.push_back({
            .person = holding.person,
            .version = content_.programmes.at(std::string(run.programme)),
            .unit = holding.unit,
            .run = std::string(run.name),
            .started_on = run.on,
            .ended_on = add_days(run.on, 1),
            .completed = chance_.percent(95),
            .source = "demo",
        });
    }
}

}  // namespace nangluc::world
