#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

// How the ratings that count become one level.
//     first_method:  the methods in their order; the first that has a rating decides, with the
//                    weighted mean of its own ratings
//     weighted_mean: all that count, by the weights of their methods
//     median:        the middle one of all that count, each method repeated by its weight
//     lowest:        the lowest that counts: for duties where a doubt must be settled first
enum class Combination { first_method, weighted_mean, median, lowest };
BOOST_DESCRIBE_ENUM(Combination, first_method, weighted_mean, median, lowest)

// A mean between two levels is the lower one (the level is fully held) or the nearer one.
enum class Rounding { down, nearest };
BOOST_DESCRIBE_ENUM(Rounding, down, nearest)

// A method that counts: how much, and for how long after the day it was observed.
struct MethodWeight {
    Method method = Method::self;
    int weight = 1;
    int months_valid = 12;

    friend bool operator==(const MethodWeight&, const MethodWeight&) = default;
};
BOOST_DESCRIBE_STRUCT(MethodWeight, (), (method, weight, months_valid))

// What a rule says, as it is stored and shown. Methods that are not listed are for comparison only.
struct RuleDefinition {
    Combination combination = Combination::first_method;
    Rounding rounding = Rounding::down;
    // Ratings of less weight in all make no level: not assessed.
    int minimum_weight = 1;
    std::vector<MethodWeight> methods;

    friend bool operator==(const RuleDefinition&, const RuleDefinition&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleDefinition, (), (combination, rounding, minimum_weight, methods))

struct Rule {
    RuleId id;
    std::string code;
    int version = 1;
    std::string title;
    RuleDefinition definition;
    std::string decision_number;
    UnitId scope;
    Period period;
};

// Refuses rule.no_method, rule.method_twice, rule.weight (under 1 or over 1,000), rule.months
// (under 1 or over 240) and rule.minimum_weight (more than one rating of every method together
// weighs).
Result<> check(const RuleDefinition& definition);

// How each rating of one person on one competency stands under the rule on a date, newest first;
// those observed later are left out. `ratings` are those known; any order.
//
// A rating is withdrawn by a later one that names it; superseded by a newer one of the same method
// and rater; too old from the day its months are over.
std::vector<UsedRating> sort_out(const Rule& rule, std::span<const Rating> ratings, Date on);

// The level that the ratings of one person on one competency make on a date, with how each of them
// was used; none where what counts weighs too little. Pure: the same ratings and rule give the same
// answer for ever.
std::optional<Held> reckon(const Rule& rule, std::span<const Rating> ratings, Date on);

// Every level that the ratings of one person make; `ratings` by competency.
std::vector<Held> reckon_all(const Rule& rule, std::span<const Rating> ratings, Date on);

// Share of the rule's weight that stood behind the level, in thousandths.
int confidence_of(const Rule& rule, const Held& held);

}  // namespace nangluc::assessment
