#include "modules/assessment/sitting/sitting.hpp"

namespace nangluc::assessment {

int credit_of(const Item& item, const std::optional<std::string>& label) {
    const auto* const option = label ? item.option_called(*label) : nullptr;
    return option == nullptr ? 0 : option->credit;
}

bool is_left_behind(const Sitting& sitting) {
    return !sitting.finished_at && sitting.engine != irt::adaptive_version;
}

Rerun rerun(
    const Sitting& sitting,
    const std::vector<Answer>& answers,
    const TestRules& rules,
    std::vector<Item> items
) {
    Rerun again{TestRun(rules, std::move(items), sitting.seed), {}};
    for (const auto& answer : answers) {
        const bool is_carried = again.replay.same_answers < sitting.carried;
        const auto* const item = is_carried ? again.run.give(answer.item) : again.run.next();
        if (item == nullptr || item->id != answer.item) return again;
        const TestRun::Estimate stored{answer.score, answer.score_error};
        const auto now = again.run.answer(credit_of(*item, answer.label));
        if (!is_carried && now != stored) return again;
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
