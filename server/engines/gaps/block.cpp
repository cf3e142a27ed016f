#include "engines/gaps/block.hpp"

#include <algorithm>

namespace nangluc::gaps {

namespace {

// std::lower_bound without a branch: each step would be guessed wrongly half of the time.
std::size_t place_of(std::span<const PersonNumber> people, PersonNumber person) {
    const auto* first = people.data();
    for (auto left = people.size(); left > 0;) {
        const auto half = left / 2;
        const auto step = first[half] < person ? left - half : 0;
        first += step;
        left = half;
    }
    return static_cast<std::size_t>(first - people.data());
}

// Opens a gap of one at `at` in a run of `count`, or closes it.
template <class Item>
void open_at(Item* run, std::size_t count, std::size_t at) {
    std::copy_backward(run + at, run + count, run + count + 1);
}
template <class Item>
void close_at(Item* run, std::size_t count, std::size_t at) {
    std::copy(run + at + 1, run + count, run + at);
}

template <class Item>
void move_to_end(
    std::vector<Item>& column, std::size_t begin, std::size_t count, std::size_t room
) {
    const auto end = column.size();
    column.resize(end + room);
    std::copy_n(&column[begin], count, &column[end]);
}

}  // namespace

std::optional<std::size_t> Shelf::find(PersonNumber person) const {
    const auto place = place_of(people, person);
    if (place == people.size() || people[place] != person) return std::nullopt;
    return place;
}

Block::Block(const std::vector<std::uint32_t>& rows_of_unit) {
    std::size_t begin = 0;
    for (const auto rows : rows_of_unit) {
        places_.push_back({begin, 0, rows});
        begin += rows;
    }
    // One more than needed, so that an empty shelf at the end has an address too.
    held_.resize(begin + 1);
    profiles_.resize(begin + 1);
    people_.resize(begin + 1);
}

void Block::make_room(Place& place) {
    const auto room = std::max<std::uint32_t>(4, 2 * place.capacity);
    const auto end = held_.size();
    move_to_end(held_, place.begin, place.count, room);
    move_to_end(profiles_, place.begin, place.count, room);
    move_to_end(people_, place.begin, place.count, room);
    place.begin = end;
    place.capacity = room;
}

std::size_t Block::insert(
    UnitNumber unit, PersonNumber person, ProfileNumber profile, const Row& held
) {
    auto& place = places_[unit];
    const auto copy = held;  // it may lie in a column that is about to move
    if (place.count == place.capacity) make_room(place);

    const auto at = place_of(shelf(unit).people, person);
    open_at(&held_[place.begin], place.count, at);
    open_at(&profiles_[place.begin], place.count, at);
    open_at(&people_[place.begin], place.count, at);
    held_[place.begin + at] = copy;
    profiles_[place.begin + at] = profile;
    people_[place.begin + at] = person;
    ++place.count;
    return at;
}

void Block::erase(UnitNumber unit, std::size_t at) {
    auto& place = places_[unit];
    close_at(&held_[place.begin], place.count, at);
    close_at(&profiles_[place.begin], place.count, at);
    close_at(&people_[place.begin], place.count, at);
    --place.count;
}

}  // namespace nangluc::gaps
