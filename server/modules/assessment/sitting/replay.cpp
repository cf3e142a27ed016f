#include "modules/assessment/sitting/replay.hpp"

#include "modules/assessment/item/item_store.hpp"
#include "modules/assessment/sitting/sitting_store.hpp"

namespace nangluc::assessment {

namespace {

// A test of a version of the bank: what every sitting of it is given again from.
struct GivenTest {
    TestRules rules;
    std::vector<Item> items;
};

GivenTest read_test(db::Tx& tx, const Sitting& sitting) {
    return {read_bank(tx, sitting.bank).rules, list_items(tx, sitting.bank, sitting.competency)};
}

class ReplayAll {
public:
    explicit ReplayAll(db::Tx& tx) : tx_(tx) {}

    ReplayCheck run() {
        constexpr int at_once = 500;
        for (SittingId after;;) {
            const auto ids = list_finished(tx_, after, at_once);
            for (const auto id : ids) look_at(id);
            if (ids.size() < at_once) return check_;
            after = ids.back();
        }
    }

private:
    void look_at(SittingId id) {
        const auto sitting = find_sitting(tx_, id).value();
        if (sitting.engine != irt::adaptive_version) {
            ++check_.of_other_versions;
            return;
        }
        const auto key = std::pair(sitting.bank, sitting.competency);
        auto test = tests_.find(key);
        if (test == tests_.end()) test = tests_.emplace(key, read_test(tx_, sitting)).first;
        const auto& [rules, items] = test->second;
        const auto again = rerun(sitting, list_answers(tx_, id), rules, items);
        ++check_.sittings;
        if (!again.replay.is_same && !check_.first_apart) check_.first_apart = id;
    }

    db::Tx& tx_;
    std::map<std::pair<ItemBankId, CompetencyId>, GivenTest> tests_;
    ReplayCheck check_;
};

}  // namespace

Rerun replay_stored(db::Tx& tx, const Sitting& sitting) {
    auto [rules, items] = read_test(tx, sitting);
    return rerun(sitting, list_answers(tx, sitting.id), rules, std::move(items));
}

ReplayCheck replay_sittings(db::Tx& tx) {
    return ReplayAll(tx).run();
}

}  // namespace nangluc::assessment
