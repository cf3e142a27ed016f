#include "engines/irt/adapt/session.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engines/irt/score/person.hpp"

namespace nangluc::irt {

namespace {

// The items of highest value above 0, the best first; of equals the lower number.
std::vector<std::uint32_t> best_items(std::span<const double> value_of, std::size_t count) {
    const auto is_better = [&](std::uint32_t left, std::uint32_t right) {
        if (value_of[left] != value_of[right]) return value_of[left] > value_of[right];
        return left < right;
    };
    std::vector<std::uint32_t> best;
    for (std::uint32_t item = 0; item < value_of.size(); ++item) {
        if (!(value_of[item] > 0)) continue;
        if (best.size() == count && !is_better(item, best.back())) continue;
        best.insert(std::ranges::upper_bound(best, item, is_better), item);
        if (best.size() > count) best.pop_back();
    }
    return best;
}

}  // namespace

std::string_view word_of(Stop stop) {
    constexpr std::array<std::string_view, 5> words{
        "precise", "decided", "longest", "exhausted", "no_gain"};
    return words[static_cast<std::size_t>(stop)];
}

AdaptiveSession::AdaptiveSession(const Bank& bank, const AdaptiveRules& rules, std::uint64_t seed)
    : bank_(bank),
      rules_(rules),
      dice_(seed),
      grid_(Grid::covering(std::span(&rules.prior, 1), 6, 0.1)),
      log_posterior_(grid_.log_weights(rules.prior)),
      posterior_(grid_.size()),
      t_(rules.prior.mean),
      se_(rules.prior.sd),
      is_out_(bank.size(), 0),
      given_of_area_(bank.areas(), 0.0) {
    for (std::size_t q = 0; q < grid_.size(); ++q) posterior_[q] = std::exp(log_posterior_[q]);
}

std::optional<std::uint32_t> AdaptiveSession::next() {
    if (!current_ && !stop_) {
        stop_ = reason_to_stop();
        if (!stop_) choose();
    }
    return current_;
}

std::optional<Stop> AdaptiveSession::stopped() {
    next();
    return stop_;
}

void AdaptiveSession::answer(Category category) {
    if (!current_) throw std::invalid_argument("AdaptiveSession::answer: no item is open");
    const auto& item = bank_.at(*current_).item;
    if (category >= item.categories()) {
        throw std::invalid_argument("AdaptiveSession::answer: no such category");
    }
    update(item, category);
    given_of_area_[bank_.at(*current_).area] += 1;
    history_.push_back({*current_, category, t_, se_});
    is_out_[*current_] = 1;
    current_.reset();
}

void AdaptiveSession::give(std::uint32_t item) {
    if (item >= bank_.size() ||
        std::ranges::find(history_, item, &Administered::item) != history_.end()) {
        throw std::invalid_argument("AdaptiveSession::give: no item that is left");
    }
    stop_.reset();
    current_ = item;
}

void AdaptiveSession::withdraw(std::uint32_t item) {
    is_out_[item] = 1;
    if (current_ == item) current_.reset();
}

std::vector<double> AdaptiveSession::levels() const {
    return shares_between(posterior_, grid_, rules_.cuts);
}

std::optional<Stop> AdaptiveSession::reason_to_stop() const {
    if (history_.size() >= rules_.at_most) return Stop::longest;
    if (history_.size() < rules_.at_least) return std::nullopt;
    if (se_ <= rules_.target_error) return Stop::precise;
    if (rules_.decided_at > 0 && std::ranges::max(levels()) >= rules_.decided_at) {
        return Stop::decided;
    }
    return std::nullopt;
}

// The share of an area's quota that is left: 0 where it is used up.
double AdaptiveSession::share_left(std::uint32_t area) const {
    if (area >= rules_.shares.size()) return 1;
    const double quota = rules_.shares[area] * real(rules_.at_most);
    return quota > 0 ? std::max(quota - given_of_area_[area], 0.0) / quota : 0;
}

std::vector<double> AdaptiveSession::values() const {
    std::vector<double> values;
    if (history_.size() < rules_.by_posterior) {
        bank_.information_over(coarse_posterior(), values);
    } else {
        bank_.information_at(t_, values);
    }
    std::vector<double> shares(bank_.areas());
    for (std::uint32_t area = 0; area < shares.size(); ++area) shares[area] = share_left(area);
    for (std::size_t item = 0; item < values.size(); ++item) {
        values[item] = is_out_[item] != 0 ? 0 : values[item] * shares[bank_.area_of(item)];
    }
    return values;
}

// Among the best few by chance; then the item's own exposure decides whether it is given or is out
// for this session.
void AdaptiveSession::choose() {
    auto value_of = values();
    while (!current_) {
        const auto best = best_items(value_of, std::max<std::size_t>(rules_.best_of, 1));
        if (best.empty()) {
            stop_ = Stop::exhausted;
            return;
        }
        const double gain = se_ - 1 / std::sqrt(1 / (se_ * se_) + value_of[best.front()]);
        if (history_.size() >= rules_.at_least && gain < rules_.least_gain) {
            stop_ = Stop::no_gain;
            return;
        }
        const auto chosen = best[dice_.below(best.size())];
        if (dice_.uniform() < bank_.at(chosen).exposure) {
            current_ = chosen;
        } else {
            is_out_[chosen] = 1;
            value_of[chosen] = 0;
        }
    }
}

// The posterior in the cells around the coarse nodes; what lies beyond goes to the ends.
std::vector<double> AdaptiveSession::coarse_posterior() const {
    std::vector<double> coarse(Bank::coarse_nodes, 0.0);
    const double first = Bank::coarse_node(0);
    const double spacing = Bank::coarse_node(1) - first;
    for (std::size_t q = 0; q < grid_.size(); ++q) {
        const double place = std::round((grid_.nodes[q] - first) / spacing);
        const double inside = std::clamp(place, 0.0, real(Bank::coarse_nodes - 1));
        coarse[static_cast<std::size_t>(inside)] += posterior_[q];
    }
    return coarse;
}

void AdaptiveSession::update(const Item& item, Category category) {
    Probabilities logs;
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t q = 0; q < grid_.size(); ++q) {
        log_probabilities(item, grid_.nodes[q], logs);
        log_posterior_[q] += logs[category];
        highest = std::max(highest, log_posterior_[q]);
    }
    double mass = 0;
    double mean = 0;
    double square = 0;
    for (std::size_t q = 0; q < grid_.size(); ++q) {
        const double share = std::exp(log_posterior_[q] - highest);
        posterior_[q] = share;
        mass += share;
        mean += share * grid_.nodes[q];
        square += share * grid_.nodes[q] * grid_.nodes[q];
    }
    for (auto& share : posterior_) share /= mass;
    t_ = mean / mass;
    se_ = std::sqrt(std::max(square / mass - t_ * t_, 0.0));
}

bool replays(
    const Bank& bank,
    const AdaptiveRules& rules,
    std::uint64_t seed,
    std::span<const Administered> stored
) {
    AdaptiveSession session(bank, rules, seed);
    for (const auto& answer : stored) {
        if (session.next() != answer.item) return false;
        session.answer(answer.category);
    }
    return std::ranges::equal(session.history(), stored);
}

}  // namespace nangluc::irt
