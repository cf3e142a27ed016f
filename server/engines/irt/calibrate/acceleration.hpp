#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

namespace nangluc::irt {

// Anderson (1965), Journal of the ACM 12, 547-560, for fixed points; Walker & Ni (2011), SIAM J.
// Numer. Anal. 49, 1715-1735; for EM with the guard that the likelihood must not fall, Henderson &
// Varadhan (2019), J. Comput. Graph. Stat. 28, 834-846. The next point is the combination of the
// last ones whose steps, combined alike, would be the shortest.
class Acceleration {
public:
    explicit Acceleration(std::size_t memory = 10) : memory_(memory) {}

    // From a point and the EM step taken there. The first answer is the plain EM point.
    std::vector<double> next(std::span<const double> point, std::span<const double> step);
    // Forgets, after a point that the guard refused.
    void restart() { points_.clear(), steps_.clear(); }

private:
    std::size_t memory_;
    std::deque<std::vector<double>> points_;
    std::deque<std::vector<double>> steps_;
};

}  // namespace nangluc::irt
