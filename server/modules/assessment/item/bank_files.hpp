#pragma once

#include "modules/assessment/item/item.hpp"

namespace nangluc::assessment {

// What a folder of items.csv, options.csv and test.json says; data/items tells how.
struct BankContent {
    BankStatus status = BankStatus::provisional;
    TestRules rules;
    std::vector<Item> items;  // by code, without ids
};

// Checked. Refuses bank.items with each fault at "dc3.1.1-01 level", bank.rules, and
// not_found("test.json").
Result<BankContent> read_bank_files(
    const std::string& folder, const std::vector<competency::Competency>& competencies
);

}  // namespace nangluc::assessment
