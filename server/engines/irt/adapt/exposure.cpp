#include <algorithm>
#include <cmath>

#include "engines/irt/adapt/session.hpp"
#include "engines/irt/numeric/matrix.hpp"

namespace nangluc::irt {

namespace {

Category drawn_answer(const Item& item, double t, Random& dice) {
    Probabilities p;
    probabilities(item, t, p);
    double rest = dice.uniform();
    std::size_t k = 0;
    while (k + 1 < item.categories() && rest >= p[k]) rest -= p[k++];
    return static_cast<Category>(k);
}

}  // namespace

// An item that is given to too many is given less often in proportion; one that is not is let out
// again. With a share of one for a test's length of items the bank cannot run dry.
ExposureResult limit_exposure(
    std::vector<BankEntry> entries, const AdaptiveRules& rules, const ExposureOptions& options
) {
    ExposureResult result;
    for (int number = 0; number < options.rounds; ++number) {
        const Bank bank(entries);
        std::vector<double> given(bank.size(), 0.0);
        ExposureRound round;
        Random dice(options.seed);
        for (std::size_t person = 0; person < options.people; ++person) {
            const double t = rules.prior.mean + rules.prior.sd * dice.normal();
            AdaptiveSession session(bank, rules, dice.bits());
            while (const auto item = session.next()) {
                given[*item] += 1 / real(options.people);
                session.answer(drawn_answer(bank.at(*item).item, t, dice));
            }
            const double error = session.t() - t;
            round.mean_length += real(session.history().size()) / real(options.people);
            round.root_mean_square_error += error * error / real(options.people);
        }
        round.root_mean_square_error = std::sqrt(round.root_mean_square_error);
        round.highest_rate = *std::ranges::max_element(given);
        result.rounds.push_back(round);
        if (number + 1 == options.rounds) break;
        for (std::size_t item = 0; item < entries.size(); ++item) {
            const double chosen = given[item] / entries[item].exposure;
            entries[item].exposure = chosen > options.limit ? options.limit / chosen : 1;
        }
    }
    for (const auto& entry : entries) result.exposures.push_back(entry.exposure);
    return result;
}

}  // namespace nangluc::irt
