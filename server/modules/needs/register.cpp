#include "modules/needs/register.hpp"

#include <algorithm>
#include <map>

#include "modules/assessment/api.hpp"
#include "modules/needs/profile_table.hpp"

namespace nangluc::needs {

namespace {

using organisation::Holding;
using organisation::Unit;

constexpr std::string_view administrative = "administrative";

// The units of the whole country, with what their people need to know of them.
struct Tree {
    std::vector<Unit> units;
    std::vector<gaps::UnitNumber> parents;
    std::vector<std::string> levels;  // the administrative level each belongs to
    std::unordered_map<UnitId, gaps::UnitNumber> numbers;
};

Tree read_tree(db::Tx& tx, AsOf at) {
    Tree tree{.units = organisation::list_units_below(tx, UnitPath{}, at)};
    for (const auto& unit : tree.units) {
        const auto above = tree.numbers.find(unit.parent);
        const auto parent = above == tree.numbers.end() ? gaps::no_unit : above->second;
        tree.parents.push_back(parent);
        const bool is_own = unit.kind == administrative || parent == gaps::no_unit;
        tree.levels.push_back(is_own ? unit.level : tree.levels[parent]);
        tree.numbers.emplace(unit.id, static_cast<gaps::UnitNumber>(tree.numbers.size()));
    }
    return tree;
}

// One person's part in one set of requirements, and the unit of the holding that brings it.
struct Share {
    PersonId person;
    gaps::UnitNumber unit;
    bool is_main;
    std::size_t set;  // of ProfileTable
};

std::vector<Share> read_shares(db::Tx& tx, const Tree& tree, ProfileTable& profiles, AsOf at) {
    std::vector<Share> shares;
    organisation::each_holding_below(tx, UnitPath{}, at, [&](const Holding& holding) {
        const auto unit = tree.numbers.find(holding.unit);
        if (unit == tree.numbers.end()) return;
        const auto number = unit->second;
        const auto set = profiles.set_of(holding, tree.units[number].path, tree.levels[number]);
        shares.push_back(
            {holding.person, number, holding.kind == organisation::HoldingKind::main, set}
        );
    });
    // A person's shares together, the main one first: there the person is counted.
    std::ranges::sort(shares, [](const Share& a, const Share& b) {
        return std::tuple(a.person, !a.is_main, a.unit, a.set) <
               std::tuple(b.person, !b.is_main, b.unit, b.set);
    });
    return shares;
}

struct People {
    std::vector<PersonId> ids;
    std::vector<gaps::Person> people;
};

People count_people(const std::vector<Share>& shares, const Tree& tree, ProfileTable& profiles) {
    People counted;
    std::vector<std::size_t> sets;
    for (auto share = shares.begin(); share != shares.end();) {
        const auto person = share->person;
        const auto unit = share->unit;
        sets.clear();
        for (; share != shares.end() && share->person == person; ++share) {
            sets.push_back(share->set);
        }
        counted.ids.push_back(person);
        counted.people.push_back({unit, profiles.profile_of(person, tree.units[unit].path, sets)});
    }
    return counted;
}

std::vector<gaps::HeldRow> read_rows(db::Tx& tx, const std::vector<PersonId>& people) {
    std::vector<gaps::HeldRow> rows;
    assessment::each_row(tx, [&](const assessment::PackedRow& packed) {
        const auto found = std::ranges::lower_bound(people, packed.person);
        if (found == people.end() || *found != packed.person) return;
        gaps::HeldRow row{
            .person = static_cast<gaps::PersonNumber>(found - people.begin()),
            .block = static_cast<std::uint32_t>(packed.block),
            .held = gaps::Row::of(gaps::not_assessed),
        };
        std::ranges::copy(packed.levels, row.held.levels.begin());
        rows.push_back(row);
    });
    return rows;
}

}  // namespace

std::unique_ptr<Register> build_register(db::Tx& tx, AsOf at, std::string_view language) {
    auto tree = read_tree(tx, at);
    auto competencies = competency::list_competencies(tx, language);
    std::unordered_map<CompetencyId, gaps::Competency> numbers;
    for (const auto& each : competencies) {
        const auto place = static_cast<std::size_t>(each.block) * gaps::block_width +
                           static_cast<std::size_t>(each.slot);
        numbers.emplace(each.id, static_cast<gaps::Competency>(place));
    }

    const auto requirements = competency::load_requirement_table(tx, at);
    ProfileTable profiles(requirements, numbers);
    const auto shares = read_shares(tx, tree, profiles, at);
    auto counted = count_people(shares, tree, profiles);
    const auto rows = read_rows(tx, counted.ids);

    gaps::Population population(
        gaps::Units(tree.parents), profiles.profiles(), counted.people, rows
    );
    return std::make_unique<Register>(Register{
        .on = at.on,
        .units = std::move(tree.units),
        .people = std::move(counted.ids),
        .competencies = std::move(competencies),
        .live = gaps::LiveCube(std::move(population)),
        .unit_numbers = std::move(tree.numbers),
        .competency_numbers = std::move(numbers),
    });
}

gaps::UnitNumber Register::number_of(UnitId unit) const {
    const auto found = unit_numbers.find(unit);
    return found == unit_numbers.end() ? gaps::no_unit : found->second;
}

std::optional<gaps::PersonNumber> Register::number_of(PersonId person) const {
    const auto found = std::ranges::lower_bound(people, person);
    if (found == people.end() || *found != person) return std::nullopt;
    return static_cast<gaps::PersonNumber>(found - people.begin());
}

std::optional<gaps::Competency> Register::number_of(CompetencyId competency) const {
    const auto found = competency_numbers.find(competency);
    if (found == competency_numbers.end()) return std::nullopt;
    return found->second;
}

}  // namespace nangluc::needs
