#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "engines/assign/annual/search/box.hpp"

namespace nangluc::annual {

struct Progress {
    double seconds;
    std::optional<double> value;
    double bound;
    std::int64_t nodes;
};

struct Limits {
    double gap = 0;  // of the value; the search ends once it is proven
    std::int64_t nodes = 100'000;
    double seconds = 1e9;  // of the clock: only somebody who waits should cut by it
    // Told before each question and whenever value or bound is better; false ends the search.
    std::function<bool(const Progress&)> go_on = [](const Progress&) { return true; };
    std::stop_token stop = {};  // ends it too, from another thread
};

// What whole columns are worth, exactly; nothing where they break a rule.
using Appraise = std::function<std::optional<double>(const std::vector<double>& columns)>;

struct Leaf {
    std::vector<Split> splits;  // from the root
    // Each but the last narrows the sides that the splits leave; the last gives the bound.
    std::vector<std::shared_ptr<const std::vector<Price>>> prices;
    double bound = 0;
};

struct Found {
    std::optional<std::vector<double>> columns;
    double value = 0;
    double bound = 0;
    std::vector<Leaf> leaves;  // together they cover every answer
    std::vector<Row> pool;     // the rows that the prices are of
    std::int64_t nodes = 0;
    double seconds = 0;
};

// The best whole answer and a bound on all of them: branch and bound on one column at a time, the
// node of the largest bound first. The same model gives the same answer, unless seconds cut it or
// somebody does; what is found by then is an answer and a bound all the same.
Found search(const Model& model, const Limits& limits, const Appraise& appraise);

}  // namespace nangluc::annual
