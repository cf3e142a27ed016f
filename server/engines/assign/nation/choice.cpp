#include "engines/assign/nation/choice.hpp"

#include <algorithm>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::nation {

using annual::nth;

// Beyond it the best without clashes stands as the bound, and the best found as the choice.
static constexpr int most_steps = 50'000;

Nano Chooser::credit(int hours) const {
    return crowd_.penalty() * std::min(hours, kind_->min_hours);
}

// False where nothing can be gained.
bool Chooser::prepare() {
    const auto count = kind_->wishes.size();
    hope_.assign(count + 1, 0);
    useless_.assign(count, 0);
    for (const auto& wish : kind_->wishes) {
        if (wish.before >= 0) useless_[nth(wish.before)] = -1;
    }
    for (auto wish = count; wish-- > 0;) {
        const auto& offers = offers_[wish];
        Nano most = 0;
        if (!offers.empty()) {
            const auto& of = kind_->wishes[wish];
            most = of.weight - offers.front().price + credit(crowd_.hours(of.programme));
        }
        if (most <= 0 && useless_[wish] == 0) useless_[wish] = 1;
        hope_[wish] = hope_[wish + 1] + std::max<Nano>(0, most);
    }
    return hope_.front() > 0;
}

void Chooser::choose(const Kind& kind, std::span<const std::span<const Offer>> offers) {
    kind_ = &kind;
    offers_ = offers;
    best_ = 0;
    bound_ = 0;
    steps_ = 0;
    chosen_.assign(kind.wishes.size(), -1);
    if (!prepare()) return;
    now_.assign(kind.wishes.size(), -1);
    cheapest_only_ = true;
    walk(0, {});
    bound_ = steps_ < most_steps ? best_ : hope_.front();
    if (!clashes()) return;
    best_ = 0;
    steps_ = 0;
    std::ranges::fill(chosen_, -1);
    cheapest_only_ = false;
    walk(0, {});
    if (steps_ < most_steps) bound_ = best_;
}

void Chooser::walk(std::size_t wish, const State& state) {
    const auto gain = state.gain + credit(state.hours);
    if (gain > best_) {
        best_ = gain;
        chosen_ = now_;
    }
    if (wish == now_.size() || gain + hope_[wish] <= best_ || ++steps_ >= most_steps) return;
    if (useless_[wish] > 0) return walk(wish + 1, state);
    const auto& offers = offers_[wish];
    const auto tried =
        cheapest_only_ ? offers.first(std::min<std::size_t>(1, offers.size())) : offers;
    for (const auto& offer : tried) take(wish, state, offer);
    walk(wish + 1, state);
}

void Chooser::take(std::size_t wish, const State& state, const Offer& offer) {
    const auto& of = kind_->wishes[wish];
    const auto hours = crowd_.hours(of.programme);
    const State next{state.gain + of.weight - offer.price, state.hours + hours, state.sessions + 1};
    if (next.hours > kind_->max_hours || next.sessions > kind_->max_sessions) return;
    if (of.before >= 0 && now_[nth(of.before)] < 0) return;
    if (!cheapest_only_ && !fits(wish, offer.session)) return;
    now_[wish] = offer.session;
    walk(wish + 1, next);
    now_[wish] = -1;
}

// Beside what those before have now.
bool Chooser::fits(std::size_t wish, int session) const {
    const auto& all = crowd_.instance().sessions;
    const auto& offer = all[nth(session)];
    const auto before = kind_->wishes[wish].before;
    if (before >= 0) {
        const auto first = now_[nth(before)];
        if (first < 0 || all[nth(first)].last_slot() >= offer.first_slot()) return false;
    }
    return std::ranges::none_of(std::span(now_).first(wish), [&](int other) {
        return other >= 0 && annual::overlap(all[nth(other)], offer);
    });
}

bool Chooser::clashes() const {
    const auto& all = crowd_.instance().sessions;
    for (std::size_t wish = 0; wish < chosen_.size(); ++wish) {
        if (chosen_[wish] < 0) continue;
        const auto& offer = all[nth(chosen_[wish])];
        const auto before = kind_->wishes[wish].before;
        if (before >= 0 && all[nth(chosen_[nth(before)])].last_slot() >= offer.first_slot()) {
            return true;
        }
        for (std::size_t other = 0; other < wish; ++other) {
            const bool both = chosen_[other] >= 0;
            if (both && annual::overlap(all[nth(chosen_[other])], offer)) return true;
        }
    }
    return false;
}

}  // namespace nangluc::nation
