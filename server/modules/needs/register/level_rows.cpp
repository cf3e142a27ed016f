#include "modules/needs/register/level_rows.hpp"

#include <algorithm>

#include "modules/assessment/api.hpp"

namespace nangluc::needs {

std::vector<LevelRow> read_level_rows(db::Tx& tx) {
    std::vector<LevelRow> rows;
    assessment::each_row(tx, [&](const assessment::PackedRow& packed) {
        auto& row = rows.emplace_back(LevelRow{
            .person = packed.person,
            .block = static_cast<std::uint32_t>(packed.block),
            .levels = gaps::Row::of(gaps::not_assessed),
        });
        std::ranges::copy(packed.levels, row.levels.levels.begin());
    });
    return rows;
}

std::vector<gaps::HeldRow> numbered(
    const std::vector<LevelRow>& rows, const std::vector<PersonId>& people
) {
    std::vector<gaps::HeldRow> held;
    held.reserve(rows.size());
    // Rows were mostly added in the order of people: the one at hand and the next are tried before
    // millions are searched.
    auto place = people.begin();
    const auto stands_at = [&](auto candidate, PersonId person) {
        return candidate != people.end() && *candidate == person;
    };
    for (const auto& [person, block, levels] : rows) {
        if (place != people.end() && *place < person) ++place;
        if (!stands_at(place, person)) place = std::ranges::lower_bound(people, person);
        if (!stands_at(place, person)) continue;
        const auto number = static_cast<gaps::PersonNumber>(place - people.begin());
        held.push_back({.person = number, .block = block, .held = levels});
    }
    return held;
}

}  // namespace nangluc::needs
