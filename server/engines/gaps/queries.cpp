#include "engines/gaps/queries.hpp"

#include <algorithm>
#include <stdexcept>

namespace nangluc::gaps {

namespace {

bool larger_first(const PersonGap& a, const PersonGap& b) {
    return a.gap != b.gap ? a.gap > b.gap : a.person < b.person;
}

bool greater_first(const Demand& a, const Demand& b) {
    return a.demand != b.demand ? a.demand > b.demand : a.number < b.number;
}

template <class Item, class Order>
void keep_first(std::vector<Item>& items, std::size_t count, Order order) {
    const auto kept = items.begin() + static_cast<std::ptrdiff_t>(std::min(count, items.size()));
    std::partial_sort(items.begin(), kept, items.end(), order);
    items.erase(kept, items.end());
}

void check_unit(const Population& population, UnitNumber unit) {
    if (unit >= population.units().size()) throw std::out_of_range("no such unit");
}

struct Tally {
    PersonNumber person;
    std::size_t met;
    std::uint64_t gap;
};

// Adds, for each row that meets at least one of the conditions, how many and with what gap.
void tally_shelf(
    const Shelf& shelf,
    std::span<const Row> required,
    std::span<const Condition> conditions,
    std::vector<Tally>& tallies
) {
    for (std::size_t row = 0; row < shelf.size(); ++row) {
        Tally tally{shelf.people[row], 0, 0};
        for (const auto& condition : conditions) {
            const auto lane = lane_of(condition.competency);
            const auto held = shelf.held[row].levels[lane];
            const auto gap = gap_of(required[shelf.profiles[row]].levels[lane], held);
            const auto meets = held != not_assessed && gap >= condition.min_gap &&
                               held >= condition.held_from && held <= condition.held_until;
            if (!meets) continue;
            ++tally.met;
            tally.gap += gap;
        }
        if (tally.met > 0) tallies.push_back(tally);
    }
}

// One tally a person of the unit, by person number. Rows of one block are so already; who has rows
// in several blocks has several tallies.
void join_people(std::vector<Tally>& tallies) {
    const auto before = [](const Tally& a, const Tally& b) { return a.person < b.person; };
    if (!std::is_sorted(tallies.begin(), tallies.end(), before)) {
        std::sort(tallies.begin(), tallies.end(), before);
    }
    std::size_t kept = 0;
    for (std::size_t at = 0; at < tallies.size(); ++at) {
        if (kept > 0 && tallies[kept - 1].person == tallies[at].person) {
            tallies[kept - 1].met += tallies[at].met;
            tallies[kept - 1].gap += tallies[at].gap;
        } else {
            tallies[kept++] = tallies[at];
        }
    }
    tallies.resize(kept);
}

std::vector<LaneWeights> spread_weights(std::size_t blocks, Weights weights) {
    std::vector<LaneWeights> spread(blocks);
    for (Competency competency = 0; competency < blocks * block_width; ++competency) {
        spread[block_of(competency)][lane_of(competency)] =
            competency < weights.size() ? weights[competency] : 1;
    }
    return spread;
}

std::uint64_t demand_of(const Cells& cells, const LaneWeights& weights) {
    std::uint64_t demand = 0;
    for (std::size_t lane = 0; lane < block_width; ++lane) {
        demand += std::uint64_t{cells.gap_sum[lane]} * weights[lane];
    }
    return demand;
}

}  // namespace

std::vector<PersonGap> target_group(const Population& population, const GroupRule& rule) {
    check_unit(population, rule.unit);
    std::vector<std::vector<Condition>> by_block(population.blocks());
    for (const auto& condition : rule.conditions) {
        by_block.at(block_of(condition.competency)).push_back(condition);
    }

    const auto enough = rule.match == Match::all ? rule.conditions.size() : 1;
    std::vector<PersonGap> group;
    std::vector<Tally> tallies;
    for (auto unit = rule.unit; unit < population.units().end(rule.unit); ++unit) {
        tallies.clear();
        for (std::size_t block = 0; block < population.blocks(); ++block) {
            if (by_block[block].empty()) continue;
            const auto required = population.profiles().table(block, rule.norm);
            tally_shelf(population.shelf(block, unit), required, by_block[block], tallies);
        }
        join_people(tallies);
        for (const auto& tally : tallies) {
            if (tally.met >= enough) group.push_back({tally.person, tally.gap});
        }
    }
    return group;
}

std::vector<PersonGap> total_gaps(const Population& population, UnitNumber unit, Weights weights) {
    check_unit(population, unit);
    const auto spread = spread_weights(population.blocks(), weights);
    std::vector<PersonGap> people;
    std::vector<std::uint32_t> totals;
    std::vector<Tally> tallies;
    for (auto own_unit = unit; own_unit < population.units().end(unit); ++own_unit) {
        tallies.clear();
        for (std::size_t block = 0; block < population.blocks(); ++block) {
            const auto shelf = population.shelf(block, own_unit);
            totals.resize(shelf.size());
            weigh_shelf(shelf, population.profiles().table(block), spread[block], totals);
            for (std::size_t row = 0; row < shelf.size(); ++row) {
                if (totals[row] > 0) tallies.push_back({shelf.people[row], 1, totals[row]});
            }
        }
        join_people(tallies);
        for (const auto& tally : tallies) people.push_back({tally.person, tally.gap});
    }
    return people;
}

std::vector<PersonGap> top_people(
    const Population& population, UnitNumber unit, Weights weights, std::size_t count
) {
    auto people = total_gaps(population, unit, weights);
    keep_first(people, count, larger_first);
    return people;
}

std::vector<Demand> top_competencies(
    const Cube& cube, UnitNumber unit, Weights weights, std::size_t count
) {
    const auto spread = spread_weights(cube.blocks(), weights);
    std::vector<Demand> demands;
    for (Competency competency = 0; competency < cube.blocks() * block_width; ++competency) {
        const auto weight = spread[block_of(competency)][lane_of(competency)];
        const auto demand = std::uint64_t{cube.at(unit, competency).gap_sum} * weight;
        if (demand > 0) demands.push_back({competency, demand});
    }
    keep_first(demands, count, greater_first);
    return demands;
}

std::vector<Demand> top_units(
    const Cube& cube, std::span<const UnitNumber> units, Weights weights, std::size_t count
) {
    const auto spread = spread_weights(cube.blocks(), weights);
    std::vector<Demand> demands;
    for (const auto unit : units) {
        std::uint64_t demand = 0;
        for (std::size_t block = 0; block < cube.blocks(); ++block) {
            demand += demand_of(cube.cells(block, unit), spread[block]);
        }
        if (demand > 0) demands.push_back({unit, demand});
    }
    keep_first(demands, count, greater_first);
    return demands;
}

std::vector<Cells> count_by_label(
    const Population& population,
    UnitNumber unit,
    std::size_t block,
    std::span<const std::uint32_t> label_of,
    std::size_t labels
) {
    check_unit(population, unit);
    if (label_of.size() < population.profiles().size()) throw std::out_of_range("no such label");
    for (const auto label : label_of) {
        if (label >= labels) throw std::out_of_range("no such label");
    }

    std::vector<Cells> cells(labels);
    const auto required = population.profiles().table(block);
    for (auto own_unit = unit; own_unit < population.units().end(unit); ++own_unit) {
        const auto shelf = population.shelf(block, own_unit);
        for (std::size_t row = 0; row < shelf.size(); ++row) {
            const auto profile = shelf.profiles[row];
            cells[label_of[profile]] += cells_of(required[profile], shelf.held[row]);
        }
    }
    return cells;
}

Spread spread_of(const Population& population, UnitNumber unit, Competency competency) {
    check_unit(population, unit);
    if (competency >= population.profiles().competencies()) {
        throw std::out_of_range("no such competency");
    }

    Spread spread;
    const auto lane = lane_of(competency);
    const auto required = population.profiles().table(block_of(competency));
    for (auto own_unit = unit; own_unit < population.units().end(unit); ++own_unit) {
        const auto shelf = population.shelf(block_of(competency), own_unit);
        for (std::size_t row = 0; row < shelf.size(); ++row) {
            const auto held = shelf.held[row].levels[lane];
            const auto asked = required[shelf.profiles[row]].levels[lane];
            const auto standing = standing_of(asked, held);
            if (standing == Standing::unknown) ++spread.unknown;
            if (held != not_assessed) ++spread.by_held[held];
            if (standing == Standing::gap || standing == Standing::met) {
                ++spread.by_gap[gap_of(asked, held)];
            }
        }
    }
    return spread;
}

}  // namespace nangluc::gaps
