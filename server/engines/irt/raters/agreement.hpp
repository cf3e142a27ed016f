#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

// A row a subject, a column a rater; NaN where somebody did not rate.
using Ratings = Matrix;

struct Interval {
    double estimate = 0;
    double low = 0;
    double high = 0;
};

// Intraclass correlations of the complete rows. Shrout & Fleiss (1979), Psychological Bulletin 86,
// 420-428; McGraw & Wong (1996), Psychological Methods 1, 30-46; 95 % intervals from F.
struct IntraclassCorrelations {
    Interval one_single;    // ICC(1,1): each subject has raters of its own
    Interval two_single;    // ICC(2,1): absolute agreement of random raters
    Interval three_single;  // ICC(3,1): consistency of these raters
    Interval one_average;   // of the mean of all raters
    Interval two_average;
    Interval three_average;
    std::size_t subjects = 0;
    std::size_t raters = 0;
};
IntraclassCorrelations intraclass_correlations(const Ratings& ratings);

enum class Level { nominal, ordinal, interval, ratio };
// Krippendorff (2011), Computing Krippendorff's alpha-reliability. Any number of raters, answers
// may be missing; NaN where nothing varies.
double krippendorff_alpha(const Ratings& ratings, Level level);

// Fleiss (1971), Psychological Bulletin 76, 378-382, of the complete rows; z under no agreement
// after Fleiss, Nee & Landis (1979), ibid. 86, 974-977.
struct FleissKappa {
    double kappa = 0;
    double z = 0;
};
FleissKappa fleiss_kappa(const Ratings& ratings);

// Cohen (1968), Psychological Bulletin 70, 213-220: of two raters with weights by the distance of
// the categories' places; of more the mean over pairs (Light 1971, ibid. 76, 365-377).
enum class Weights { none, linear, quadratic };
double weighted_kappa(const Ratings& ratings, Weights weights);

// Efron (1979), Annals of Statistics 7, 1-26: 95 % percentile interval over subjects drawn again,
// with a stated seed so that it can be repeated. Draws in which the figure does not exist are left
// out.
struct Bootstrap {
    int draws = 1999;
    std::uint64_t seed = 20250701;
};
template <class Figure>
Interval bootstrapped(const Ratings& ratings, const Bootstrap& options, const Figure& figure);

// The rows of one draw.
Ratings drawn(const Ratings& ratings, std::uint64_t seed);
Interval percentile_interval(double estimate, std::vector<double> draws);

template <class Figure>
Interval bootstrapped(const Ratings& ratings, const Bootstrap& options, const Figure& figure) {
    std::vector<double> draws;
    for (int draw = 0; draw < options.draws; ++draw) {
        draws.push_back(figure(drawn(ratings, options.seed + static_cast<std::uint64_t>(draw))));
    }
    return percentile_interval(figure(ratings), std::move(draws));
}

}  // namespace nangluc::irt
