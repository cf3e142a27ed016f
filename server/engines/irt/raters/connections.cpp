#include <numeric>

#include "engines/irt/raters/facets.hpp"

namespace nangluc::irt {

namespace {

// Tarjan (1975), Journal of the ACM 22, 215-225: sets that are joined.
class UnionFind {
public:
    explicit UnionFind(std::size_t size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
    }
    std::size_t find(std::size_t node) {
        while (parents_[node] != node) {
            parents_[node] = parents_[parents_[node]];
            node = parents_[node];
        }
        return node;
    }
    void join(std::size_t left, std::size_t right) { parents_[find(left)] = find(right); }

private:
    std::vector<std::size_t> parents_;
};

}  // namespace

Connections connections(const RatingDesign& design) {
    UnionFind sets(design.persons + design.raters);
    for (const auto& rating : design.ratings) {
        sets.join(rating.person, design.persons + rating.rater);
    }
    Connections found;
    std::vector<std::size_t> numbers(design.persons + design.raters, SIZE_MAX);
    const auto number_of = [&](std::size_t node) {
        auto& number = numbers[sets.find(node)];
        if (number == SIZE_MAX) number = found.subsets++;
        return number;
    };
    for (std::size_t rater = 0; rater < design.raters; ++rater) {
        found.of_raters.push_back(number_of(design.persons + rater));
    }
    for (std::size_t person = 0; person < design.persons; ++person) {
        found.of_persons.push_back(number_of(person));
    }
    return found;
}

}  // namespace nangluc::irt
