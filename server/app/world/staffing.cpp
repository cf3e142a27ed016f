#include "app/world/staffing.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdio>

#include "app/world/names.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"

namespace nangluc::world {

namespace {

using organisation::HoldingKind;
using organisation::PositionRow;

constexpr Date merger{2025, 7, 1};
constexpr std::string_view invented = "demo";

// Ten of a hundred posts of an office differ from the plan in one head, so that no two are alike.
int authorised_here(Chance& chance, int planned, bool as_reported) {
    if (as_reported || planned < 2 || !chance.percent(35)) return planned;
    return std::max(1, planned - chance.between(1, planned > 3 ? 2 : 1));
}

}  // namespace

void Staffing::staff(const Place& place, bool as_reported, Staff& staff) {
    numbered_ = 0;
    staff.remoteness[place.unit.id] = place.remoteness;
    const auto seats = lay_out(place, as_reported, staff);
    const bool is_small = place.people && static_cast<int>(seats.size()) >= *place.people;
    std::vector<Seat> vacant;
    for (const auto& seat : seats) {
        if (is_small || is_filled(*seat.position, as_reported)) {
            fill(place, seat, staff);
        } else {
            vacant.push_back(seat);
        }
    }
    add_concurrent_duties(vacant, staff);
    // Beyond the office's own a nation has teachers and health workers.
    if (place.people) staff_services(place, *place.people - numbered_, staff);
}

void Staffing::fill(const Place& place, const Seat& seat, Staff& staff) {
    const auto person = add_person(place, seat, staff);
    add_holdings(place, person, seat, staff);
}

organisation::Unit Staffing::staff_department(const organisation::Unit& province, Staff& staff) {
    const Place place{.unit = province, .province_code = province.code};
    const DivisionPlan plan{
        .code = "",
        .type = "department",
        .name = "Sở Nội vụ",
        .name_en = "Department of Home Affairs",
        .system = "local",
        .applies_to = {},
    };
    numbered_ = 0;
    const auto unit = add_unit(place, plan, 500, staff);
    for (const auto& [code, count] : {std::pair("GDS", 1), {"PGDS", 2}, {"TPS", 3}, {"CVS", 8}}) {
        const auto& position = offices_.positions.at(code);
        const auto post = add_post(unit, position, count, staff);
        for (int i = 0; i < count; ++i) {
            fill(place, {post, unit, &position}, staff);
        }
    }
    return {
        .id = unit,
        .parent = province.id,
        .code = "",
        .kind = "office",
        .type = plan.type,
        .level = "division",
        .name = plan.name,
        .full_name = plan.name,
        .full_name_en = plan.name_en,
        .path = province.path.child(unit),
    };
}

// Where fewer people are wanted than an office has, the first posts of it.
std::vector<Staffing::Seat> Staffing::lay_out(const Place& place, bool as_reported, Staff& staff) {
    std::vector<Seat> seats;
    const auto most = static_cast<std::size_t>(place.people.value_or(INT_MAX));
    int seq = 0;
    for (const auto* division : offices_.divisions_of(place.unit.type)) {
        if (seats.size() >= most) break;
        const auto unit = add_unit(place, *division, ++seq, staff);
        for (const auto& [code, planned] : offices_.posts.at(division->code)) {
            if (seats.size() >= most) break;
            const auto& position = offices_.positions.at(code);
            const auto authorised = authorised_here(chance_, planned, as_reported);
            const auto post = add_post(unit, position, authorised, staff);
            for (int i = 0; i < authorised && seats.size() < most; ++i) {
                seats.push_back({post, unit, &position});
            }
        }
    }
    return seats;
}

void Staffing::staff_services(const Place& place, int people, Staff& staff) {
    constexpr int health_workers = 12;
    if (people <= 0) return;
    const DivisionPlan station{
        .code = "",
        .type = "health_station",
        .name = "Trạm Y tế",
        .name_en = "Health Station",
        .system = "local",
        .applies_to = {},
    };
    staff_service(place, station, 20, std::min(people, health_workers), staff);
    people -= health_workers;
    for (int number = 1; people > 0; ++number) {
        const auto ordinal = std::to_string(number);
        const DivisionPlan school{
            .code = "",
            .type = "school",
            .name = "Trường học số " + ordinal,
            .name_en = "School No. " + ordinal,
            .system = "local",
            .applies_to = {},
        };
        const int teachers = std::min(people, chance_.between(25, 60));
        staff_service(place, school, 20 + number, teachers, staff);
        people -= teachers;
    }
}

void Staffing::staff_service(
    const Place& place, const DivisionPlan& plan, int seq, int people, Staff& staff
) {
    const bool is_school = plan.type == "school";
    const auto unit = add_unit(place, plan, seq, staff);
    const auto& head = offices_.positions.at(is_school ? "HTR" : "TTR");
    fill(place, {add_post(unit, head, 1, staff), unit, &head}, staff);
    if (people < 2) return;
    const auto& worker = offices_.positions.at(is_school ? "GV" : "NVYT");
    const int vacancies = chance_.percent(40) ? chance_.between(1, 3) : 0;
    const auto post = add_post(unit, worker, people - 1 + vacancies, staff);
    for (int i = 1; i < people; ++i) fill(place, {post, unit, &worker}, staff);
}

UnitId Staffing::add_unit(const Place& place, const DivisionPlan& plan, int seq, Staff& staff) {
    const auto unit = kit_.ids.make<UnitId>();
    staff.units.units.push_back(unit);
    const organisation::SnapshotUnit called{
        .code = "",
        .level = "division",
        .type = plan.type,
        .name = plan.name,
        .full_name = plan.name,
        .name_en = plan.name_en,
        .full_name_en = plan.name_en,
        .parent_code = "",
    };
    staff.units.names.push_back({unit, called, {merger}, {}});
    staff.units.places.push_back({
        .unit = unit,
        .parent = place.unit.id,
        .level = "division",
        .path = place.unit.path.child(unit),
        .seq = seq,
        .period = {merger},
        .decision = {},
    });
    return unit;
}

PostId Staffing::add_post(UnitId unit, const PositionRow& position, int authorised, Staff& staff) {
    const auto post = kit_.ids.make<PostId>();
    staff.posts.push_back({
        .id = post,
        .unit = unit,
        .position = position.id,
        .rank = {},
        .authorised = authorised,
        .period = {merger},
        .decision = {},
    });
    return post;
}

bool Staffing::is_filled(const PositionRow& position, bool as_reported) {
    const bool is_it = position.duty == "it_specialist";
    const bool is_communications = position.duty == "communications_officer";
    if (as_reported) return !is_it && !is_communications;
    if (is_it) return chance_.percent(40);
    if (is_communications) return chance_.percent(65);
    return position.kind == "leadership" || chance_.percent(96);
}

PersonId Staffing::add_person(const Place& place, const Seat& seat, Staff& staff) {
    const bool is_woman = chance_.percent(seat.position->kind == "leadership" ? 28 : 47);
    const auto person = kit_.ids.make<PersonId>();
    const int age = std::clamp(static_cast<int>(39 + 8 * chance_.normal()), 23, 59);
    const Date born{2025 - age, chance_.between(1, 12), chance_.between(1, 28)};

    char number[24];
    std::snprintf(number, sizeof number, "%s%04d", place.unit.code.c_str(), ++numbered_);
    staff.people.push_back({
        .id = person,
        .staff_number = number,
        .birth_date = born,
        .name = make_name(chance_, people_of(chance_, place.province_code), is_woman),
    });
    add_facts(person, seat, born, staff);
    return person;
}

void Staffing::add_facts(PersonId person, const Seat& seat, Date born, Staff& staff) {
    const auto add = [&](std::string_view kind,
                         std::string_view value,
                         Period period,
                         std::optional<int> year = std::nullopt) {
        staff.facts.push_back({
            .person = person,
            .kind = std::string(kind),
            .value = std::string(value),
            .year = year,
            .source = std::string(invented),
            .period = period,
        });
    };
    const Date hired{std::min(2024, born.year + 24 + chance_.below(4)), chance_.between(1, 12), 1};
    add("rank", offices_.rank_of_position.at(seat.position->code), {hired});
    const int study = chance_.below(100);
    add("qualification", study < 9 ? "master" : study < 93 ? "university" : "college", {hired});
    const bool is_service = seat.position->code == "GV" || seat.position->code == "NVYT";
    add("staff_kind", is_service ? "public_employee" : "civil_servant", {hired});
    for (const int year : {2024, 2025}) {
        const int rating = chance_.below(100);
        const auto* word = rating < 17 ? "excellent" : rating < 82 ? "good" : "complete";
        add("yearly_rating", word, {{year + 1, 1, 1}, {year + 2, 1, 1}}, year);
    }
}

void Staffing::add_holdings(const Place& place, PersonId person, const Seat& seat, Staff& staff) {
    const auto add = [&](PostId post, UnitId unit, Period period) {
        staff.holdings.push_back({
            .id = kit_.ids.make<HoldingId>(),
            .person = person,
            .post = post,
            .unit = unit,
            .kind = HoldingKind::main,
            .share_percent = 100,
            .period = period,
            .note = "",
        });
    };
    // Most came from the units that were merged; some were appointed since.
    const bool is_new = chance_.percent(9);
    const Date since = is_new ? add_days(merger, chance_.between(30, 450)) : merger;
    if (!is_new && !place.predecessors.empty()) {
        const auto& before =
            chance_.one_of(std::span<const organisation::Unit>(place.predecessors));
        const Date from{chance_.between(2024, 2024), chance_.between(2, 12), 1};
        add(post_before(before, seat, staff), before.id, {from, merger});
    }
    add(seat.post, seat.unit, {since});
}

PostId Staffing::post_before(const organisation::Unit& unit, const Seat& seat, Staff& staff) {
    const auto [known, is_new] =
        posts_before_.emplace(std::pair(unit.id, seat.position->id), PostId{});
    if (is_new) {
        known->second = kit_.ids.make<PostId>();
        staff.posts.push_back({
            .id = known->second,
            .unit = unit.id,
            .position = seat.position->id,
            .rank = {},
            .authorised = 2,
            .period = {{2024, 2, 1}, merger},
            .decision = {},
        });
    }
    return known->second;
}

void Staffing::add_concurrent_duties(const std::vector<Seat>& vacant, Staff& staff) {
    // Who keeps the office's papers is the one who is asked to keep its computers too.
    const auto clerk_code = offices_.positions.at("VPTK").id;
    const auto post_of_clerks = std::ranges::find_if(
        staff.posts.rbegin(),
        staff.posts.rend(),
        [&](const organisation::PostRow& post) {
            return post.position == clerk_code && post.period.is_open();
        }
    );
    if (post_of_clerks == staff.posts.rend()) return;
    const auto clerk = std::ranges::find_if(
        staff.holdings.rbegin(),
        staff.holdings.rend(),
        [&](const organisation::HoldingRow& holding) { return holding.post == post_of_clerks->id; }
    );
    if (clerk == staff.holdings.rend()) return;
    const auto person = clerk->person;
    clerk->share_percent = 80;
    for (const auto& seat : vacant) {
        if (seat.position->duty != "it_specialist") continue;
        staff.holdings.push_back({
            .id = kit_.ids.make<HoldingId>(),
            .person = person,
            .post = seat.post,
            .unit = seat.unit,
            .kind = HoldingKind::concurrent,
            .share_percent = 20,
            .period = {add_days(merger, 31 + chance_.below(200))},
            .note = "",
        });
    }
}

}  // namespace nangluc::world
