#include "modules/assessment/item/item_load.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/item/bank_files.hpp"
#include "modules/assessment/item/item_store.hpp"

namespace nangluc::assessment {

// What the audit keeps of a bank.
struct BankChange {
    int version = 0;
    BankStatus status = BankStatus::provisional;
    int items = 0;
};
BOOST_DESCRIBE_STRUCT(BankChange, (), (version, status, items))

namespace {

bool is_the_same(db::Tx& tx, const ItemBank& newest, const BankContent& content) {
    if (newest.status != content.status || newest.rules != content.rules) return false;
    return std::ranges::equal(list_items(tx, newest.id), content.items, &Item::says_the_same_as);
}

}  // namespace

Result<LoadedBank> load_bank(db::Tx& tx, const Kit& kit, const std::string& folder) {
    auto content = TRY(read_bank_files(folder, competency::list_competencies(tx, "vi")));
    const auto count = static_cast<int>(content.items.size());
    const auto newest = find_newest_bank(tx);
    if (newest && is_the_same(tx, *newest, content)) return LoadedBank{*newest, count, false};

    const ItemBank bank{
        .id = kit.ids.make<ItemBankId>(),
        .number = newest ? newest->number + 1 : 1,
        .status = content.status,
        .rules = content.rules,
        .loaded_at = kit.clock.now(),
    };
    add_bank(tx, bank);
    for (auto& item : content.items) item.id = kit.ids.make<ItemId>();
    add_items(tx, bank.id, content.items);
    const BankChange change{bank.number, bank.status, count};
    kit.audit.write(
        tx,
        Actor(),
        {.act = "item_bank.loaded", .object = bank.id.value, .change = json::write(change)}
    );
    return LoadedBank{bank, count, true};
}

}  // namespace nangluc::assessment
