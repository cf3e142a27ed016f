#include "engines/irt/calibrate/expectation.hpp"

#include <algorithm>

#include "engines/irt/numeric/parallel.hpp"

namespace nangluc::irt {

namespace {

// A table of as many codes as there are people costs more than it saves.
std::size_t codes_for(std::size_t rows) {
    return std::clamp<std::size_t>(rows / 8, 4, 256);
}

void add_rows(Rows& into, const Rows& from) {
    for (std::size_t at = 0; at < into.size(); ++at) into[at] += from[at];
}

}  // namespace

void fill_log_probabilities(
    std::span<const Item> items, const Grid& grid, const CategoryRows& categories, Rows& into
) {
    const auto stride = grid.stride();
    into.assign(categories.rows() * stride, 0.0);
    Probabilities logs;
    for (std::size_t item = 0; item < items.size(); ++item) {
        for (std::size_t q = 0; q < grid.size(); ++q) {
            log_probabilities(items[item], grid.nodes[q], logs);
            for (std::size_t k = 0; k < items[item].categories(); ++k) {
                into[(categories.first(item) + k) * stride + q] = logs[k];
            }
        }
    }
}

EStep::EStep(
    const Responses& responses,
    std::span<const std::size_t> order,
    const Grid& grid,
    unsigned threads
)
    : responses_(responses),
      order_(order.begin(), order.end()),
      grid_(grid),
      threads_(threads),
      packing_(responses, order, codes_for(responses.rows())),
      categories_(responses.items()),
      of_codes_(packing_.rows() * grid.stride()) {}

std::size_t EStep::blocks() const {
    return (responses_.rows() + block_people - 1) / block_people;
}

PersonBlock EStep::block(std::size_t number) const {
    const auto begin = number * block_people;
    return {begin, std::min(begin + block_people, responses_.rows()), responses_};
}

LikelihoodTables EStep::tables() const {
    return {packing_, of_codes_, log_weights_, grid_.stride()};
}

void EStep::prepare(std::span<const Item> items, std::span<const Latent> latents) {
    const auto stride = grid_.stride();
    fill_log_probabilities(items, grid_, categories_, of_categories_);
    for (const auto& group : packing_.groups()) {
        fill_codes(
            group,
            categories_,
            of_categories_,
            std::span(of_codes_).subspan(group.first_row * stride, group.codes * stride),
            stride
        );
    }
    log_weights_.clear();
    for (const auto& latent : latents) {
        const auto logs = grid_.log_weights(latent);
        log_weights_.insert(log_weights_.end(), logs.begin(), logs.end());
    }
}

Expectation EStep::run(std::span<const Item> items, std::span<const Latent> latents) {
    prepare(items, latents);
    const auto stride = grid_.stride();
    std::vector<Expectation> parts(blocks());
    std::vector<Rows> bins(std::min<std::size_t>(std::max(threads_, 1U), parts.size()));
    for_each_block(parts.size(), threads_, [&](std::size_t number, unsigned worker) {
        auto& part = parts[number];
        auto& own = bins[worker];
        own.assign(of_codes_.size(), 0.0);
        part.masses.assign(latents.size() * stride, 0.0);
        part.counts.assign(categories_.rows() * stride, 0.0);
        part.log_likelihood = count_block(tables(), block(number), own, part.masses);
        for (const auto& group : packing_.groups()) {
            const auto codes =
                std::span(own).subspan(group.first_row * stride, group.codes * stride);
            spread_codes(group, categories_, codes, part.counts, stride);
        }
    });
    auto whole = std::move(parts.front());
    for (std::size_t number = 1; number < parts.size(); ++number) {
        whole.log_likelihood += parts[number].log_likelihood;
        add_rows(whole.counts, parts[number].counts);
        add_rows(whole.masses, parts[number].masses);
    }
    return whole;
}

Rows EStep::posteriors(std::size_t number, std::vector<double>& log_likelihoods) const {
    const auto people = block(number);
    Rows rows((people.end - people.begin) * grid_.stride());
    log_likelihoods.resize(people.end - people.begin);
    posterior_block(tables(), people, rows, log_likelihoods);
    return rows;
}

}  // namespace nangluc::irt
