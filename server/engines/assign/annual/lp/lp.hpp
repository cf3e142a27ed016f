#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engines/assign/annual/model.hpp"

namespace nangluc::annual {

// The model without "whole", held warm: rows are added, boxes moved, and the dual simplex goes on
// from where it stood. COIN-OR Clp is named in lp.cpp only.
class Lp {
public:
    enum class Outcome { solved, infeasible, stopped };
    using Basis = std::vector<unsigned char>;

    explicit Lp(const Model& model);
    ~Lp();
    Lp(const Lp&) = delete;
    Lp& operator=(const Lp&) = delete;

    void add(std::span<const Row> rows);
    void set_boxes(std::span<const double> lower, std::span<const double> upper);

    static constexpr auto no_limit = 100'000'000;
    Outcome solve(int iterations = no_limit);

    double value() const;
    std::span<const double> columns() const;
    // By row, as a price of its limit: never below 0.
    std::vector<double> prices() const;
    // After `infeasible`: a combination of rows that nothing in the boxes meets, up to its sign.
    std::vector<double> ray() const;

    Basis basis() const;
    void restore(const Basis& basis);  // rows added since stand slack
    std::int64_t iterations() const { return iterations_; }

private:
    struct Clp;
    std::unique_ptr<Clp> clp_;
    std::int64_t iterations_ = 0;
};

}  // namespace nangluc::annual
