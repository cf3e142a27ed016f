#include "modules/assessment/item/item.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace nangluc::assessment {

namespace {

// Every item is there in these; a reader of another language is told that it is not.
constexpr std::array<std::string_view, 2> languages{"vi", "en"};

bool has_all(const Texts& texts) {
    return std::ranges::all_of(languages, [&](std::string_view language) {
        const auto text = texts.find(std::string(language));
        return text != texts.end() && !text->second.empty();
    });
}

bool are_apart(const std::vector<Option>& options) {
    return std::ranges::all_of(languages, [&](std::string_view language) {
        std::set<std::string_view> seen;
        return std::ranges::all_of(options, [&](const Option& option) {
            return seen.insert(option.texts.at(std::string(language))).second;
        });
    });
}

// One right answer of a choice; of a situation every place in the order once.
bool has_one_best(const Item& item) {
    std::vector<int> credits;
    for (const auto& option : item.options) credits.push_back(option.credit);
    std::ranges::sort(credits);
    const bool is_choice = item.kind == ItemKind::single_choice;
    for (std::size_t place = 0; place < credits.size(); ++place) {
        const bool is_last = place + 1 == credits.size();
        const auto expected = is_choice ? static_cast<int>(is_last) : static_cast<int>(place);
        if (credits[place] != expected) return false;
    }
    return true;
}

bool has_proper_parameters(const Item& item) {
    const auto above_lowest =
        item.kind == ItemKind::single_choice ? std::size_t{1} : item.options.size() - 1;
    return std::isfinite(item.slope) && item.slope > 0 && item.intercepts.size() == above_lowest &&
           std::ranges::all_of(item.intercepts, [](double d) { return std::isfinite(d); });
}

void find_faults(const Item& item, std::vector<Fault>& faults) {
    const auto note = [&](std::string_view where, std::string code) {
        faults.push_back({item.code + ' ' + std::string(where), std::move(code)});
    };
    if (!item.competency) note("competency", "unknown");
    if (item.level < 1) note("level", "out_of_range");
    if (item.options.size() < 2) return note("options", "required");
    const bool is_told =
        has_all(item.stem) && std::ranges::all_of(item.options, has_all, &Option::texts);
    if (!is_told) return note("text", "required");
    if (!are_apart(item.options)) note("options", "twice");
    if (!has_one_best(item)) note("credit", "malformed");
    if (!has_proper_parameters(item)) note("parameters", "out_of_range");
}

}  // namespace

const Option* Item::option_called(std::string_view label) const {
    const auto found = std::ranges::find(options, label, &Option::label);
    return found == options.end() ? nullptr : &*found;
}

bool Item::says_the_same_as(const Item& other) const {
    const auto facts = [](const Item& item) {
        return std::tie(
            item.code,
            item.competency,
            item.level,
            item.kind,
            item.slope,
            item.intercepts,
            item.minutes,
            item.stem,
            item.options
        );
    };
    return facts(*this) == facts(other);
}

Result<> check(const TestRules& rules) {
    std::vector<Fault> faults;
    const auto need = [&](bool is_so, std::string where) {
        if (!is_so) faults.push_back({std::move(where), "out_of_range"});
    };
    need(rules.prior_sd > 0 && rules.prior_sd <= 5, "/prior_sd");
    need(std::abs(rules.prior_mean) <= 5, "/prior_mean");
    need(rules.at_least >= 1, "/at_least");
    need(rules.at_most >= rules.at_least && rules.at_most <= 100, "/at_most");
    need(rules.target_error > 0, "/target_error");
    need(rules.decided_at > 0 && rules.decided_at <= 1, "/decided_at");
    need(rules.best_of >= 1, "/best_of");
    need(rules.by_posterior >= 0, "/by_posterior");
    need(rules.choice_share > 0 && rules.choice_share <= 1, "/choice_share");
    need(rules.situation_share > 0 && rules.situation_share <= 1, "/situation_share");
    const auto falls = std::ranges::adjacent_find(rules.cuts, std::ranges::greater_equal());
    need(!rules.cuts.empty() && falls == rules.cuts.end(), "/cuts");
    if (!faults.empty()) return invalid("bank.rules", std::move(faults));
    return {};
}

Result<> check(const std::vector<Item>& items) {
    std::vector<Fault> faults;
    std::set<std::string> codes;
    for (const auto& item : items) {
        if (!codes.insert(item.code).second) faults.push_back({item.code, "twice"});
        find_faults(item, faults);
    }
    if (items.empty()) faults.push_back({"items", "required"});
    if (!faults.empty()) return invalid("bank.items", std::move(faults));
    return {};
}

}  // namespace nangluc::assessment
