#pragma once

#include <optional>

#include "engines/irt/adapt/bank.hpp"
#include "engines/irt/calibrate/grid.hpp"
#include "engines/irt/data/responses.hpp"
#include "engines/irt/numeric/random.hpp"

namespace nangluc::irt {

// Why a test ended.
enum class Stop {
    precise,    // the standard error is small enough
    decided,    // one level is probable enough
    longest,    // as many items as allowed
    exhausted,  // no item is left that may be given
    no_gain,    // no item would make the error smaller by the least gain
};
std::string_view word_of(Stop stop);

struct AdaptiveRules {
    Latent prior = {};  // of the person: N(0, 1), or the last result with a wider spread
    std::size_t at_least = 5;
    std::size_t at_most = 40;
    double target_error = 0.30;
    double least_gain = 0;          // 0: not asked for
    std::vector<double> cuts = {};  // of the levels
    double decided_at = 0;          // probability of a level that ends the test; 0: not asked for
    // Kingsbury & Zara (1989), Applied Measurement in Education 2, 359-375, randomesque: one of the
    // best so many, by chance.
    std::size_t best_of = 5;
    std::size_t by_posterior = 5;  // the first so many items are chosen over the posterior
    // Shares of the longest test that each area may have at most; empty: no matter. Cheng & Chang
    // (2009), Brit. J. Math. Stat. Psychol. 62, 369-383: information times the share that is left.
    std::vector<double> shares = {};
};

// Raised whenever the same bank, rules, seed and answers could lead to other items or figures than
// before: what was stored under another number need not replay.
inline constexpr int adaptive_version = 1;

// Everything there is to say about one answer, as it is stored.
struct Administered {
    std::uint32_t item;
    Category category;
    double t;  // after it
    double se;

    friend bool operator==(const Administered&, const Administered&) = default;
};

// An adaptive test of one person. The same bank, rules, seed and answers give the same items and
// figures to the last bit, so a stored session is replayed by answering again.
class AdaptiveSession {
public:
    // Bank and rules must outlive it.
    AdaptiveSession(const Bank& bank, const AdaptiveRules& rules, std::uint64_t seed);

    // The item to be given now; the same until it is answered. Nothing once the test is over.
    std::optional<std::uint32_t> next();
    // The answer to it. Out of turn, or no category of the item: std::invalid_argument.
    void answer(Category category);
    // Makes an item the one at hand, whatever would be chosen now: one that was given elsewhere, as
    // under another version. Given here already, or no item of the bank: std::invalid_argument.
    void give(std::uint32_t item);
    // Takes an item out, as one that cannot be given here.
    void withdraw(std::uint32_t item);

    std::optional<Stop> stopped();
    double t() const { return t_; }
    double se() const { return se_; }
    const std::vector<Administered>& history() const { return history_; }
    // The probability of each level of the rules' cuts.
    std::vector<double> levels() const;

private:
    std::optional<Stop> reason_to_stop() const;
    void choose();
    std::vector<double> values() const;
    double share_left(std::uint32_t area) const;
    std::vector<double> coarse_posterior() const;
    void update(const Item& item, Category category);

    const Bank& bank_;
    const AdaptiveRules& rules_;
    Random dice_;
    Grid grid_;
    Rows log_posterior_;
    std::vector<double> posterior_;
    double t_;
    double se_;
    std::vector<Administered> history_;
    std::vector<char> is_out_;  // given already, withdrawn, or refused by its exposure
    std::vector<double> given_of_area_;
    std::optional<std::uint32_t> current_;
    std::optional<Stop> stop_;
};

// Whether the answers of a stored session, given again, lead to the same items and figures.
bool replays(
    const Bank& bank,
    const AdaptiveRules& rules,
    std::uint64_t seed,
    std::span<const Administered> stored
);

// Exposure parameters that keep every item's rate at or below the limit in a normal population, by
// simulation as Sympson & Hetter have it; and what the last round showed.
struct ExposureRound {
    double highest_rate = 0;
    double mean_length = 0;
    double root_mean_square_error = 0;
};
struct ExposureOptions {
    double limit = 0.25;
    int rounds = 8;
    std::size_t people = 1'000;
    std::uint64_t seed = 1;
};
struct ExposureResult {
    std::vector<double> exposures;
    std::vector<ExposureRound> rounds;
};
ExposureResult limit_exposure(
    std::vector<BankEntry> entries, const AdaptiveRules& rules, const ExposureOptions& options
);

}  // namespace nangluc::irt
