#include "app/world/answers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>

#include "modules/assessment/sitting/test_run.hpp"

namespace nangluc::world {

namespace {

// Fowler, Noll & Vo: the same number for the same text everywhere.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t number = 0xcbf29ce484222325;
    for (const char letter : text) {
        number = (number ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    return number;
}

// Moved along the scale and made steeper or flatter.
irt::Item altered(irt::Item item, double slope, double shift) {
    const double a = item.a * slope;
    double places = 0;
    for (auto& d : item.d) {
        places += item.curve == irt::Curve::partial_credit ? 1 : 0;
        const double steps = std::max(places, 1.0);
        d = d * slope - a * steps * shift;
    }
    item.a = a;
    return item;
}

irt::Category answer_of(const irt::Item& item, double t, Chance& chance) {
    irt::Probabilities p;
    irt::probabilities(item, t, p);
    double rest = static_cast<double>(chance.next() >> 11) * 0x1.0p-53;
    std::size_t k = 0;
    while (k + 1 < item.categories() && rest >= p[k]) rest -= p[k++];
    return static_cast<irt::Category>(k);
}

// The first so many of an order are drawn anew for each person.
class Draw {
public:
    Draw(std::size_t items, std::size_t asked) : order_(items), asked_(std::min(asked, items)) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
    }
    std::span<const std::size_t> next(Chance& chance) {
        for (std::size_t at = 0; at < asked_; ++at) {
            std::swap(order_[at], order_[at + chance.next() % (order_.size() - at)]);
        }
        return {order_.data(), asked_};
    }

private:
    std::vector<std::size_t> order_;
    std::size_t asked_;
};

// Mean and spread of numbers as they come (Welford 1962, Technometrics 4, 419-420).
class Moments {
public:
    void add(double value) {
        ++count_;
        const double distance = value - mean_;
        mean_ += distance / count_;
        squares_ += distance * (value - mean_);
    }
    irt::Latent result() const { return {mean_, std::sqrt(squares_ / std::max(count_, 1.0))}; }

private:
    double count_ = 0;
    double mean_ = 0;
    double squares_ = 0;
};

std::string header_of(std::span<const std::string> codes) {
    std::string line;
    for (const auto& code : codes) line += (line.empty() ? "" : ",") + code;
    return line + '\n';
}

}  // namespace

std::vector<irt::Item> true_items(std::span<const assessment::Item> bank, double spread) {
    std::vector<irt::Item> items;
    for (const auto& item : bank) {
        Chance chance(hash_of(item.code));
        const double slope = std::exp(spread * chance.normal());
        items.push_back(altered(assessment::curve_of(item), slope, 2 * spread * chance.normal()));
    }
    return items;
}

irt::Latent write_answers(
    std::ostream& out,
    std::span<const std::string> codes,
    std::span<const irt::Item> items,
    Abilities& abilities,
    const AnswerPlan& plan
) {
    abilities.begin(plan.people, plan.seed);
    Chance chance(plan.seed ^ hash_of("answers"));
    Draw draw(items.size(), plan.asked);
    Moments moments;
    std::vector<irt::Category> row(items.size());
    std::string text = header_of(codes);
    std::int64_t done = 0;
    while (const auto t = abilities.next()) {
        moments.add(*t);
        std::ranges::fill(row, irt::missing);
        for (const auto item : draw.next(chance)) row[item] = answer_of(items[item], *t, chance);
        for (std::size_t item = 0; item < row.size(); ++item) {
            if (item > 0) text += ',';
            if (row[item] != irt::missing) text += std::to_string(row[item]);
        }
        text += '\n';
        if (++done % 1'000 > 0) continue;
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
        if (plan.progress) plan.progress(done);
    }
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    return moments.result();
}

}  // namespace nangluc::world
