#include "engines/gaps/population.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace nangluc::gaps {

namespace {

constexpr auto unknown_row = Row::of(not_assessed);

// A lane beyond the last competency must never count as known.
void check_held(const HeldRow& row, std::size_t competencies) {
    if (row.block >= blocks_for(competencies)) throw std::out_of_range("no such block");
    const auto first = row.block * block_width;
    for (auto lane = std::min(block_width, competencies - first); lane < block_width; ++lane) {
        if (row.held.levels[lane] != not_assessed) throw std::out_of_range("no such competency");
    }
}

}  // namespace

Population::Population(
    Units units, Profiles profiles, std::span<const Person> people, std::span<const HeldRow> held
)
    : units_(std::move(units)),
      profiles_(std::move(profiles)),
      people_(people.begin(), people.end()) {
    for (const auto& row : held) {
        check_held(row, profiles_.competencies());
        check(row.person);
    }
    for (const auto& person : people_) {
        if (person.unit == no_unit) continue;
        check(person);
        ++present_;
    }

    for (std::size_t block = 0; block < blocks(); ++block) load(block, held);
}

// Counted first, so that each unit's rows find their place in pre-order.
void Population::load(std::size_t block, std::span<const HeldRow> held) {
    std::vector<const Row*> row_of(people_.size());
    for (const auto& row : held) {
        if (row.block == block) row_of[row.person] = &row.held;
    }
    std::vector<std::uint32_t> rows_of_unit(units_.size());
    for (PersonNumber number = 0; number < people_.size(); ++number) {
        const auto [unit, profile] = people_[number];
        if (unit == no_unit) continue;
        if (!row_of[number] && profiles_.asks(profile, block)) row_of[number] = &unknown_row;
        if (row_of[number]) ++rows_of_unit[unit];
    }

    auto& rows = blocks_.emplace_back(rows_of_unit);
    for (PersonNumber number = 0; number < people_.size(); ++number) {
        if (!row_of[number]) continue;
        rows.insert(people_[number].unit, number, people_[number].profile, *row_of[number]);
    }
}

bool Population::has(PersonNumber person) const {
    return person < people_.size() && people_[person].unit != no_unit;
}

void Population::check(PersonNumber person) const {
    if (!has(person)) throw std::out_of_range("no such person");
}

void Population::check(Person person) const {
    if (person.unit >= units_.size()) throw std::out_of_range("no such unit");
    if (person.profile >= profiles_.size()) throw std::out_of_range("no such profile");
}

const Row* Population::find_row(PersonNumber person, std::size_t block) const {
    check(person);
    const auto own = shelf(block, people_[person].unit);
    const auto place = own.find(person);
    return place ? &own.held[*place] : nullptr;
}

Level Population::held(PersonNumber person, Competency competency) const {
    if (competency >= profiles_.competencies()) throw std::out_of_range("no such competency");
    const auto* row = find_row(person, block_of(competency));
    return row ? row->levels[lane_of(competency)] : not_assessed;
}

Row& Population::row_for(PersonNumber person, std::size_t block) {
    const auto [unit, profile] = people_[person];
    const auto place = shelf(block, unit).find(person);
    if (place) return blocks_[block].held(unit, *place);
    return blocks_[block].held(unit, blocks_[block].insert(unit, person, profile, unknown_row));
}

void Population::add(PersonNumber number, Person person, std::span<const HeldRow> held) {
    if (has(number)) throw std::invalid_argument("the person is already counted");
    check(person);
    for (const auto& row : held) check_held(row, profiles_.competencies());

    if (number >= people_.size()) people_.resize(number + std::size_t{1});
    people_[number] = person;
    ++present_;
    for (const auto& row : held) row_for(number, row.block) = row.held;
    for (std::size_t block = 0; block < blocks(); ++block) {
        if (profiles_.asks(person.profile, block)) row_for(number, block);
    }
}

void Population::remove(PersonNumber person) {
    check(person);

    const auto unit = people_[person].unit;
    for (auto& rows : blocks_) {
        if (const auto place = rows.shelf(unit).find(person)) rows.erase(unit, *place);
    }
    people_[person].unit = no_unit;
    --present_;
}

void Population::move(PersonNumber person, UnitNumber unit) {
    check(person);
    check({unit, people_[person].profile});

    const auto [old_unit, profile] = people_[person];
    for (auto& rows : blocks_) {
        const auto place = rows.shelf(old_unit).find(person);
        if (!place) continue;
        const auto held = rows.held(old_unit, *place);
        rows.erase(old_unit, *place);
        rows.insert(unit, person, profile, held);
    }
    people_[person].unit = unit;
}

void Population::set_profile(PersonNumber person, ProfileNumber profile) {
    check(person);
    check({people_[person].unit, profile});

    people_[person].profile = profile;
    const auto unit = people_[person].unit;
    for (std::size_t block = 0; block < blocks(); ++block) {
        if (const auto place = shelf(block, unit).find(person)) {
            blocks_[block].set_profile(unit, *place, profile);
        } else if (profiles_.asks(profile, block)) {
            row_for(person, block);
        }
    }
}

Level Population::set_held(PersonNumber person, Competency competency, Level level) {
    check(person);
    if (competency >= profiles_.competencies()) throw std::out_of_range("no such competency");

    return std::exchange(row_for(person, block_of(competency)).levels[lane_of(competency)], level);
}

void Population::replace_profiles(Profiles profiles) {
    if (profiles.competencies() != profiles_.competencies() || profiles.size() < profiles_.size()) {
        throw std::out_of_range("the profiles do not fit these people");
    }

    for (std::size_t block = 0; block < blocks(); ++block) {
        for (PersonNumber number = 0; number < people_.size(); ++number) {
            const auto [unit, profile] = people_[number];
            if (unit == no_unit || !profiles.asks(profile, block)) continue;
            if (!profiles_.asks(profile, block)) row_for(number, block);
        }
    }
    profiles_ = std::move(profiles);
}

}  // namespace nangluc::gaps
