#include "modules/needs/register/register.hpp"

#include <algorithm>
#include <future>
#include <map>

#include "modules/assessment/api.hpp"
#include "modules/needs/register/level_rows.hpp"
#include "modules/needs/register/profile_table.hpp"

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

Tree read_tree(db::Tx& tx, const UnitPath& below, AsOf at) {
    Tree tree{.units = organisation::list_units_below(tx, below, at)};
    for (const auto& unit : tree.units) {
        const auto above = tree.numbers.find(unit.parent);
        const auto parent = above == tree.numbers.end() ? gaps::no_unit : above->second;
        tree.parents.push_back(parent);
        if (unit.kind == administrative) {
            tree.levels.push_back(unit.level);
        } else if (parent != gaps::no_unit) {
            tree.levels.push_back(tree.levels[parent]);
        } else {
            tree.levels.push_back(organisation::administrative_level_of(tx, unit.path, at));
        }
        tree.numbers.emplace(unit.id, static_cast<gaps::UnitNumber>(tree.numbers.size()));
    }
    return tree;
}

// One person's part in one set of requirements, and the unit of the holding that brings it.
struct Share {
    PersonId person;
    gaps::UnitNumber unit;
    bool is_main;
    GroupId position_group;
    PositionId position;
    std::size_t set;  // of ProfileTable
};

std::vector<Share> read_shares(
    db::Tx& tx, const UnitPath& below, const Tree& tree, ProfileTable& profiles, AsOf at
) {
    std::vector<Share> shares;
    const auto add = [&](const Holding& holding) {
        const auto unit = tree.numbers.find(holding.unit);
        if (unit == tree.numbers.end()) return;
        const auto number = unit->second;
        const auto set = profiles.set_of(holding, tree.units[number].path, tree.levels[number]);
        const bool is_main = holding.kind == organisation::HoldingKind::main;
        shares.push_back(
            {holding.person, number, is_main, holding.position_group, holding.position, set}
        );
    };
    if (below.text.empty()) {
        using organisation::PersonRanks;
        const auto ranks = profiles.asks_ranks() ? PersonRanks::read : PersonRanks::left_out;
        organisation::each_holding(tx, at, ranks, add);
    } else {
        organisation::each_holding_below(tx, below, at, add);
    }
    // A person's shares together, the main one first: there the person is counted.
    std::ranges::sort(shares, [](const Share& a, const Share& b) {
        return std::tuple(a.person, !a.is_main, a.unit, a.set) <
               std::tuple(b.person, !b.is_main, b.unit, b.set);
    });
    return shares;
}

struct People {
    std::vector<PersonId> ids;
    std::vector<GroupId> position_groups;
    std::vector<PositionId> positions;
    std::vector<gaps::Person> people;
};

People count_people(const std::vector<Share>& shares, const Tree& tree, ProfileTable& profiles) {
    People counted;
    std::vector<std::size_t> sets;
    for (auto share = shares.begin(); share != shares.end();) {
        const auto person = share->person;
        const auto unit = share->unit;
        counted.position_groups.push_back(share->position_group);
        counted.positions.push_back(share->position);
        sets.clear();
        for (; share != shares.end() && share->person == person; ++share) {
            sets.push_back(share->set);
        }
        counted.ids.push_back(person);
        counted.people.push_back({unit, profiles.profile_of(person, tree.units[unit].path, sets)});
    }
    return counted;
}

gaps::HeldRow unknown_row(std::size_t person, std::size_t block) {
    return {
        .person = static_cast<gaps::PersonNumber>(person),
        .block = static_cast<std::uint32_t>(block),
        .held = gaps::Row::of(gaps::not_assessed),
    };
}

std::vector<gaps::HeldRow> reckon_rows(
    db::Tx& tx,
    const std::vector<PersonId>& people,
    const std::unordered_map<CompetencyId, gaps::Competency>& numbers,
    AsOf at
) {
    std::vector<gaps::HeldRow> rows;
    assessment::LevelReckoner levels(tx, at);
    for (std::size_t person = 0; person < people.size(); ++person) {
        std::map<std::size_t, gaps::HeldRow> blocks;
        for (const auto& held : levels.of(people[person])) {
            const auto number = numbers.at(held.competency);
            const auto block = gaps::block_of(number);
            auto& row = blocks.try_emplace(block, unknown_row(person, block)).first->second;
            row.held.levels[gaps::lane_of(number)] = static_cast<gaps::Level>(held.level);
        }
        for (const auto& [block, row] : blocks) rows.push_back(row);
    }
    return rows;
}

std::vector<int> headcount_of(const std::vector<gaps::Person>& people, const Tree& tree) {
    std::vector<int> headcount(tree.units.size());
    for (const auto& person : people) ++headcount[person.unit];
    // Pre-order from the end: each unit is whole before it is added to its parent.
    for (std::size_t unit = headcount.size(); unit-- > 0;) {
        const auto parent = tree.parents[unit];
        if (parent != gaps::no_unit) headcount[parent] += headcount[unit];
    }
    return headcount;
}

using CompetencyNumbers = std::unordered_map<CompetencyId, gaps::Competency>;

// All of a register but the levels.
struct Establishment {
    Tree tree;
    std::vector<competency::Competency> competencies;
    CompetencyNumbers numbers;
    People counted;
    gaps::Profiles profiles;
};

CompetencyNumbers numbers_of(const std::vector<competency::Competency>& competencies) {
    CompetencyNumbers numbers;
    for (const auto& each : competencies) {
        const auto place = static_cast<std::size_t>(each.block) * gaps::block_width +
                           static_cast<std::size_t>(each.slot);
        numbers.emplace(each.id, static_cast<gaps::Competency>(place));
    }
    return numbers;
}

Establishment read_establishment(db::Tx& tx, const UnitPath& below, AsOf at) {
    auto tree = read_tree(tx, below, at);
    auto competencies = competency::list_competencies(tx, "vi");
    auto numbers = numbers_of(competencies);
    const auto requirements = competency::load_requirement_table(tx, at);
    ProfileTable profiles(requirements, numbers);
    auto counted = count_people(read_shares(tx, below, tree, profiles, at), tree, profiles);
    auto packed = profiles.profiles();
    return {
        .tree = std::move(tree),
        .competencies = std::move(competencies),
        .numbers = std::move(numbers),
        .counted = std::move(counted),
        .profiles = std::move(packed),
    };
}

std::unique_ptr<Register> assemble(
    Establishment found, const std::vector<gaps::HeldRow>& rows, Date on
) {
    auto headcount = headcount_of(found.counted.people, found.tree);
    gaps::Population population(
        gaps::Units(found.tree.parents), std::move(found.profiles), found.counted.people, rows
    );
    return std::make_unique<Register>(Register{
        .on = on,
        .units = std::move(found.tree.units),
        .people = std::move(found.counted.ids),
        .position_groups = std::move(found.counted.position_groups),
        .positions = std::move(found.counted.positions),
        .headcount = std::move(headcount),
        .competencies = std::move(found.competencies),
        .live = gaps::LiveCube(std::move(population)),
        .unit_numbers = std::move(found.tree.numbers),
        .competency_numbers = std::move(found.numbers),
    });
}

}  // namespace

std::unique_ptr<Register> build_register(db::Db& db, AsOf now) {
    auto levels = std::async(std::launch::async, [&] { return db.read(read_level_rows); });
    auto found = db.read([&](db::Tx& tx) { return read_establishment(tx, UnitPath{}, now); });
    const auto rows = numbered(levels.get(), found.counted.ids);
    return assemble(std::move(found), rows, now.on);
}

std::unique_ptr<Register> reckon_register(db::Tx& tx, const UnitPath& below, AsOf at) {
    auto found = read_establishment(tx, below, at);
    const auto rows = reckon_rows(tx, found.counted.ids, found.numbers, at);
    return assemble(std::move(found), rows, at.on);
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
