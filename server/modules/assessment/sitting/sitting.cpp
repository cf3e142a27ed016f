#include "modules/assessment/sitting/sitting.hpp"

namespace nangluc::assessment {

int credit_of(const Item& item, const std::optional<std::string>& label) {
    const auto* const option = label ? item.option_called(*label) : nullptr;
    return option == nullptr ? 0 : option->credit;
}

Rerun rerun(
    const Sitting& sitting,
    const std::vector<Answer>& answers,
    const TestRules& rules,
    std::vector<Item> items
) {
    Rerun again{TestRun(rules, std::move(items), sitting.seed), {}};
    for (const auto& answer : answers) {
        const auto* const item = again.run.next();
        if (item == nullptr || item->id != answer.item) return again;
        const TestRun::Estimate stored{answer.score, answer.score_error};
        if (again.run.answer(credit_of(*item, answer.label)) != stored) return again;
        ++again.replay.same_answers;
    }
    auto outcome = again.run.outcome();
    if (outcome && sitting.outcome) {
        const auto levels = static_cast<int>(sitting.outcome->levels.size()) - 1;
        outcome = on_scale(std::move(*outcome), levels);
    }
    again.replay.is_same = outcome == sitting.outcome;
    return again;
}

}  // namespace nangluc::assessment
