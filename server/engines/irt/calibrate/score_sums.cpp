#include "engines/irt/calibrate/score_sums.hpp"

#include <algorithm>
#include <numeric>

namespace nangluc::irt {

namespace {

std::vector<std::size_t> all_items(const Responses& responses) {
    std::vector<std::size_t> all(responses.items().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

// Two groups' codes at once make a table of at most 256 rows.
std::size_t codes_for(std::size_t rows) {
    return rows < 500 ? 4 : 16;
}

struct Span {
    std::size_t begin;
    std::size_t end;
};

// Over whole lines of nodes, in eight sums that are added up in fixed order.
double dot(const double* left, const double* right, Span nodes) {
    double sums[lanes] = {};
    for (auto q = nodes.begin; q < nodes.end; q += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            sums[lane] += left[q + lane] * right[q + lane];
        }
    }
    return ((sums[0] + sums[4]) + (sums[2] + sums[6])) +
           ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

bool is_zero(const double* line) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        if (line[lane] != 0) return false;
    }
    return true;
}

// The lower triangle.
void add_square(std::span<const double> score, double frequency, Matrix& into) {
    for (std::size_t i = 0; i < score.size(); ++i) {
        const double weighted = frequency * score[i];
        if (weighted == 0) continue;
        double* const row = into.row(i).data();
        for (std::size_t j = 0; j <= i; ++j) row[j] += weighted * score[j];
    }
}

}  // namespace

Source item_source(const Item& item, std::size_t number, const Layout& layout, const Grid& grid) {
    Source source;
    source.categories = item.categories();
    std::vector<std::size_t> kept;
    for (std::size_t parameter = 0; parameter < item.parameters(); ++parameter) {
        if (layout.of(number, parameter) == Layout::fixed) continue;
        kept.push_back(parameter);
        source.places.push_back(layout.of(number, parameter));
    }
    source.gradients.resize(source.categories * kept.size() * grid.stride());
    std::vector<double> gradient(item.categories() * item.parameters());
    for (std::size_t q = 0; q < grid.size(); ++q) {
        parameter_gradient(item, grid.nodes[q], gradient);
        for (std::size_t k = 0; k < source.categories; ++k) {
            for (std::size_t i = 0; i < kept.size(); ++i) {
                source.gradients[(k * kept.size() + i) * grid.stride() + q] =
                    gradient[k * item.parameters() + kept[i]];
            }
        }
    }
    return source;
}

Source latent_source(const Latent& latent, std::size_t place, const Grid& grid) {
    Source source{{place, place + 1}, 1, Rows(2 * grid.stride())};
    for (std::size_t q = 0; q < grid.size(); ++q) {
        const double z = (grid.nodes[q] - latent.mean) / latent.sd;
        source.gradients[q] = z / latent.sd;
        source.gradients[grid.stride() + q] = z * z - 1;
    }
    return source;
}

ScoreSums::ScoreSums(
    const Responses& responses, std::vector<Source> sources, const EStep& step, std::size_t size
)
    : responses_(responses),
      sources_(std::move(sources)),
      step_(step),
      size_(size),
      stride_(step.grid().stride()),
      packing_(responses, all_items(responses), codes_for(responses.rows())),
      categories_(responses.items()) {}

Sums ScoreSums::of_block(std::size_t number) const {
    const auto people = people_of(number);
    Sums sums{Matrix(size_, size_), Matrix(size_, size_)};
    for (std::size_t g = 0; g < packing_.groups().size(); ++g) {
        for (std::size_t h = 0; h <= g; ++h) add_pair({g, h}, people, sums.squares);
    }
    add_means(people, sums.means);
    return sums;
}

ScoreSums::People ScoreSums::people_of(std::size_t number) const {
    std::vector<double> logs;
    People people{step_.block(number), step_.posteriors(number, logs), {}};
    for (std::size_t at = 0; at < logs.size(); ++at) {
        const double* const row = people.rows.data() + at * stride_;
        std::size_t begin = 0;
        auto end = stride_;
        while (begin + lanes < end && is_zero(row + begin)) begin += lanes;
        while (end - lanes > begin && is_zero(row + end - lanes)) end -= lanes;
        people.windows.emplace_back(begin, end);
    }
    return people;
}

// Posterior masses by the codes of two groups at once.
Rows ScoreSums::bins_of(const Pair& pair, const People& people) const {
    const auto right_codes = packing_.groups()[pair.h].codes;
    Rows bins(packing_.groups()[pair.g].codes * right_codes * stride_);
    const auto& block = people.block;
    for (auto person = block.begin; person < block.end; ++person) {
        const auto codes = packing_.codes(person);
        double* const bin = bins.data() + (codes[pair.g] * right_codes + codes[pair.h]) * stride_;
        const double* const row = people.rows.data() + (person - block.begin) * stride_;
        const double frequency = responses_.frequency(person);
        const auto [begin, end] = people.windows[person - block.begin];
        for (auto q = begin; q < end; ++q) bin[q] += frequency * row[q];
    }
    return bins;
}

// The masses of the codes in which one member has category `k`; it turns over every `below` codes.
static void sum_where(
    const Packing::Member& member, std::size_t k, std::size_t below, const Rows& bins, Rows& sum
) {
    std::ranges::fill(sum, 0.0);
    const auto codes = bins.size() / sum.size();
    for (std::size_t code = 0; code < codes; ++code) {
        if (code / below % member.radix != k) continue;
        const double* const from = bins.data() + code * sum.size();
        for (std::size_t at = 0; at < sum.size(); ++at) sum[at] += from[at];
    }
}

// The masses are taken apart again item by item: of each category of an item of the first group,
// those of the items of the second.
void ScoreSums::add_pair(const Pair& pair, const People& people, Matrix& squares) const {
    const auto& left = packing_.groups()[pair.g];
    const auto& right = packing_.groups()[pair.h];
    const auto bins = bins_of(pair, people);
    auto below = left.codes;
    Rows rows(categories_.rows() * stride_);
    Rows partial(right.codes * stride_);
    const auto first = categories_.first(right.members.front().item) * stride_;
    const auto last = categories_.first(right.members.back().item + 1) * stride_;
    for (const auto& member : left.members) {
        below /= member.radix;
        for (std::size_t k = 0; k < member.categories; ++k) {
            sum_where(member, k, below, bins, partial);
            std::ranges::fill(std::span(rows).subspan(first, last - first), 0.0);
            spread_codes(right, categories_, partial, rows, stride_);
            for (const auto& other : right.members) {
                // Of two items the second is the lower one; the rest follows by symmetry.
                if (other.item > member.item) continue;
                contract({member.item, k}, other.item, rows, squares);
            }
        }
    }
}

void ScoreSums::contract(const Answer& answer, std::size_t other, const Rows& rows, Matrix& squares)
    const {
    const auto& left = sources_[answer.source];
    const auto& right = sources_[other];
    Rows weighted(stride_);
    for (std::size_t i = 0; i < left.places.size(); ++i) {
        const double* const mine = left.gradient(answer.category, i, stride_);
        for (std::size_t k = 0; k < right.categories; ++k) {
            const double* const mass = rows.data() + (categories_.first(other) + k) * stride_;
            for (std::size_t q = 0; q < stride_; ++q) weighted[q] = mass[q] * mine[q];
            for (std::size_t j = 0; j < right.places.size(); ++j) {
                const double* const theirs = right.gradient(k, j, stride_);
                const double sum = dot(weighted.data(), theirs, {0, stride_});
                squares(left.places[i], right.places[j]) += sum;
                if (answer.source != other) squares(right.places[j], left.places[i]) += sum;
            }
        }
    }
}

void ScoreSums::add_means(const People& people, Matrix& means) const {
    std::vector<double> score(size_);
    const auto& block = people.block;
    for (auto person = block.begin; person < block.end; ++person) {
        const double* const row = people.rows.data() + (person - block.begin) * stride_;
        const auto [begin, end] = people.windows[person - block.begin];
        std::ranges::fill(score, 0.0);
        const auto cells = responses_.row(person);
        for (std::size_t source = 0; source < sources_.size(); ++source) {
            if (cells[source] == missing) continue;
            const auto& of = sources_[source];
            for (std::size_t i = 0; i < of.places.size(); ++i) {
                const double* const gradient = of.gradient(cells[source], i, stride_);
                score[of.places[i]] += dot(row, gradient, {begin, end});
            }
        }
        add_square(score, responses_.frequency(person), means);
    }
    mirror(means);
}

}  // namespace nangluc::irt
