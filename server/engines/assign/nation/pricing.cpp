#include "engines/assign/nation/pricing.hpp"

#include <algorithm>
#include <cmath>

#include "engines/assign/annual/nth.hpp"

namespace nangluc::nation {

using annual::nth;

static constexpr double nano = 1e9;

namespace {

double mean_weight(const Crowd& crowd) {
    double sum = 0;
    double count = 0;
    for (const auto& kind : crowd.kinds()) {
        for (const auto& wish : kind.wishes) {
            sum +=
                static_cast<double>(wish.weight) / nano * static_cast<double>(kind.members.size());
            count += static_cast<double>(kind.members.size());
        }
    }
    return count == 0 ? 1 : std::max(1e-6, sum / count);
}

}  // namespace

Pricing::Pricing(const Crowd& crowd, int threads, Told told)
    : crowd_(crowd),
      threads_(threads),
      told_(std::move(told)),
      openings_(nth(crowd.sessions()), Opening::free),
      shut_(nth(crowd.sessions())),
      spread_(mean_weight(crowd)) {
    const auto& instance = crowd.instance();
    double costs = 0;
    double seats = 0;
    for (int session = 0; session < crowd.sessions(); ++session) {
        const auto& offer = instance.sessions[nth(session)];
        if (offer.capacity < offer.least_people()) settle(session, Opening::shut);
        costs += static_cast<double>(offer.fixed_cost);
        seats += offer.capacity;
    }
    for (int office = 0; office < crowd.offices(); ++office) {
        for (int slot = 0; slot < crowd.slots(); ++slot) {
            most_absent_.push_back(crowd.most_absent(office, slot));
        }
    }
    now_.seats.resize(nth(crowd.sessions()));
    now_.absence.resize(most_absent_.size());
    // As if half of what a weight is worth went into the session's own cost.
    const bool scarce = costs > static_cast<double>(instance.budget);
    now_.money = scarce ? spread_ * seats / costs / 2 : 0;
    mean_ = now_;
}

void Pricing::settle(int session, Opening opening) {
    const auto& offer = crowd_.instance().sessions[nth(session)];
    // Who comes pays as much as before: what was the share of the cost is now rent.
    if (opening == Opening::open && openings_[nth(session)] == Opening::free) {
        const auto share = static_cast<double>(offer.fixed_cost) / offer.capacity;
        now_.seats[nth(session)] += now_.money * share;
        mean_.seats[nth(session)] += mean_.money * share;
    }
    openings_[nth(session)] = opening;
    shut_[nth(session)] = opening == Opening::shut ? 1 : 0;
}

Prices Pricing::prices_at(const Point& point) const {
    const auto& instance = crowd_.instance();
    const auto unit = std::pow(10.0, instance.cost_places);
    Prices prices;
    constexpr double most = 9e18;
    prices.money =
        std::llround(std::min(most, point.money * unit * std::pow(10.0, Prices::money_places)));
    for (int session = 0; session < crowd_.sessions(); ++session) {
        const auto& offer = instance.sessions[nth(session)];
        auto price = std::llround(point.seats[nth(session)] * nano);
        if (opening(session) == Opening::free && offer.capacity > 0) {
            price += prices.worth(offer.fixed_cost, instance.cost_places) / offer.capacity;
        }
        prices.seats.push_back(price);
    }
    for (const auto price : point.absence) prices.absence.push_back(std::llround(price * nano));
    return prices;
}

Nano Pricing::bound_at(const Prices& prices, const Demand& demand) const {
    const auto& instance = crowd_.instance();
    const auto places = instance.cost_places;
    Nano bound = crowd_.worst() + demand.gain + prices.worth(instance.budget, places) + 1;
    for (int session = 0; session < crowd_.sessions(); ++session) {
        const auto& offer = instance.sessions[nth(session)];
        const auto profit =
            offer.capacity * prices.seats[nth(session)] - prices.worth(offer.fixed_cost, places);
        if (opening(session) == Opening::open) bound += profit;
        if (opening(session) == Opening::free) bound += std::max<Nano>(0, profit);
    }
    for (std::size_t at = 0; at < prices.absence.size(); ++at) {
        bound += prices.absence[at] * static_cast<Nano>(most_absent_[at]);
    }
    return bound;
}

void Pricing::ask(const Point& point) {
    auto prices = prices_at(point);
    demand_ = demand_at(crowd_, prices, shut_, threads_);
    const auto bound = bound_at(prices, demand_);
    if (!best_.seats.empty() && bound >= bound_) return;
    bound_ = bound;
    if (told_) told_(bound);
    best_ = std::move(prices);
}

void Pricing::average_in(double share) {
    average_.seats.resize(demand_.seats.size());
    for (std::size_t at = 0; at < demand_.seats.size(); ++at) {
        auto& mean = average_.seats[at];
        mean += share * (static_cast<double>(demand_.seats[at]) - mean);
    }
    average_.travel += share * (static_cast<double>(demand_.travel) - average_.travel);
}

// Of those who came last, above what there is, as a share of it.
Pricing::Point Pricing::excess() const {
    const auto& instance = crowd_.instance();
    Point point;
    auto spent = average_.travel;
    for (int session = 0; session < crowd_.sessions(); ++session) {
        const auto& offer = instance.sessions[nth(session)];
        const double seats = std::max(1, offer.capacity);
        const auto share = average_.seats[nth(session)] / seats;
        const bool open = opening(session) == Opening::open;
        const auto used = open ? 1 : std::min(1.0, share);
        spent += static_cast<double>(offer.fixed_cost) * used;
        point.seats.push_back(shut_[nth(session)] != 0 ? 0 : share - 1);
    }
    for (std::size_t at = 0; at < demand_.absent.size(); ++at) {
        const auto most = most_absent_[at];
        point.absence.push_back((demand_.absent[at] - most) / std::max(1.0, most));
    }
    const auto budget = std::max(1.0, static_cast<double>(instance.budget));
    point.money = (spent - budget) / budget;
    return point;
}

void Pricing::step(double size) {
    const auto excess = this->excess();
    for (std::size_t at = 0; at < now_.seats.size(); ++at) {
        now_.seats[at] =
            std::max(0.0, now_.seats[at] + size * spread_ * std::min(1.0, excess.seats[at]));
    }
    for (std::size_t at = 0; at < now_.absence.size(); ++at) {
        now_.absence[at] =
            std::max(0.0, now_.absence[at] + size * spread_ * std::min(1.0, excess.absence[at]));
    }
    now_.money *= 1 + std::clamp(4 * size * excess.money, -0.1, 0.1);
}

void Pricing::improve(int rounds, const Pace& pace) {
    const auto falls = std::pow(pace.last / pace.first, 1.0 / rounds);
    auto size = pace.first;
    constexpr double share = 0.25;
    constexpr int at_mean = 8;
    const auto mix = [](std::vector<double>& old, const std::vector<double>& now) {
        for (std::size_t at = 0; at < old.size(); ++at) old[at] += share * (now[at] - old[at]);
    };
    best_ = {};
    for (int round = 1; round <= rounds; ++round) {
        if (round % at_mean == 0 || round == rounds) {
            ask(mean_);
            continue;
        }
        ask(now_);
        average_in(average_.seats.empty() ? 1 : share);
        step(size);
        size *= falls;
        mix(mean_.seats, now_.seats);
        mix(mean_.absence, now_.absence);
        mean_.money += share * (now_.money - mean_.money);
    }
}

}  // namespace nangluc::nation
