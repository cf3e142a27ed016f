#include "engines/gaps/live.hpp"

#include <stdexcept>

namespace nangluc::gaps {

LiveCube::LiveCube(Population population, unsigned threads)
    : population_(std::move(population)), cube_(cube_of(population_, {.threads = threads})) {}

bool LiveCube::agrees(unsigned threads) const {
    return cube_ == cube_of(population_, {.threads = threads});
}

void LiveCube::set_held(PersonNumber person, Competency competency, Level level) {
    const auto before = population_.set_held(person, competency, level);

    const auto [own_unit, profile] = population_.people()[person];
    const auto required = population_.profiles().required(profile, competency);
    const auto lane = lane_of(competency);
    // Unsigned differences: they wrap, and wrap back when they are added.
    const auto is = [&](Level held, Standing standing) -> std::uint32_t {
        return standing_of(required, held) == standing;
    };
    const auto with_gap = is(level, Standing::gap) - is(before, Standing::gap);
    const auto unknown = is(level, Standing::unknown) - is(before, Standing::unknown);
    const auto gap_sum = std::uint32_t{gap_of(required, level)} - gap_of(required, before);
    for (auto unit = own_unit; unit != no_unit; unit = population_.units().parent(unit)) {
        auto& cells = cube_.cells(block_of(competency), unit);
        cells.with_gap[lane] += with_gap;
        cells.gap_sum[lane] += gap_sum;
        cells.unknown[lane] += unknown;
    }
}

void LiveCube::set_profile(PersonNumber person, ProfileNumber profile) {
    if (profile >= population_.profiles().size()) throw std::out_of_range("no such profile");
    if (!population_.has(person)) throw std::out_of_range("no such person");

    count(person, &Cells::operator-=);
    population_.set_profile(person, profile);
    count(person, &Cells::operator+=);
}

void LiveCube::move(PersonNumber person, UnitNumber unit) {
    if (unit >= population_.units().size()) throw std::out_of_range("no such unit");
    if (!population_.has(person)) throw std::out_of_range("no such person");

    count(person, &Cells::operator-=);
    population_.move(person, unit);
    count(person, &Cells::operator+=);
}

void LiveCube::add(PersonNumber number, Person person, std::span<const HeldRow> held) {
    if (population_.count_people() == max_people) throw std::length_error("too many people");

    population_.add(number, person, held);
    count(number, &Cells::operator+=);
}

void LiveCube::remove(PersonNumber person) {
    if (!population_.has(person)) throw std::out_of_range("no such person");

    count(person, &Cells::operator-=);
    population_.remove(person);
}

void LiveCube::replace_profiles(Profiles profiles, unsigned threads) {
    population_.replace_profiles(std::move(profiles));
    recount(population_, cube_, {.threads = threads});
}

// All that the person adds to the cube, added or taken away.
void LiveCube::count(PersonNumber person, Change change) {
    const auto [own_unit, profile] = population_.people()[person];
    for (std::size_t block = 0; block < population_.blocks(); ++block) {
        const auto* row = population_.find_row(person, block);
        if (!row) continue;
        const auto cells = cells_of(population_.profiles().table(block)[profile], *row);
        for (auto unit = own_unit; unit != no_unit; unit = population_.units().parent(unit)) {
            (cube_.cells(block, unit).*change)(cells);
        }
    }
}

}  // namespace nangluc::gaps
