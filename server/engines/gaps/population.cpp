#include "engines/gaps/population.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace nangluc::gaps {

namespace {

constexpr auto unknown_row = Row::of(not_assessed);

// std::lower_bound without a branch: each step would be guessed wrongly half of the time.
std::size_t place_in(const Shelf& shelf, PersonNumber person) {
    const auto* first = shelf.people.data();
    for (auto left = shelf.size(); left > 0;) {
        const auto half = left / 2;
        const auto step = first[half] < person ? left - half : 0;
        first += step;
        left = half;
    }
    return static_cast<std::size_t>(first - shelf.people.data());
}

void insert(Shelf& shelf, PersonNumber person, ProfileNumber profile, const Row& held) {
    const auto place = static_cast<std::ptrdiff_t>(place_in(shelf, person));
    shelf.people.insert(shelf.people.begin() + place, person);
    shelf.profiles.insert(shelf.profiles.begin() + place, profile);
    shelf.held.insert(shelf.held.begin() + place, held);
}

void erase(Shelf& shelf, std::size_t at) {
    const auto place = static_cast<std::ptrdiff_t>(at);
    shelf.people.erase(shelf.people.begin() + place);
    shelf.profiles.erase(shelf.profiles.begin() + place);
    shelf.held.erase(shelf.held.begin() + place);
}

// A lane beyond the last competency must never count as known.
void check_held(const HeldRow& row, std::size_t competencies) {
    if (row.block >= blocks_for(competencies)) throw std::out_of_range("no such block");
    const auto first = row.block * block_width;
    for (auto lane = std::min(block_width, competencies - first); lane < block_width; ++lane) {
        if (row.held.levels[lane] != not_assessed) throw std::out_of_range("no such competency");
    }
}

}  // namespace

std::optional<std::size_t> Shelf::find(PersonNumber person) const {
    const auto place = place_in(*this, person);
    if (place == people.size() || people[place] != person) return std::nullopt;
    return place;
}

Population::Population(
    Units units, Profiles profiles, std::span<const Person> people, std::span<const HeldRow> held
)
    : units_(std::move(units)),
      profiles_(std::move(profiles)),
      people_(people.begin(), people.end()),
      shelves_(units_.size() * profiles_.blocks()) {
    for (const auto& row : held) {
        check_held(row, profiles_.competencies());
        check(row.person);
    }
    for (const auto& person : people_) {
        if (person.unit == no_unit) continue;
        check(person);
        ++present_;
    }

    // Counted first, so that each shelf is allocated once, at its size, in the order of the pass.
    std::vector<const Row*> row_of(people_.size());
    std::vector<std::uint32_t> sizes(units_.size());
    for (std::size_t block = 0; block < blocks(); ++block) {
        std::fill(row_of.begin(), row_of.end(), nullptr);
        std::fill(sizes.begin(), sizes.end(), 0);
        for (const auto& row : held) {
            if (row.block == block) row_of[row.person] = &row.held;
        }
        for (PersonNumber number = 0; number < people_.size(); ++number) {
            const auto [unit, profile] = people_[number];
            if (unit == no_unit) continue;
            if (!row_of[number] && profiles_.asks(profile, block)) row_of[number] = &unknown_row;
            if (row_of[number]) ++sizes[unit];
        }
        for (UnitNumber unit = 0; unit < units_.size(); ++unit) {
            auto& shelf = shelves_[block * units_.size() + unit];
            shelf.held.reserve(sizes[unit]);
            shelf.profiles.reserve(sizes[unit]);
            shelf.people.reserve(sizes[unit]);
        }
        for (PersonNumber number = 0; number < people_.size(); ++number) {
            if (!row_of[number]) continue;
            auto& shelf = shelf_of(number, block);
            shelf.held.push_back(*row_of[number]);
            shelf.profiles.push_back(people_[number].profile);
            shelf.people.push_back(number);
        }
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

const Shelf& Population::shelf(std::size_t block, UnitNumber unit) const {
    return shelves_[block * units_.size() + unit];
}

Shelf& Population::shelf_of(PersonNumber person, std::size_t block) {
    return shelves_[block * units_.size() + people_[person].unit];
}

const Row* Population::find_row(PersonNumber person, std::size_t block) const {
    check(person);
    const auto& own = shelf(block, people_[person].unit);
    const auto place = own.find(person);
    return place ? &own.held[*place] : nullptr;
}

Level Population::held(PersonNumber person, Competency competency) const {
    if (competency >= profiles_.competencies()) throw std::out_of_range("no such competency");
    const auto* row = find_row(person, block_of(competency));
    return row ? row->levels[lane_of(competency)] : not_assessed;
}

Row& Population::row_for(PersonNumber person, std::size_t block) {
    auto& shelf = shelf_of(person, block);
    const auto place = place_in(shelf, person);
    if (place == shelf.size() || shelf.people[place] != person) {
        insert(shelf, person, people_[person].profile, unknown_row);
    }
    return shelf.held[place];
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

    for (std::size_t block = 0; block < blocks(); ++block) {
        auto& shelf = shelf_of(person, block);
        if (const auto place = shelf.find(person)) erase(shelf, *place);
    }
    people_[person].unit = no_unit;
    --present_;
}

void Population::move(PersonNumber person, UnitNumber unit) {
    check(person);
    check({unit, people_[person].profile});

    for (std::size_t block = 0; block < blocks(); ++block) {
        auto& old = shelf_of(person, block);
        const auto place = old.find(person);
        if (!place) continue;
        const auto held = old.held[*place];
        erase(old, *place);
        insert(shelves_[block * units_.size() + unit], person, people_[person].profile, held);
    }
    people_[person].unit = unit;
}

void Population::set_profile(PersonNumber person, ProfileNumber profile) {
    check(person);
    check({people_[person].unit, profile});

    people_[person].profile = profile;
    for (std::size_t block = 0; block < blocks(); ++block) {
        auto& shelf = shelf_of(person, block);
        if (const auto place = shelf.find(person)) {
            shelf.profiles[*place] = profile;
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
