#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engines/gaps/gap.hpp"

namespace nangluc::gaps {

// The rows of one unit in one block: three columns in the order of person numbers. A view, valid
// until the block changes.
struct Shelf {
    std::span<const Row> held;
    std::span<const ProfileNumber> profiles;
    std::span<const PersonNumber> people;

    std::size_t size() const { return people.size(); }
    // The place of the person's row, or nothing.
    std::optional<std::size_t> find(PersonNumber person) const;
};

// All rows of one block of competencies. When loaded, the units' rows lie one after another in
// pre-order, so that a pass reads memory straight through. A unit that outgrows its place moves to
// the end with room to double; the next load puts it back in order.
class Block {
public:
    // With room for `rows_of_unit[u]` rows in unit u.
    explicit Block(const std::vector<std::uint32_t>& rows_of_unit);

    Shelf shelf(UnitNumber unit) const {
        const auto& [begin, count, capacity] = places_[unit];
        return {{&held_[begin], count}, {&profiles_[begin], count}, {&people_[begin], count}};
    }

    // The person has no row there yet; returns the place on the shelf.
    std::size_t insert(
        UnitNumber unit, PersonNumber person, ProfileNumber profile, const Row& held
    );
    void erase(UnitNumber unit, std::size_t at);
    Row& held(UnitNumber unit, std::size_t at) { return held_[places_[unit].begin + at]; }
    void set_profile(UnitNumber unit, std::size_t at, ProfileNumber profile) {
        profiles_[places_[unit].begin + at] = profile;
    }

private:
    struct Place {
        std::size_t begin;
        std::uint32_t count;
        std::uint32_t capacity;
    };
    void make_room(Place& place);

    std::vector<Place> places_;  // by unit
    std::vector<Row> held_;
    std::vector<ProfileNumber> profiles_;
    std::vector<PersonNumber> people_;
};

}  // namespace nangluc::gaps
