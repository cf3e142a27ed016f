#include "modules/needs/ranking/ranking.hpp"

#include <algorithm>
#include <map>

#include "engines/gaps/queries.hpp"

namespace nangluc::needs {

namespace {

// Weights as the engine reads them: by place in the blocks.
class LaneWeightsOf {
public:
    LaneWeightsOf(const Register& reg, const Weights& weights)
        : weights_(reg.live.population().blocks() * gaps::block_width, 1) {
        for (const auto& [competency, weight] : weights) {
            const auto number = reg.number_of(competency);
            if (number) weights_.at(*number) = static_cast<std::uint16_t>(weight);
        }
    }
    std::uint16_t of(gaps::Competency number) const { return weights_.at(number); }
    gaps::Weights all() const { return weights_; }

private:
    std::vector<std::uint16_t> weights_;
};

std::vector<Need> rank_competencies(
    const Register& reg, gaps::UnitNumber unit, const LaneWeightsOf& weights
) {
    std::vector<Need> needs;
    for (const auto& competency : reg.competencies) {
        const auto number = reg.competency_numbers.at(competency.id);
        const auto& count = reg.live.cube().at(unit, number);
        if (count.with_gap == 0) continue;
        needs.push_back({
            .competency = competency.id,
            .area = {},
            .position = {},
            .people = static_cast<int>(count.with_gap),
            .levels = static_cast<int>(count.gap_sum),
            .weighted = static_cast<std::int64_t>(count.gap_sum) * weights.of(number),
        });
    }
    return needs;
}

// Whoever lacks several competencies of an area is one person of it.
std::vector<Need> rank_areas(
    const Register& reg,
    gaps::UnitNumber unit,
    const LaneWeightsOf& weights,
    const CompetencyNames& names
) {
    std::map<std::string, std::pair<Need, gaps::GroupRule>> areas;
    for (const auto& need : rank_competencies(reg, unit, weights)) {
        const auto& area = names.at(need.competency).area;
        auto& [sum, rule] = areas[area];
        sum.area = area;
        sum.levels += need.levels;
        sum.weighted += need.weighted;
        rule.unit = unit;
        rule.match = gaps::Match::any;
        rule.conditions.push_back({.competency = reg.competency_numbers.at(need.competency)});
    }
    std::vector<Need> needs;
    for (auto& [area, found] : areas) {
        auto& [sum, rule] = found;
        sum.people = static_cast<int>(gaps::target_group(reg.live.population(), rule).size());
        needs.push_back(sum);
    }
    return needs;
}

std::vector<Need> rank_positions(
    const Register& reg, gaps::UnitNumber unit, const LaneWeightsOf& weights
) {
    std::map<PositionId, Need> positions;
    for (const auto& [person, levels] : gaps::total_gaps(reg.live.population(), unit, {})) {
        auto& need = positions[reg.positions[person]];
        need.position = reg.positions[person];
        need.people += 1;
        need.levels += static_cast<int>(levels);
    }
    const auto weighted = gaps::total_gaps(reg.live.population(), unit, weights.all());
    for (const auto& [person, levels] : weighted) {
        positions[reg.positions[person]].weighted += static_cast<std::int64_t>(levels);
    }
    std::vector<Need> needs;
    for (const auto& [position, need] : positions) needs.push_back(need);
    return needs;
}

}  // namespace

std::vector<Need> rank_needs(
    const Register& reg,
    gaps::UnitNumber unit,
    RankBy by,
    const Weights& weights,
    const CompetencyNames& names
) {
    const LaneWeightsOf lanes(reg, weights);
    std::vector<Need> needs;
    switch (by) {
        case RankBy::competency:
            needs = rank_competencies(reg, unit, lanes);
            break;
        case RankBy::area:
            needs = rank_areas(reg, unit, lanes, names);
            break;
        case RankBy::position:
            needs = rank_positions(reg, unit, lanes);
            break;
    }
    std::ranges::stable_sort(needs, std::greater{}, &Need::weighted);
    return needs;
}

}  // namespace nangluc::needs
