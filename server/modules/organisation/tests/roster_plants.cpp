#include "modules/organisation/tests/roster_plants.hpp"

#include <algorithm>
#include <numeric>

namespace nangluc::organisation {

using enum RosterColumn;

namespace {

using sheet::Kind;

// A cell that says something else.
Plant text(RosterColumn column, std::string value, RosterFault fault) {
    return [=](const Spot& spot) {
        spot.write(column, value);
        return spot.found(column, fault);
    };
}

Plant cell_of(RosterColumn column, Kind kind, std::string value, RosterFault fault) {
    return [=](const Spot& spot) {
        spot.write(column, value, kind);
        return spot.found(column, fault);
    };
}

Found plant_other_birth(const Spot& spot) {
    spot.desk.add_known(spot.number(), {1969, 2, 3}, spot.called(), true);
    return spot.found(birth_date, RosterFault::number_other_birth_date);
}
Found plant_other_birth_in_file(const Spot& spot) {
    const auto again = spot.repeat();
    again.cells()[birth_date].date = {1969, 2, 3};
    return again.found(birth_date, RosterFault::number_other_birth_date);
}
Found plant_other_name(const Spot& spot) {
    spot.desk.add_known(spot.number(), spot.born(), "Lò Thị Sen", true);
    return spot.found(name, RosterFault::number_other_name);
}
Found plant_number_elsewhere(const Spot& spot) {
    spot.desk.add_known(spot.number(), spot.born(), "Lò Thị Sen", false);
    return spot.found(staff_number, RosterFault::number_elsewhere);
}
Found plant_same_person(const Spot& spot) {
    spot.desk.add_known("T" + std::to_string(spot.serial), spot.born(), spot.called(), true);
    return spot.found(name, RosterFault::same_person);
}
Found plant_duplicate(const Spot& spot) {
    return spot.repeat().found(staff_number, RosterFault::duplicate_row);
}
Found plant_decomposed(const Spot& spot) {
    spot.write(name, "Lo\xCC\x80 Va\xCC\x86n Pa\xCC\x82ng");
    return spot.found(name, RosterFault::mixed_unicode);
}
Found plant_merged(const Spot& spot) {
    const int row = RosterDesk::number_of(spot.row);
    const int at = spot.desk.mapping.at(rank);
    spot.desk.merged.push_back({row, at, row, at});
    return spot.found(rank, RosterFault::merged_cell);
}
Found plant_hidden(const Spot& spot) {
    spot.desk.rows[spot.row].is_hidden = true;
    return spot.found(RosterColumn::row, RosterFault::hidden_row);
}
Found plant_young(const Spot& spot) {
    spot.cells()[birth_date].date = {2009, 1, 1};
    return spot.found(birth_date, RosterFault::under_18);
}
Found plant_old(const Spot& spot) {
    spot.cells()[birth_date].date = {1950, 1, 1};
    return spot.found(birth_date, RosterFault::over_70);
}
Found plant_unborn(const Spot& spot) {
    spot.cells()[birth_date].date = {2027, 1, 1};
    return spot.found(birth_date, RosterFault::future_birth);
}

std::string former(const Spot& spot, FormerUnit unit) {
    const auto called = "Xã Cũ " + std::to_string(spot.serial);
    unit.full_name = called;
    spot.desk.reference.former_by_name[fold(called)].push_back(unit);
    return called;
}
Found plant_abolished(const Spot& spot) {
    spot.write(unit, former(spot, {.unit = {100'000 + spot.serial}, .full_name = "", .now = {}}));
    return spot.found(unit, RosterFault::unit_abolished);
}
Found plant_former(const Spot& spot, bool is_renamed, RosterFault fault) {
    const UnitId old = is_renamed ? RosterDesk::root : UnitId{100'000 + spot.serial};
    spot.write(unit, former(spot, {old, "", {RosterDesk::root}, is_renamed}));
    return spot.found(unit, fault);
}
Found plant_two_divisions(const Spot& spot) {
    const auto called = "Tổ " + std::to_string(spot.serial);
    for (const int i : {0, 1}) {
        const UnitId id{5'000 + 2 * spot.serial + i};
        spot.desk.add_unit(id, RosterDesk::root, called);
        spot.desk.add_post({id.value}, id, RosterDesk::clerk, 9);
    }
    spot.write(division, called);
    return spot.found(division, RosterFault::ambiguous_division);
}
Found plant_full_post(const Spot& spot) {
    const PostId post{20'000 + spot.serial};
    const PositionId its{20'000 + spot.serial};
    spot.desk.add_position(its, "Việc " + std::to_string(spot.serial));
    spot.desk.add_post(post, RosterDesk::office, its, 1);
    spot.desk.known.filled_by[post].insert(PersonId{1});
    spot.write(division, "Văn phòng");
    spot.write(position, "Việc " + std::to_string(spot.serial));
    return spot.found(position, RosterFault::over_authorised);
}
Found plant_second_main(const Spot& spot) {
    const auto again = spot.repeat();
    again.write(division, "Phòng Kinh tế");
    again.write(position, "Trưởng phòng");
    return again.found(kind, RosterFault::two_main_posts);
}
Found plant_main_elsewhere(const Spot& spot) {
    const auto& person = spot.desk.add_known(spot.number(), spot.born(), spot.called(), false);
    spot.desk.add_held(person.id, RosterDesk::far_post, {2021, 1, 1}, false);
    return spot.found(staff_number, RosterFault::main_elsewhere);
}
Found plant_overlap(const Spot& spot) {
    const auto& person = spot.desk.add_known(spot.number(), spot.born(), spot.called(), true);
    spot.desk.add_held(person.id, {103}, {2026, 1, 1}, true);
    return spot.found(from_date, RosterFault::overlaps_main);
}
Found plant_only_concurrent(const Spot& spot) {
    spot.write(kind, "Kiêm nhiệm");
    spot.write(share, "20");
    return spot.found(kind, RosterFault::no_main_post);
}
Found plant_too_much(const Spot& spot) {
    const auto again = spot.repeat();
    again.write(kind, "Kiêm nhiệm");
    again.write(share, "30");
    again.write(division, "Phòng Kinh tế");
    again.write(position, "Trưởng phòng");
    return again.found(share, RosterFault::shares_over_100);
}
Found plant_disagreement(const Spot& spot) {
    spot.write(share, "80");
    const auto again = spot.repeat();
    again.write(kind, "Kiêm nhiệm");
    again.write(share, "20");
    again.write(division, "Phòng Kinh tế");
    again.write(position, "Trưởng phòng");
    again.write(rank, "Cán sự");
    return again.found(rank, RosterFault::row_disagrees);
}

}  // namespace

std::vector<Plant> all_kinds() {
    using enum RosterFault;
    return {
        cell_of(staff_number, Kind::empty, "", missing),
        cell_of(name, Kind::empty, "", missing),
        cell_of(birth_date, Kind::empty, "", missing),
        cell_of(position, Kind::empty, "", missing),
        cell_of(from_date, Kind::empty, "", missing),
        text(staff_number, "12*34 56", malformed_number),
        [](const Spot& spot) {
            spot.write(staff_number, std::to_string(200'000 + spot.serial), Kind::number);
            return spot.found(staff_number, lost_zeros);
        },
        plant_other_birth,
        plant_other_birth_in_file,
        plant_other_name,
        plant_number_elsewhere,
        plant_same_person,
        plant_duplicate,
        text(name, "Nguyễn Văn 7", name_has_digits),
        text(name, "Nguyễn", one_word_name),
        text(name, "Lò " + std::string(130, 'x'), too_long),
        text(name, "Nguyễn \x07Văn Cường", control_characters),
        text(name, "Nguyễn\xE2\x80\x8B Văn Cường", control_characters),
        plant_decomposed,
        text(name, "  Nguyễn Văn Cường ", extra_blanks),
        text(division, "Văn phòng\xC2\xA0", extra_blanks),
        cell_of(position, Kind::boolean, "TRUE", wrong_type),
        cell_of(name, Kind::number, "12", wrong_type),
        cell_of(birth_date, Kind::number, "33000", wrong_type),
        cell_of(rank, Kind::error, "#N/A", formula_error),
        plant_merged,
        plant_hidden,
        text(birth_date, "tháng ba", malformed_date),
        text(birth_date, "5/6/90", two_digit_year),
        text(birth_date, "31/02/1988", impossible_date),
        text(birth_date, "03/04/1990", ambiguous_date),
        text(from_date, "03/04/2026", ambiguous_date),
        plant_unborn,
        plant_young,
        plant_old,
        text(sex, "không rõ", unknown_sex),
        text(unit, "Xã Bến Lau", unknown_unit),
        plant_abolished,
        [](const Spot& spot) { return plant_former(spot, false, unit_merged); },
        [](const Spot& spot) { return plant_former(spot, true, unit_renamed); },
        text(division, "Phòng Không Có", unknown_division),
        plant_two_divisions,
        text(position, "Phi công", unknown_position),
        [](const Spot& spot) {
            spot.write(division, "Văn phòng");
            spot.write(position, "Trưởng phòng");
            return spot.found(position, position_not_in_division);
        },
        text(from_date, "2019-12-31", before_post),
        plant_full_post,
        text(kind, "Cộng tác", unknown_kind),
        plant_second_main,
        plant_main_elsewhere,
        plant_overlap,
        plant_only_concurrent,
        text(share, "một nửa", malformed_share),
        text(share, "12.5", malformed_share),
        text(share, "120", share_out_of_range),
        text(share, "0", share_out_of_range),
        plant_too_much,
        text(until_date, "2025-06-30", end_before_start),
        text(from_date, "2028-01-01", starts_too_late),
        text(rank, "Đại tướng", unknown_rank),
        text(qualification, "Học lâu", unknown_qualification),
        text(email, "khong-co-a-cong", malformed_email),
        plant_disagreement,
    };
}

std::string text_of(const std::set<Found>& found) {
    std::string text;
    for (const auto& [row, column, fault] : found) {
        text += std::to_string(row) + ' ' + name_of(column) + ' ' + name_of(fault) + '\n';
    }
    return text;
}

std::set<Found> without(const std::set<Found>& one, const std::set<Found>& other) {
    std::set<Found> rest;
    std::ranges::set_difference(one, other, std::inserter(rest, rest.end()));
    return rest;
}

std::set<Found> plant_by_seed(RosterDesk& desk, unsigned seed, int times) {
    std::vector<std::size_t> rows(desk.rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::mt19937 chance(seed);
    std::ranges::shuffle(rows, chance);

    std::set<Found> planted;
    int serial = 0;
    for (int time = 0; time < times; ++time) {
        for (const auto& plant : all_kinds()) {
            const auto row = rows.at(static_cast<std::size_t>(serial));
            planted.insert(plant({desk, row, ++serial}));
        }
    }
    return planted;
}

}  // namespace nangluc::organisation
