#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engines/irt/calibrate/information.hpp"

namespace nangluc::irt {

enum class Model { one_pl, two_pl, three_pl, grm, pcm, gpcm };
std::optional<Model> model_called(std::string_view word);  // "1pl" … "gpcm"
std::string_view word_of(Model model);
Curve curve_of(Model model);

struct CalibrationOptions {
    Model model = Model::two_pl;
    std::size_t nodes = 61;
    double range = 6;
    double tolerance = 1e-6;  // of the largest change of a parameter in an EM step
    int most_cycles = 3000;
    unsigned threads = 1;
    // Of the lower asymptotes: about 0.2, as for five alternatives.
    std::optional<GuessingPrior> guessing_prior = GuessingPrior{-1.3862943611198906, 0.5};
    // By name: items that keep these parameters (fixed-parameter calibration, Kim 2006, Journal of
    // Educational Measurement 43, 355-381). With any, the population of every group is free.
    std::map<std::string, Item> anchors = {};
    bool with_errors = true;
    std::function<void(int cycle, double log_likelihood)> progress = {};
};

// What a statistician has to know before the figures are used. Nothing is clipped in silence.
enum class Concern {
    not_converged,         // the figures are where the cycles ended
    grid_not_fine_enough,  // the log-likelihood still moves by more than 1e-5 when nodes double
    information_singular,  // no standard errors: the data do not determine the parameters
    negative_slope,        // a wrong key, or an item that measures something else
    steep_slope,           // above 4
    boundary,              // the likelihood has no maximum inside: a parameter runs away
    large_error,           // above 1
    errors_disagree,       // Oakes' and the cross-product error differ by more than 15 %
    category_unused,       // the categories are not consecutive whole numbers
};
std::string_view word_of(Concern concern);

struct Warning {
    Concern concern;
    std::string item = {};  // empty where it concerns all
};

struct ItemEstimate {
    std::string name;
    std::vector<int> values;  // what the categories are called
    Item item;
    std::vector<double> errors;  // of each parameter; NaN where there is none
    bool is_anchor = false;
};

struct Calibration {
    std::vector<ItemEstimate> items;  // as in the data
    std::vector<Latent> latents;      // a group each
    std::vector<std::pair<double, double>> latent_errors;
    double log_likelihood = 0;  // marginal, without the prior
    double log_prior = 0;
    bool converged = false;
    int cycles = 0;  // E steps
    double largest_change = 0;
    double largest_gradient = 0;
    std::size_t parameters = 0;
    double people = 0;
    std::size_t patterns = 0;
    std::size_t nodes = 0;
    double low = 0;
    double high = 0;
    double move_when_finer = 0;  // of the log-likelihood, on half the spacing and a wider range
    std::vector<Warning> warnings;

    double aic() const { return 2 * real(parameters) - 2 * log_likelihood; }
    double bic() const;
    std::vector<Item> parameters_of_items() const;
    Grid grid() const { return {low, high, nodes}; }
};

// Marginal maximum likelihood. Bock & Aitkin (1981), Psychometrika 46, 443-459, accelerated;
// several groups after Bock & Zimowski (1997), in van der Linden & Hambleton, ch. 25: the first
// group's ability is N(0, 1). Items are taken in the order of their names and people as patterns,
// so that the order of the data changes nothing to the last bit. Refuses items with fewer than two
// categories seen (calibration.one_category), three parameters or one curve for two categories
// asked of more (calibration.not_dichotomous), and no people (calibration.nobody); the fault's path
// is the item's name.
Result<Calibration> calibrate(const Responses& responses, const CalibrationOptions& options);

}  // namespace nangluc::irt
