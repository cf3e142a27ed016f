#pragma once

namespace nangluc::irt {

// Each to about 1e-12. Abramowitz & Stegun (1964), ch. 6, 7 and 26; continued fractions by Lentz's
// method (Thompson & Barnett 1986, J. Comput. Phys. 64, 490-509).

double normal_below(double z);
double normal_quantile(double p);

// P(X > x) of chi-square; 1 where there are no degrees of freedom.
double chi_square_above(double x, double df);
// P(X <= x) with a non-centrality.
double chi_square_below(double x, double df, double noncentrality);
// The non-centrality under which X <= x has the probability; 0 where there is none so small.
double noncentrality_for(double x, double df, double probability);

// P(X <= x) of F, and its quantile.
double f_below(double x, double df1, double df2);
double f_quantile(double p, double df1, double df2);

}  // namespace nangluc::irt
