#include "modules/assessment/sitting/offer.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "modules/assessment/item/item_store.hpp"
#include "modules/assessment/rating/rating_service.hpp"
#include "modules/assessment/sitting/sitting_store.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::assessment {

namespace {

int rest_days(db::Tx& tx, const Kit& kit) {
    return static_cast<int>(platform::setting(tx, "test_rest_days", kit.clock.as_of_now()));
}

// No test is given of fewer items than it takes to come to a result.
bool is_enough(const ItemCount& count, const TestRules& rules) {
    return count.items >= rules.at_least;
}

const Sitting* last_of(const std::vector<Sitting>& sittings, CompetencyId competency) {
    const auto found = std::ranges::find(sittings, competency, &Sitting::competency);
    return found == sittings.end() ? nullptr : &*found;
}

std::optional<Date> rests_until(const Sitting* last, int days, Date today) {
    if (last == nullptr || !last->finished_on) return std::nullopt;
    const auto until = add_days(*last->finished_on, days);
    return until > today ? std::optional(until) : std::nullopt;
}

TestOffer offer_of(
    const competency::Competency& competency, const ItemCount& count, const TestRules& rules
) {
    const int most = std::min(rules.at_most, count.items);
    return {
        .competency = competency,
        .at_least = rules.at_least,
        .at_most = most,
        .minutes = (count.minutes * most + count.items - 1) / count.items,
    };
}

void set_standing(TestOffer& offer, const Sitting* last, int days, Date today) {
    if (last == nullptr) return;
    offer.last = *last;
    offer.rests_until = rests_until(last, days, today);
    if (!last->finished_at) offer.state = OfferState::open;
    if (offer.rests_until) offer.state = OfferState::resting;
}

}  // namespace

const TestOffer* TestOffers::of(CompetencyId competency) const {
    const auto found = std::ranges::find_if(items, [&](const TestOffer& offer) {
        return offer.competency.id == competency;
    });
    return found == items.end() ? nullptr : &*found;
}

std::optional<TestOffers> list_offers(
    db::Tx& tx, const Kit& kit, PersonId person, const std::string& language
) {
    const auto bank = find_newest_bank(tx);
    if (!bank) return std::nullopt;
    const auto required = required_levels(tx, person, kit.clock.as_of_now());
    const auto counts = count_items(tx, bank->id);
    const auto sittings = list_sittings(tx, person);
    const int days = rest_days(tx, kit);
    TestOffers offers{*bank, days, {}};
    for (const auto& competency : competency::list_competencies(tx, language)) {
        const auto level = required.find(competency.id);
        const auto count = counts.find(competency.id);
        if (level == required.end() || count == counts.end()) continue;
        if (!is_enough(count->second, bank->rules)) continue;
        auto offer = offer_of(competency, count->second, bank->rules);
        offer.required = level->second;
        set_standing(offer, last_of(sittings, competency.id), days, kit.clock.today());
        offers.items.push_back(std::move(offer));
    }
    return offers;
}

}  // namespace nangluc::assessment
