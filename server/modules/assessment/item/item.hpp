#pragma once

#include <map>

#include "modules/assessment/api.hpp"

namespace nangluc {

using ItemBankId = Id<struct ItemBankTag>;
using ItemId = Id<struct ItemTag>;

}  // namespace nangluc

namespace nangluc::assessment {

// single_choice: one option is right.
// situational_judgement: courses of action, ordered from the worst to the best.
enum class ItemKind { single_choice, situational_judgement };
BOOST_DESCRIBE_ENUM(ItemKind, single_choice, situational_judgement)

// Whether the parameters are a judgement, or estimates from answers.
enum class BankStatus { provisional, calibrated };
BOOST_DESCRIBE_ENUM(BankStatus, provisional, calibrated)

using Texts = std::map<std::string, std::string>;  // by language

struct Option {
    std::string label;
    int credit = 0;  // the category it earns; never leaves the server
    Texts texts;

    friend bool operator==(const Option&, const Option&) = default;
};

// A question of a test. The probability of each category is that of irt::Item with these
// parameters: logistic for a choice, generalised partial credit for a situation.
struct Item {
    ItemId id;
    std::string code;
    CompetencyId competency;
    int level = 1;
    ItemKind kind = ItemKind::single_choice;
    double slope = 1;
    std::vector<double> intercepts;
    int minutes = 1;
    Texts stem;
    std::vector<Option> options;  // in the order they are shown in

    const Option* option_called(std::string_view label) const;
    // The same but for the id, which another version of the bank gives anew.
    bool says_the_same_as(const Item& other) const;
};

// How a test of one competency is given and what makes a level, the same for every item of a bank.
struct TestRules {
    double prior_mean = 0;
    double prior_sd = 1;
    int at_least = 4;
    int at_most = 8;
    double target_error = 0.5;
    double decided_at = 0.8;  // probability of one level
    int best_of = 3;
    int by_posterior = 3;
    // The most of a test of full length that each kind may make up.
    double choice_share = 1;
    double situation_share = 1;
    // Where each level begins on the scale of ability, from level 1 on, as far as a test can tell
    // them apart.
    std::vector<double> cuts;

    friend bool operator==(const TestRules&, const TestRules&) = default;
};
BOOST_DESCRIBE_STRUCT(
    TestRules,
    (),
    (prior_mean,
     prior_sd,
     at_least,
     at_most,
     target_error,
     decided_at,
     best_of,
     by_posterior,
     choice_share,
     situation_share,
     cuts)
)

// One version of the bank, without its items.
struct ItemBank {
    ItemBankId id;
    int number = 1;
    BankStatus status = BankStatus::provisional;
    TestRules rules;
    Instant loaded_at;
};

// Refuses bank.rules, with where the fault lies.
Result<> check(const TestRules& rules);
// What is wrong with the items of a bank: options without one best answer, texts missing or alike,
// codes used twice, improper parameters. Refuses bank.items, each fault at "dc3.1.1-01 options".
Result<> check(const std::vector<Item>& items);

}  // namespace nangluc::assessment
