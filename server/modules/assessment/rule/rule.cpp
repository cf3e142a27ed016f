#include "modules/assessment/rule/rule.hpp"

#include <algorithm>
#include <set>

namespace nangluc::assessment {

namespace {

constexpr int most_weight = 1'000;
constexpr int most_months = 240;

const MethodWeight* weight_of(const RuleDefinition& definition, Method method) {
    const auto found = std::ranges::find(definition.methods, method, &MethodWeight::method);
    return found == definition.methods.end() ? nullptr : &*found;
}

bool is_newer(const Rating& a, const Rating& b) {
    return std::tuple(a.observed_on, a.recorded_at, a.id) >
           std::tuple(b.observed_on, b.recorded_at, b.id);
}

bool is_withdrawn(const Rating& rating, std::span<const Rating> ratings) {
    return std::ranges::any_of(ratings, [&](const Rating& other) {
        return other.withdraws == rating.id;
    });
}

// Same judge, same method: the newer judgement stands for the older, from the day it was made and
// for as long as it is not taken back.
bool is_superseded(const Rating& rating, std::span<const Rating> ratings, Date on) {
    return std::ranges::any_of(ratings, [&](const Rating& other) {
        return other.gives_level && other.observed_on <= on && other.method == rating.method &&
               have_same_rater(other, rating) && is_newer(other, rating) &&
               !is_withdrawn(other, ratings);
    });
}

Use use_before_combining(
    const RuleDefinition& definition, const Rating& rating, std::span<const Rating> ratings, Date on
) {
    if (is_withdrawn(rating, ratings)) return Use::withdrawn;
    if (is_superseded(rating, ratings, on)) return Use::superseded;
    const auto* weight = weight_of(definition, rating.method);
    if (weight == nullptr) return Use::compared;
    if (add_months(rating.observed_on, weight->months_valid) <= on) return Use::too_old;
    return Use::counted;
}

// Where one method decides, the ratings of the others are for comparison.
void keep_first_method(const RuleDefinition& definition, std::vector<UsedRating>& ratings) {
    const auto counts = [](const UsedRating& used) { return used.use == Use::counted; };
    const auto decides = std::ranges::find_if(definition.methods, [&](const MethodWeight& weight) {
        return std::ranges::any_of(ratings, [&](const UsedRating& used) {
            return counts(used) && used.rating.method == weight.method;
        });
    });
    if (decides == definition.methods.end()) return;
    for (auto& used : ratings) {
        if (counts(used) && used.rating.method != decides->method) used.use = Use::compared;
    }
}

// Each level as often as it weighs.
std::vector<int> weighed_levels(
    const RuleDefinition& definition, const std::vector<UsedRating>& ratings
) {
    std::vector<int> levels;
    for (const auto& [rating, use] : ratings) {
        if (use != Use::counted) continue;
        const int weight = weight_of(definition, rating.method)->weight;
        levels.insert(levels.end(), static_cast<std::size_t>(weight), rating.level);
    }
    std::ranges::sort(levels);
    return levels;
}

int mean_of(const std::vector<int>& levels, Rounding rounding) {
    int sum = 0;
    for (const int level : levels) sum += level;
    const int count = static_cast<int>(levels.size());
    return rounding == Rounding::down ? sum / count : (2 * sum + count) / (2 * count);
}

int combine(const RuleDefinition& definition, const std::vector<int>& levels) {
    switch (definition.combination) {
        case Combination::lowest:
            return levels.front();
        // Of an even number the lower of the two middle ones: the level that is surely held.
        case Combination::median:
            return levels[(levels.size() - 1) / 2];
        case Combination::first_method:
        case Combination::weighted_mean:
            break;
    }
    return mean_of(levels, definition.rounding);
}

Date valid_until(const RuleDefinition& definition, const std::vector<UsedRating>& ratings) {
    auto until = Date::never();
    for (const auto& [rating, use] : ratings) {
        if (use != Use::counted) continue;
        const int months = weight_of(definition, rating.method)->months_valid;
        until = std::min(until, add_months(rating.observed_on, months));
    }
    return until;
}

}  // namespace

Result<> check(const RuleDefinition& definition) {
    if (definition.methods.empty()) return invalid("rule.no_method", {{"/methods", "required"}});

    std::set<Method> seen;
    int weight_in_all = 0;
    for (std::size_t i = 0; i < definition.methods.size(); ++i) {
        const auto& [method, weight, months] = definition.methods[i];
        const auto at = "/methods/" + std::to_string(i);
        if (!seen.insert(method).second) return invalid("rule.method_twice", {{at, "twice"}});
        if (weight < 1 || weight > most_weight) {
            return invalid("rule.weight", {{at + "/weight", "out_of_range"}});
        }
        if (months < 1 || months > most_months) {
            return invalid("rule.months", {{at + "/months_valid", "out_of_range"}});
        }
        weight_in_all += weight;
    }
    if (definition.minimum_weight < 1 || definition.minimum_weight > weight_in_all) {
        return invalid("rule.minimum_weight", {{"/minimum_weight", "out_of_range"}});
    }
    return {};
}

std::vector<UsedRating> sort_out(const Rule& rule, std::span<const Rating> ratings, Date on) {
    const auto& definition = rule.definition;
    std::vector<UsedRating> used;
    for (const auto& rating : ratings) {
        if (!rating.gives_level || rating.observed_on > on) continue;
        used.push_back({rating, use_before_combining(definition, rating, ratings, on)});
    }
    std::ranges::sort(used, [](const UsedRating& a, const UsedRating& b) {
        return is_newer(a.rating, b.rating);
    });
    if (definition.combination == Combination::first_method) keep_first_method(definition, used);
    return used;
}

std::optional<Held> reckon(const Rule& rule, std::span<const Rating> ratings, Date on) {
    const auto& definition = rule.definition;
    auto used = sort_out(rule, ratings, on);
    const auto newest = std::ranges::find(used, Use::counted, &UsedRating::use);
    if (newest == used.end()) return std::nullopt;

    const auto levels = weighed_levels(definition, used);
    if (static_cast<int>(levels.size()) < definition.minimum_weight) return std::nullopt;

    const auto until = valid_until(definition, used);
    return Held{
        .competency = newest->rating.competency,
        .level = combine(definition, levels),
        .rule = rule.id,
        .rule_code = rule.code,
        .rule_version = rule.version,
        .rule_title = rule.title,
        .observed_on = newest->rating.observed_on,
        .valid_until = until,
        .ratings = std::move(used),
    };
}

std::vector<Held> reckon_all(const Rule& rule, std::span<const Rating> ratings, Date on) {
    std::vector<Held> all;
    while (!ratings.empty()) {
        const auto end = std::ranges::find_if(ratings, [&](const Rating& rating) {
            return rating.competency != ratings.front().competency;
        });
        const auto count = static_cast<std::size_t>(end - ratings.begin());
        if (auto held = reckon(rule, ratings.first(count), on)) all.push_back(std::move(*held));
        ratings = ratings.subspan(count);
    }
    return all;
}

int confidence_of(const Rule& rule, const Held& held) {
    int whole = 0;
    int counted = 0;
    for (const auto& weight : rule.definition.methods) {
        whole += weight.weight;
        const bool stands = std::ranges::any_of(held.ratings, [&](const UsedRating& used) {
            return used.use == Use::counted && used.rating.method == weight.method;
        });
        if (stands) counted += weight.weight;
    }
    return whole == 0 ? 0 : counted * 1'000 / whole;
}

}  // namespace nangluc::assessment
