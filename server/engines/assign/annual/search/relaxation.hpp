#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engines/assign/annual/lp/lp.hpp"
#include "engines/assign/annual/search/box.hpp"

namespace nangluc::annual {

// The model with fractions allowed, tightened by every row that its own answers break. The rows
// found stay for all boxes to come.
class Relaxation {
public:
    // Whether there is still time is asked before each round of tightening.
    using GoOn = std::function<bool()>;
    explicit Relaxation(
        const Model& model, GoOn go_on = [] { return true; }
    );

    struct Answer {
        bool feasible = true;
        double bound = 0;           // holds whatever the arithmetic of the LP did
        std::vector<Price> prices;  // that prove it
        std::vector<double> columns;
    };

    struct Effort {
        int rounds = 20;         // of tightening
        double enough = -1e300;  // stop once the bound is at or below
    };

    // Where nothing in the box is feasible the prices push the bound to `enough`.
    Answer solve(const Box& box, const Effort& effort, const std::vector<Price>& known);
    // Without tightening or proof, in so many steps of the simplex: what the box might come to.
    double taste(const Box& box, int iterations);
    // Solves without proof; false where infeasible. The columns are then lp().columns().
    bool settle(const Box& box, int rounds);

    std::vector<Price> prices() const;  // of the LP as it stands

    bool may_go_on() const { return go_on_(); }
    Lp& lp() { return lp_; }
    const std::vector<Row>& pool() const { return pool_; }

private:
    bool tighten();
    Answer refuted(const Box& box, double enough, const std::vector<Price>& known) const;
    std::vector<double> elastic_prices(const Box& box) const;
    // Whether the answer's bound falls to `enough` along so many of each row, in this sense.
    bool pull_down(
        const Box& box, double enough, const std::vector<double>& ray, double sign, Answer& answer
    ) const;

    const Model& model_;
    GoOn go_on_;
    std::vector<Row> pool_;
    Lp lp_;
};

}  // namespace nangluc::annual
