#pragma once

#include <optional>

#include "kit/db/db.hpp"
#include "modules/assessment/item/item.hpp"

namespace nangluc::assessment {

// The newest version; none where no bank was ever loaded.
std::optional<ItemBank> find_newest_bank(db::Tx& tx);
ItemBank read_bank(db::Tx& tx, ItemBankId id);
void add_bank(db::Tx& tx, const ItemBank& bank);

// By code: the order that their numbers in a test come from. Of one competency where one is given.
std::vector<Item> list_items(db::Tx& tx, ItemBankId bank, CompetencyId competency = {});
void add_items(db::Tx& tx, ItemBankId bank, const std::vector<Item>& items);

// What a version has of one competency: so many items, and the minutes allowed for all of them.
struct ItemCount {
    int items = 0;
    int minutes = 0;
};
std::map<CompetencyId, ItemCount> count_items(db::Tx& tx, ItemBankId bank);

}  // namespace nangluc::assessment
