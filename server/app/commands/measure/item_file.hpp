#pragma once

#include <string>
#include <vector>

#include "engines/irt/calibrate/calibrate.hpp"
#include "engines/irt/calibrate/conditional.hpp"

namespace nangluc::app {

// What `measure calibrate --json` prints, and what the other words read again as --items.
std::string calibration_json(
    const irt::Calibration& result, irt::Model model, const std::vector<std::string>& groups
);

// The same of a conditional calibration; figures that it does not have are null or zero.
std::string conditional_json(
    const irt::ConditionalCalibration& result, const irt::Responses& responses, irt::Model model
);

struct BankItem {
    std::string name;
    std::vector<int> values;
    irt::Item item;
    std::vector<double> errors = {};  // of each parameter; NaN where the file has none
};
struct ItemBank {
    std::vector<BankItem> items;
    std::vector<irt::Latent> latents;

    std::vector<irt::Item> parameters() const {
        std::vector<irt::Item> list;
        for (const auto& item : items) list.push_back(item.item);
        return list;
    }
};
// The same form, of items that were not estimated.
std::string items_json(const ItemBank& bank, irt::Model model);

// Refuses as the JSON reader does, and measure.bad_item.
Result<ItemBank> read_items(const std::string& file);

// The same people on the items of the bank, categories told by what they are called; an item that
// the file lacks is missing. Refuses measure.unknown_item and measure.unknown_category.
Result<irt::Responses> responses_to(const ItemBank& bank, const irt::Responses& responses);

}  // namespace nangluc::app
