#pragma once

#include <string>

#include "kit/kit.hpp"
#include "modules/assessment/item/item.hpp"

namespace nangluc::assessment {

struct LoadedBank {
    ItemBank bank;
    int items = 0;
    bool is_new = false;  // false: the newest version says the same already
};

// Loads a folder as the next version of the bank. Sittings under way keep the version they began
// with. Refuses what read_bank_files does.
Result<LoadedBank> load_bank(db::Tx& tx, const Kit& kit, const std::string& folder);

}  // namespace nangluc::assessment
