#include "engines/assign/proof/apart.hpp"

#include <algorithm>
#include <stdexcept>

namespace nangluc::proof {

namespace {

struct Offer {
    Exact price;
    const Session* session;
};

struct Rates {
    std::map<Id, Exact> seats;      // by session
    std::map<Pair, Exact> absence;  // office, slot
    Exact money;

    explicit Rates(const std::vector<Priced>& prices) {
        for (const auto& [family, at, given, price] : prices) {
            if (price < 0) throw std::runtime_error("a price below 0");
            if (family == "capacity") {
                seats[at[0]] += price;
            } else if (family == "presence") {
                absence[{at[0], at[1]}] += price;
            } else if (family == "budget") {
                money += price;
            } else {
                throw std::runtime_error("people apart have no price of " + family);
            }
        }
    }

    Exact seat(Id session) const {
        const auto found = seats.find(session);
        return found == seats.end() ? Exact(0) : found->second;
    }
};

// What an office's people pay for each session of a programme, the cheapest first.
class Offers {
public:
    Offers(const Facts& facts, const Rates& rates) : facts_(facts), rates_(rates) {
        for (const auto& [id, session] : facts.sessions) of_[session.programme].push_back(id);
    }

    const std::vector<Offer>& of(Id office, Id programme) {
        const auto [found, is_new] = known_.try_emplace({office, programme});
        if (!is_new) return found->second;
        for (const auto id : of_[programme]) {
            const auto& session = facts_.sessions.at(id);
            const auto way = facts_.travel.find({office, session.venue});
            if (way == facts_.travel.end()) continue;
            Exact price = rates_.seat(id) * one() + rates_.money * way->second;
            for (const auto slot : session.slots) {
                const auto absence = rates_.absence.find({office, slot});
                if (absence != rates_.absence.end()) price += absence->second * one();
            }
            found->second.push_back({std::move(price), &session});
        }
        std::ranges::stable_sort(found->second, {}, &Offer::price);
        return found->second;
    }

private:
    const Facts& facts_;
    const Rates& rates_;
    std::map<Id, std::vector<Id>> of_;          // by programme
    std::map<Pair, std::vector<Offer>> known_;  // office, programme
};

// The best year of one person: every programme left out, or attended in any of its sessions.
class Best {
public:
    Best(const Facts& facts, Offers& offers) : facts_(facts), offers_(offers) {}

    using Needs = std::map<Pair, Exact>::const_iterator;

    // Above attending nothing; the person's needs are those from `begin` to `end`.
    const Exact& of(const Person& person, Needs begin, Needs end) {
        person_ = &person;
        wishes_.clear();
        best_ = 0;
        for (auto need = begin; need != end; ++need) add(need->first, need->second);
        hope_.assign(wishes_.size() + 1, 0);
        for (auto at = wishes_.size(); at-- > 0;) {
            const auto& [programme, weight, offers, before, taken] = wishes_[at];
            const Exact most =
                weight - offers->front().price + credit(facts_.programmes.at(programme).hours);
            hope_[at] = hope_[at + 1] + std::max(Exact(0), most);
        }
        walk(0, 0, 0, 0);
        return best_;
    }

private:
    struct Wish {
        Id programme;
        Exact weight;
        const std::vector<Offer>* offers;
        std::optional<Id> before;  // the programme that must be attended first
        const Session* taken = nullptr;
    };

    void add(const Pair& need, const Exact& weight) {
        const auto [person, programme] = need;
        if (facts_.holds(person, programme)) return;
        const auto& offers = offers_.of(person_->office, programme);
        if (offers.empty()) return;
        auto before = facts_.programmes.at(programme).prerequisite;
        if (before && facts_.holds(person, *before)) before.reset();
        wishes_.push_back({programme, weight * one(), &offers, before});
    }

    Exact credit(Id hours) const {
        return facts_.penalty * one() * std::min(hours, person_->min_hours);
    }

    void walk(std::size_t at, const Exact& gain, Id hours, Id times) {
        const Exact sure = gain + credit(hours);
        if (sure + hope_[at] <= best_) return;
        if (at == wishes_.size()) {
            if (prepared()) best_ = sure;
            return;
        }
        auto& wish = wishes_[at];
        const auto longer = hours + facts_.programmes.at(wish.programme).hours;
        const bool may =
            longer <= person_->max_hours && times < person_->max_sessions.value_or(times + 1);
        for (const auto& offer : *wish.offers) {
            if (!may) break;
            if (is_busy(*offer.session)) continue;
            wish.taken = offer.session;
            walk(at + 1, gain + wish.weight - offer.price, longer, times + 1);
            wish.taken = nullptr;
        }
        walk(at + 1, gain, hours, times);
    }

    bool is_busy(const Session& session) const {
        return std::ranges::any_of(wishes_, [&](const Wish& wish) {
            if (wish.taken == nullptr) return false;
            return std::ranges::any_of(session.slots, [&](Id slot) {
                return wish.taken->slots.contains(slot);
            });
        });
    }

    bool prepared() const {
        return std::ranges::all_of(wishes_, [&](const Wish& wish) {
            if (wish.taken == nullptr || !wish.before) return true;
            const auto first = std::ranges::find(wishes_, *wish.before, &Wish::programme);
            return first != wishes_.end() && first->taken != nullptr &&
                   first->taken->last() < wish.taken->first();
        });
    }

    const Facts& facts_;
    Offers& offers_;
    const Person* person_ = nullptr;
    std::vector<Wish> wishes_;
    std::vector<Exact> hope_;  // what a wish and those after it could bring at most
    Exact best_;
};

Exact worth_of_limits(const Facts& facts, const Rates& rates) {
    Exact sum = rates.money * facts.budget;
    for (const auto& [place, price] : rates.absence) {
        sum += price * one() * facts.most_absent(place.first, place.second);
    }
    for (const auto& [id, price] : rates.seats) {
        const auto& session = facts.sessions.at(id);
        const Exact profit = price * one() * session.capacity - rates.money * session.fixed_cost;
        if (profit > 0) sum += profit;
    }
    return sum;
}

}  // namespace

bool holds_apart(const Facts& facts, const std::vector<Priced>& prices, const Exact& too_much) {
    const Rates rates(prices);
    Offers offers(facts, rates);
    Best best(facts, offers);
    auto bound = worth_of_limits(facts, rates);
    auto need = facts.needs.begin();
    for (const auto& [id, person] : facts.persons) {
        const auto first = need;
        while (need != facts.needs.end() && need->first.first == id) ++need;
        bound += best.of(person, first, need) - facts.penalty * one() * person.min_hours;
    }
    return bound < too_much;
}

}  // namespace nangluc::proof
