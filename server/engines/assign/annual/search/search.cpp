#include "engines/assign/annual/search/search.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <queue>
#include <set>

#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/search/branching.hpp"
#include "engines/assign/annual/search/core.hpp"
#include "engines/assign/annual/search/dive.hpp"

namespace nangluc::annual {

namespace {

using Clock = std::chrono::steady_clock;
using Prices = std::shared_ptr<const std::vector<Price>>;  // shared by a node's two children
using Basis = std::shared_ptr<const Lp::Basis>;

struct Node {
    std::vector<Split> splits;
    std::vector<Side> sides;        // narrowed on the way here
    std::vector<Prices> narrowers;  // by which
    Prices prices;
    Basis basis;
    double bound;
    std::int64_t born;
};

// The largest bound first, then the younger: what was split last is nearest to whole.
struct Later {
    bool operator()(const Node& one, const Node& other) const {
        if (one.bound < other.bound) return true;
        if (one.bound > other.bound) return false;
        return one.born < other.born;
    }
};

class Search {
public:
    Search(const Model& model, const Limits& limits, const Appraise& appraise)
        : model_(model),
          limits_(limits),
          appraise_(appraise),
          relaxation_(model, [this] { return look_up(); }),
          branching_(model, relaxation_) {}

    Found run() {
        const auto unpriced = dual_bound(model_, {}, {}, Box(model_));
        open_.push({{}, {}, {}, std::make_shared<std::vector<Price>>(), nullptr, unpriced, 0});
        while ((plunge_ || !open_.empty()) && may_go_on()) {
            auto node = take();
            if (is_settled(node.bound)) {
                close(std::move(node));
            } else {
                visit(std::move(node));
            }
        }
        while (plunge_ || !open_.empty()) close(take());
        return finish();
    }

private:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

    Node take() {
        auto node = plunge_ ? *plunge_ : open_.top();
        if (plunge_) {
            plunge_.reset();
        } else {
            open_.pop();
        }
        return node;
    }

    double open_bound() const {
        const auto waiting = open_.empty() ? -1e300 : open_.top().bound;
        return plunge_ ? std::max(waiting, plunge_->bound) : waiting;
    }

    bool is_over() {
        is_over_ = is_over_ || limits_.stop.stop_requested() || seconds() > limits_.seconds;
        return is_over_;
    }

    bool may_go_on() {
        if (found_.nodes >= limits_.nodes || is_over()) return false;
        if (found_.nodes > 0) tell(std::max(open_bound(), closed_bound_));
        return !is_over_;
    }

    void tell(double bound) {
        const auto value = found_.columns ? std::optional(found_.value) : std::nullopt;
        told_bound_ = std::min(told_bound_, bound);
        if (!limits_.go_on({seconds(), value, told_bound_, found_.nodes})) is_over_ = true;
    }

    // Between two steps of the simplex; while the first box is tightened, each tells a bound.
    bool look_up() {
        if (!is_over() && first_box_) {
            tell(dual_bound(model_, relaxation_.pool(), relaxation_.prices(), *first_box_));
        }
        return !is_over_;
    }

    // At or below this an answer is of no more use: not better, or within the gap asked for.
    double enough() const {
        if (!found_.columns) return -1e300;
        return std::max(better(), found_.value + limits_.gap * std::abs(found_.value));
    }

    // What is worth more than the best answer is worth more than this.
    double better() const {
        const auto rounding = 1e-8 * std::max(1.0, std::abs(found_.value));
        return found_.value + (model_.unit > 0 ? model_.unit * (1 - 1e-5) : rounding);
    }

    // Where no answer is known, a box whose bound is here has none in it.
    double nothing_left() const { return std::min(-1e6 - std::abs(root_bound_), model_.least - 1); }

    bool is_settled(double bound) const { return found_.columns && bound <= enough(); }

    // What cannot be better any more, by the prices known before the node is solved.
    Box narrow(Node& node) {
        Box box(model_, node.splits);
        const auto set = [&](const std::vector<Side>& sides) {
            for (const auto& [column, lower, upper] : sides) {
                box.lower[nth(column)] = std::max(box.lower[nth(column)], lower);
                box.upper[nth(column)] = std::min(box.upper[nth(column)], upper);
            }
            box.shut_what_follows(model_);
        };
        set(node.sides);
        if (!found_.columns || node.prices->empty()) return box;
        const auto sides = narrowed(model_, relaxation_.pool(), *node.prices, box, better());
        if (sides.empty()) return box;
        set(sides);
        node.sides.insert(node.sides.end(), sides.begin(), sides.end());
        node.narrowers.push_back(node.prices);
        return box;
    }

    void visit(Node node) {
        const auto box = narrow(node);
        if (node.basis) relaxation_.lp().restore(*node.basis);
        const bool is_root = node.splits.empty();
        const Relaxation::Effort effort{
            .rounds = is_root ? 60 : 12,
            .enough = found_.columns ? enough() - 1e-6 : nothing_left()};
        ++found_.nodes;
        if (is_root) first_box_ = box;
        auto answer = relaxation_.solve(box, effort, *node.prices);
        first_box_.reset();
        if (is_root) root_bound_ = answer.bound;
        if (answer.bound <= node.bound) {
            node.bound = answer.bound;
            node.prices = std::make_shared<std::vector<Price>>(std::move(answer.prices));
        }
        if (!answer.feasible || is_settled(node.bound)) return close(std::move(node));

        const auto basis = std::make_shared<Lp::Basis>(relaxation_.lp().basis());
        look_for_answer(answer.columns, box);
        if (is_settled(node.bound) || is_over()) return close(std::move(node));
        relaxation_.lp().restore(*basis);
        branch(std::move(node), basis, box, answer.columns);
    }

    void look_for_answer(const std::vector<double>& columns, const Box& box) {
        if (is_whole(model_, columns)) return offer(columns);
        if (is_over()) return;
        const bool few_yet = found_.nodes <= 4;
        const bool in_turn = (found_.nodes & 7) == 0;
        if (!few_yet && !in_turn) return;
        const auto worthless = found_.columns ? better() : -1e300;
        const auto opened = dive(model_, relaxation_, box, worthless);
        if (!opened || is_over()) return;
        const bool again = (found_.nodes & 31) == 0;
        if (!tried_.insert(openings(*opened)).second && !again) return;
        const auto& lp = relaxation_.lp();
        const std::vector<double> near(lp.columns().begin(), lp.columns().end());
        const auto& pool = relaxation_.pool();
        const auto answer = core_answer(model_, pool, relaxation_.prices(), *opened, near);
        if (answer) offer(*answer);
    }

    // Which openings a box holds open.
    std::vector<int> openings(const Box& box) const {
        std::vector<int> open;
        for (std::size_t column = 0; column < model_.columns.size(); ++column) {
            const bool is_opening =
                model_.columns[column].whole && model_.columns[column].rank == 0;
            if (is_opening && box.lower[column] > 0.5) open.push_back(static_cast<int>(column));
        }
        return open;
    }

    void offer(const std::vector<double>& columns) {
        const auto value = appraise_(columns);
        if (!value || (found_.columns && *value <= found_.value)) return;
        found_.columns = columns;
        found_.value = *value;
        tell(told_bound_);
    }

    void branch(Node node, const Basis& basis, const Box& box, const std::vector<double>& columns) {
        const auto split = branching_.choose(box, columns, node.bound);
        if (!split) return close(std::move(node));
        // Below the openings the likelier side goes on at once: it is warm and ends in an answer.
        const auto value = columns[nth(split->column)];
        const bool up = value - std::floor(value) >= 0.5;
        for (const bool at_most : {true, false}) {
            auto child = node;
            child.splits.push_back({split->column, at_most, split->number + (at_most ? 0 : 1)});
            child.basis = basis;
            child.born = ++born_;
            if (model_.columns[nth(split->column)].rank > 0 && at_most != up) {
                plunge_ = std::move(child);
            } else {
                open_.push(std::move(child));
            }
        }
    }

    void close(Node node) {
        closed_bound_ = std::max(closed_bound_, node.bound);
        node.narrowers.push_back(std::move(node.prices));
        found_.leaves.push_back({std::move(node.splits), std::move(node.narrowers), node.bound});
    }

    Found finish() {
        found_.bound = std::max(closed_bound_, found_.columns ? found_.value : -1e300);
        found_.pool = relaxation_.pool();
        found_.seconds = seconds();
        return std::move(found_);
    }

    const Model& model_;
    const Limits& limits_;
    const Appraise& appraise_;
    Relaxation relaxation_;
    Branching branching_;
    std::priority_queue<Node, std::vector<Node>, Later> open_;
    std::set<std::vector<int>> tried_;  // openings for which an answer was looked for
    std::optional<Node> plunge_;        // comes before those that wait
    Found found_;
    std::optional<Box> first_box_;  // while it is solved
    double root_bound_ = 0;
    double told_bound_ = 1e300;
    bool is_over_ = false;
    double closed_bound_ = -1e300;
    std::int64_t born_ = 0;
    Clock::time_point start_ = Clock::now();
};

}  // namespace

Found search(const Model& model, const Limits& limits, const Appraise& appraise) {
    return Search(model, limits, appraise).run();
}

}  // namespace nangluc::annual
