#include "modules/assessment/sitting/test_run.hpp"

#include <algorithm>

namespace nangluc::assessment {

namespace {

irt::AdaptiveRules engine_rules(const TestRules& rules) {
    return {
        .prior = {rules.prior_mean, rules.prior_sd},
        .at_least = static_cast<std::size_t>(rules.at_least),
        .at_most = static_cast<std::size_t>(rules.at_most),
        .target_error = rules.target_error,
        .cuts = rules.cuts,
        .decided_at = rules.decided_at,
        .best_of = static_cast<std::size_t>(rules.best_of),
        .by_posterior = static_cast<std::size_t>(rules.by_posterior),
        .shares = {rules.choice_share, rules.situation_share},
    };
}

// The kinds are the engine's areas, so that neither fills a whole test.
std::vector<irt::BankEntry> entries_of(const std::vector<Item>& items) {
    std::vector<irt::BankEntry> entries;
    for (const auto& item : items) {
        const auto area = item.kind == ItemKind::single_choice ? 0U : 1U;
        entries.push_back({.item = curve_of(item), .area = area});
    }
    return entries;
}

}  // namespace

irt::Item curve_of(const Item& item) {
    const bool is_choice = item.kind == ItemKind::single_choice;
    return {
        .curve = is_choice ? irt::Curve::logistic : irt::Curve::partial_credit,
        .a = item.slope,
        .d = item.intercepts,
    };
}

struct TestRun::Parts {
    Parts(const TestRules& given, std::vector<Item> of_bank, std::uint64_t seed)
        : items(std::move(of_bank)),
          bank(entries_of(items)),
          rules(engine_rules(given)),
          session(bank, rules, seed) {}

    std::vector<Item> items;
    irt::Bank bank;
    irt::AdaptiveRules rules;
    irt::AdaptiveSession session;
};

int level_of(const std::vector<double>& levels) {
    double at_least = 0;
    for (auto level = levels.size(); level-- > 1;) {
        at_least += levels[level];
        if (at_least >= 0.5) return static_cast<int>(level);
    }
    return 0;
}

Outcome on_scale(Outcome outcome, int levels) {
    const auto shown = static_cast<std::size_t>(levels) + 1;
    while (outcome.levels.size() > shown) {
        const double above = outcome.levels.back();
        outcome.levels.pop_back();
        outcome.levels.back() += above;
    }
    outcome.level = level_of(outcome.levels);
    return outcome;
}

TestRun::TestRun(const TestRules& rules, std::vector<Item> items, std::uint64_t seed)
    : parts_(std::make_shared<Parts>(rules, std::move(items), seed)) {}

const Item* TestRun::next() {
    const auto number = parts_->session.next();
    return number ? &parts_->items[*number] : nullptr;
}

const Item* TestRun::give(ItemId item) {
    const auto found = std::ranges::find(parts_->items, item, &Item::id);
    if (found == parts_->items.end()) return nullptr;
    const auto number = static_cast<std::uint32_t>(found - parts_->items.begin());
    const auto& given = parts_->session.history();
    if (std::ranges::find(given, number, &irt::Administered::item) != given.end()) return nullptr;
    parts_->session.give(number);
    return &*found;
}

TestRun::Estimate TestRun::answer(int credit) {
    auto& session = parts_->session;
    session.answer(static_cast<irt::Category>(credit));
    return {session.t(), session.se()};
}

std::optional<Outcome> TestRun::outcome() {
    auto& session = parts_->session;
    const auto stop = session.stopped();
    if (!stop) return std::nullopt;
    auto levels = session.levels();
    const int level = level_of(levels);
    const auto reason = parse_word<Stop>(irt::word_of(*stop)).value();
    return Outcome{reason, level, session.t(), session.se(), std::move(levels)};
}

}  // namespace nangluc::assessment
