#include "modules/assessment/moderation/moderation.hpp"

#include <algorithm>
#include <cmath>

namespace nangluc::assessment {

static bool stands(const Rating& rating, std::span<const Rating> ratings, Date on) {
    const bool is_withdrawn = std::ranges::any_of(ratings, [&](const Rating& other) {
        return other.withdraws == rating.id;
    });
    return rating.gives_level && rating.observed_on <= on && !is_withdrawn;
}

static const Rating* newest(std::span<const Rating> ratings, Method method, Date on) {
    const Rating* found = nullptr;
    for (const auto& rating : ratings) {
        if (rating.method != method || !stands(rating, ratings, on)) continue;
        const bool is_newer =
            found == nullptr || std::tie(rating.observed_on, rating.recorded_at, rating.id) >
                                    std::tie(found->observed_on, found->recorded_at, found->id);
        if (is_newer) found = &rating;
    }
    return found;
}

void Moderation::add(UnitId unit, std::span<const Rating> ratings, Date on) {
    const auto* opinion = newest(ratings, Method::supervisor, on);
    if (opinion == nullptr) return;
    auto& sums = units_[unit];
    for (auto* sum : {&sums.opinions[opinion->competency], &all_[opinion->competency]}) {
        sum->levels += opinion->level;
        ++sum->count;
    }
    if (const auto* test = newest(ratings, Method::test, on)) {
        sums.above_tests.levels += opinion->level - test->level;
        ++sums.above_tests.count;
    }
}

static int hundredths(double levels) {
    return static_cast<int>(std::lround(100 * levels));
}

std::optional<int> Moderation::above_others(const Unit& unit) const {
    double above = 0;
    int compared = 0;
    for (const auto& [competency, own] : unit.opinions) {
        const auto& all = all_.at(competency);
        const int others = all.count - own.count;
        if (others == 0) continue;
        const double theirs = static_cast<double>(all.levels - own.levels) / others;
        above += static_cast<double>(own.levels) - own.count * theirs;
        compared += own.count;
    }
    if (compared < least_opinions) return std::nullopt;
    return hundredths(above / compared);
}

static int distance(const UnitRatings& unit) {
    return std::max(
        std::abs(unit.above_tests.value_or(0)), std::abs(unit.above_others.value_or(0))
    );
}

std::vector<UnitRatings> Moderation::compare(int apart) const {
    std::vector<UnitRatings> compared;
    for (const auto& [id, unit] : units_) {
        UnitRatings ratings{.unit = id, .above_others = above_others(unit)};
        for (const auto& [competency, sum] : unit.opinions) ratings.opinions += sum.count;
        ratings.beside_tests = unit.above_tests.count;
        if (ratings.beside_tests >= least_tests) {
            ratings.above_tests =
                hundredths(static_cast<double>(unit.above_tests.levels) / ratings.beside_tests);
        }
        if (std::abs(ratings.above_tests.value_or(0)) >= apart) {
            ratings.flags.push_back(Leaning::from_tests);
        }
        if (std::abs(ratings.above_others.value_or(0)) >= apart) {
            ratings.flags.push_back(Leaning::from_others);
        }
        compared.push_back(std::move(ratings));
    }
    std::ranges::stable_sort(compared, std::greater{}, distance);
    return compared;
}

}  // namespace nangluc::assessment
