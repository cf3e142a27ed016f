#include "modules/assessment/rating/rating_store.hpp"
#include "modules/assessment/rule/rule_store.hpp"

namespace nangluc::assessment {

LevelReckoner::LevelReckoner(db::Tx& tx, AsOf at)
    : tx_(tx), at_(at), book_(std::make_unique<RuleBook>(load_rule_book(tx, at))) {}

LevelReckoner::~LevelReckoner() = default;

const Rule* LevelReckoner::rule_of(PersonId person) {
    const auto unit = organisation::main_unit_of(tx_, person, at_);
    if (!unit) return nullptr;
    const auto [known, is_new] = rules_.try_emplace(unit.value(), nullptr);
    if (is_new) {
        const auto place = organisation::place_of_person(tx_, person, at_);
        if (place) known->second = book_->rule_at(place.value());
    }
    return known->second;
}

std::vector<Held> LevelReckoner::of(PersonId person) {
    const auto* rule = rule_of(person);
    if (rule == nullptr) return {};
    return reckon_all(*rule, list_ratings(tx_, person, {}, at_.known_at), at_.on);
}

std::optional<Held> LevelReckoner::of(PersonId person, CompetencyId competency) {
    const auto* rule = rule_of(person);
    if (rule == nullptr) return std::nullopt;
    return reckon(*rule, list_ratings(tx_, person, competency, at_.known_at), at_.on);
}

std::vector<Held> held_levels(db::Tx& tx, PersonId person, AsOf at) {
    return LevelReckoner(tx, at).of(person);
}

}  // namespace nangluc::assessment
