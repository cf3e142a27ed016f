#pragma once

#include <functional>
#include <vector>

#include "engines/assign/nation/demand.hpp"

namespace nangluc::nation {

// What is settled of each session while a plan is sought; all are `free` where a bound is.
enum class Opening : char { free, open, shut };

// Searches the prices at which what people choose comes closest to what there is. With prices p of
// seats, m of money and a of absence, nothing that anybody could plan is worth more than
//
//     m · budget + Σ sessions max(0, capacity · p − m · fixed) + Σ a · max_absent
//                + Σ persons (best year at the prices)
//
// (Lagrangian relaxation of capacity, budget and presence; Geoffrion 1974). A session's seat below
// its share m · fixed / capacity of what the session costs proves nothing, so a price is that share
// and a rent. The least bound is sought as a market finds its prices: each rises where too many
// came of late and falls where too few did, by less from round to round (subgradients along a
// moving average; Barahona, Anbil 2000); now and then everybody is asked at the mean of the prices
// of late, where the swings cancel out. The mean of who came is nearly a plan in fractions, and
// tells which sessions to open.
class Pricing {
public:
    // How far a price moves in a round for an excess of all there is, as a share of a mean weight.
    struct Pace {
        double first;
        double last;
    };
    using Told = std::function<void(Nano bound)>;  // of each better one

    Pricing(const Crowd& crowd, int threads, Told told);
    void keep_quiet() { told_ = {}; }

    void settle(int session, Opening opening);
    Opening opening(int session) const { return openings_[static_cast<std::size_t>(session)]; }
    // So many times everybody is asked.
    void improve(int rounds, const Pace& pace);

    // The best bound since the last `improve` began, in the openings as they are settled, and its
    // prices.
    Nano bound() const { return bound_; }
    const Prices& prices() const { return best_; }
    const std::vector<char>& shut() const { return shut_; }
    // [session] how many came on average, of late.
    const std::vector<double>& came() const { return average_.seats; }
    double travel() const { return average_.travel; }

private:
    // One number for each limit that people share: prices, or how much too many.
    struct Point {
        std::vector<double> seats;    // [session] the rent
        std::vector<double> absence;  // [office · slots + slot]
        double money = 0;             // per smallest unit of cost
    };
    struct Average {
        std::vector<double> seats;
        double travel = 0;
    };

    Prices prices_at(const Point& point) const;
    Nano bound_at(const Prices& prices, const Demand& demand) const;
    void ask(const Point& point);
    void average_in(double share);
    Point excess() const;
    void step(double size);

    const Crowd& crowd_;
    int threads_;
    Told told_;
    std::vector<Opening> openings_;
    std::vector<char> shut_;
    std::vector<double> most_absent_;
    double spread_ = 1;  // of a weight: how far apart prices of seats may lie

    Point now_;
    Point mean_;  // of late
    Prices best_;
    Nano bound_ = 0;
    Demand demand_;  // at the prices asked about last
    Average average_;
};

}  // namespace nangluc::nation
