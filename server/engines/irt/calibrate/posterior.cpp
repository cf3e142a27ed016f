#include "engines/irt/calibrate/posterior.hpp"

#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#define NANGLUC_TARGET(features) __attribute__((target(features)))
#endif

namespace nangluc::irt {

namespace {

// A line of eight nodes in vectors of the machine's width, written once in GNU vector extensions.
// Sums over a row go lane by lane and then over the eight lanes in fixed order, whatever the width.
template <std::size_t width>
struct Line {
    using Reals __attribute__((vector_size(width))) = double;
    using Bits __attribute__((vector_size(width))) = std::int64_t;
    static constexpr std::size_t parts = lanes * sizeof(double) / width;

    Reals part[parts];

    [[gnu::always_inline]] void load(const double* from) { std::memcpy(part, from, sizeof part); }
    [[gnu::always_inline]] void store(double* into) const { std::memcpy(into, part, sizeof part); }
};

// exp(x) for x <= 0 to an ulp or two: x = n log 2 + r and the series of exp(r) to the 13th power, a
// part of 1e-17. Below -700 the answer is that of -700, some 1e-304.
template <std::size_t width>
[[gnu::always_inline]] inline void exponentiate(Line<width>& line) {
    using Reals = typename Line<width>::Reals;
    using Bits = typename Line<width>::Bits;
    constexpr double magic = 0x1.8p52;  // adding it rounds to a whole number in the low bits
    constexpr double inverse_factorials[] = {
        1.0 / 6227020800,
        1.0 / 479001600,
        1.0 / 39916800,
        1.0 / 3628800,
        1.0 / 362880,
        1.0 / 40320,
        1.0 / 5040,
        1.0 / 720,
        1.0 / 120,
        1.0 / 24,
        1.0 / 6,
        0.5,
        1.0,
        1.0};
    for (auto& part : line.part) {
        Reals x = part;
        x = x < -700.0 ? x - x - 700.0 : x;
        const Reals shifted = x * 1.4426950408889634 + magic;
        const Reals n = shifted - magic;
        const Reals r = (x - n * 0x1.62e42fefa38p-1) - n * 0x1.ef35793c7673p-45;
        Reals sum = r * inverse_factorials[0] + inverse_factorials[1];
        for (std::size_t at = 2; at < 14; ++at) sum = sum * r + inverse_factorials[at];
        const Bits scale = reinterpret_cast<Bits>(shifted) << 52;
        part = reinterpret_cast<Reals>(reinterpret_cast<Bits>(sum) + scale);
    }
}

// The lines in which anybody's posterior is not below e^-45 of its highest value: adding less would
// change no bit of a sum.
struct Window {
    std::size_t begin;
    std::size_t end;
};

bool is_far(const double* line, double limit) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        if (line[lane] > limit) return false;
    }
    return true;
}

Window window_of(const double* row, std::size_t stride, double highest) {
    const double limit = highest - 45;
    Window window{0, stride};
    while (is_far(row + window.begin, limit)) window.begin += lanes;
    while (is_far(row + window.end - lanes, limit)) window.end -= lanes;
    return window;
}

// Of one person: likelihood times weight at each node, relative to the highest.
struct Shape {
    Window window;
    double highest;
    double sum;
};

template <std::size_t width>
[[gnu::always_inline]] inline void raise(Line<width>& highest, const Line<width>& to) {
    for (std::size_t at = 0; at < Line<width>::parts; ++at) {
        auto& top = highest.part[at];
        top = to.part[at] > top ? to.part[at] : top;
    }
}

template <std::size_t width>
[[gnu::always_inline]] inline double largest_of(const Line<width>& line) {
    double parts[lanes];
    line.store(parts);
    double largest = parts[0];
    for (const double value : parts) largest = value > largest ? value : largest;
    return largest;
}

template <std::size_t width>
[[gnu::always_inline]] inline double add_logs(
    const LikelihoodTables& tables, const PersonBlock& block, std::size_t person, double* row
) {
    const auto codes = tables.packing.codes(person);
    const auto& groups = tables.packing.groups();
    const auto stride = tables.stride;
    const double* const base = tables.log_weights.data() + block.responses.group(person) * stride;
    Line<width> highest{};
    for (std::size_t q = 0; q < stride; q += lanes) {
        Line<width> sum;
        sum.load(base + q);
        for (std::size_t group = 0; group < groups.size(); ++group) {
            Line<width> term;
            term.load(
                tables.of_codes.data() + (groups[group].first_row + codes[group]) * stride + q
            );
            for (std::size_t at = 0; at < Line<width>::parts; ++at) sum.part[at] += term.part[at];
        }
        sum.store(row + q);
        if (q == 0) highest = sum;
        raise(highest, sum);
    }
    return largest_of(highest);
}

template <std::size_t width>
[[gnu::always_inline]] inline Shape shape_of(
    const LikelihoodTables& tables, const PersonBlock& block, std::size_t person, double* row
) {
    const double highest = add_logs<width>(tables, block, person, row);
    const auto window = window_of(row, tables.stride, highest);
    Line<width> sums{};
    for (auto q = window.begin; q < window.end; q += lanes) {
        Line<width> line;
        line.load(row + q);
        for (auto& part : line.part) part -= highest;
        exponentiate<width>(line);
        line.store(row + q);
        for (std::size_t at = 0; at < Line<width>::parts; ++at) sums.part[at] += line.part[at];
    }
    double sum[lanes];
    sums.store(sum);
    const double whole =
        ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
    return {window, highest, whole};
}

template <std::size_t width>
[[gnu::always_inline]] inline void scale(double* row, const Window& window, double factor) {
    for (auto q = window.begin; q < window.end; q += lanes) {
        Line<width> line;
        line.load(row + q);
        for (auto& part : line.part) part *= factor;
        line.store(row + q);
    }
}

template <std::size_t width>
[[gnu::always_inline]] inline void add_window(
    double* into, const double* row, const Window& window
) {
    for (auto q = window.begin; q < window.end; q += lanes) {
        Line<width> sum;
        Line<width> line;
        sum.load(into + q);
        line.load(row + q);
        for (std::size_t at = 0; at < Line<width>::parts; ++at) sum.part[at] += line.part[at];
        sum.store(into + q);
    }
}

struct Counting {
    double* bins;
    double* masses;
    double* row;
};

template <std::size_t width>
[[gnu::always_inline]] inline double count_people(
    const LikelihoodTables& tables, const PersonBlock& block, const Counting& into
) {
    const auto& groups = tables.packing.groups();
    const auto stride = tables.stride;
    double log_likelihood = 0;
    for (auto person = block.begin; person < block.end; ++person) {
        const auto shape = shape_of<width>(tables, block, person, into.row);
        const double frequency = block.responses.frequency(person);
        log_likelihood += frequency * (shape.highest + std::log(shape.sum));
        scale<width>(into.row, shape.window, frequency / shape.sum);
        const auto codes = tables.packing.codes(person);
        for (std::size_t group = 0; group < groups.size(); ++group) {
            add_window<width>(
                into.bins + (groups[group].first_row + codes[group]) * stride,
                into.row,
                shape.window
            );
        }
        add_window<width>(
            into.masses + block.responses.group(person) * stride, into.row, shape.window
        );
    }
    return log_likelihood;
}

template <std::size_t width>
[[gnu::always_inline]] inline void find_posteriors(
    const LikelihoodTables& tables,
    const PersonBlock& block,
    double* posteriors,
    double* log_likelihoods
) {
    const auto stride = tables.stride;
    for (auto person = block.begin; person < block.end; ++person) {
        double* const row = posteriors + (person - block.begin) * stride;
        const auto shape = shape_of<width>(tables, block, person, row);
        log_likelihoods[person - block.begin] = shape.highest + std::log(shape.sum);
        scale<width>(row, shape.window, 1 / shape.sum);
        for (std::size_t q = 0; q < shape.window.begin; ++q) row[q] = 0;
        for (auto q = shape.window.end; q < stride; ++q) row[q] = 0;
    }
}

#if defined(__x86_64__)
NANGLUC_TARGET("avx2")
double count_avx2(const LikelihoodTables& tables, const PersonBlock& block, const Counting& into) {
    return count_people<32>(tables, block, into);
}
NANGLUC_TARGET("avx2,avx512f,avx512dq,avx512vl")
double count_avx512(
    const LikelihoodTables& tables, const PersonBlock& block, const Counting& into
) {
    return count_people<64>(tables, block, into);
}
NANGLUC_TARGET("avx2")
void posteriors_avx2(
    const LikelihoodTables& tables, const PersonBlock& block, double* rows, double* logs
) {
    find_posteriors<32>(tables, block, rows, logs);
}
NANGLUC_TARGET("avx2,avx512f,avx512dq,avx512vl")
void posteriors_avx512(
    const LikelihoodTables& tables, const PersonBlock& block, double* rows, double* logs
) {
    find_posteriors<64>(tables, block, rows, logs);
}
#endif

}  // namespace

bool runs_here(Machine machine) {
#if defined(__x86_64__)
    if (machine == Machine::avx2) return __builtin_cpu_supports("avx2") != 0;
    if (machine == Machine::avx512) {
        return __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
    }
#endif
    return machine == Machine::baseline;
}

Machine best_machine() {
    static const auto best = runs_here(Machine::avx512) ? Machine::avx512
                             : runs_here(Machine::avx2) ? Machine::avx2
                                                        : Machine::baseline;
    return best;
}

double count_block(
    const LikelihoodTables& tables,
    const PersonBlock& block,
    std::span<double> bins,
    std::span<double> masses
) {
    Rows row(tables.stride);
    const Counting into{bins.data(), masses.data(), row.data()};
#if defined(__x86_64__)
    if (tables.machine == Machine::avx512) return count_avx512(tables, block, into);
    if (tables.machine == Machine::avx2) return count_avx2(tables, block, into);
#endif
    return count_people<16>(tables, block, into);
}

void posterior_block(
    const LikelihoodTables& tables,
    const PersonBlock& block,
    std::span<double> posteriors,
    std::span<double> log_likelihoods
) {
    double* const rows = posteriors.data();
    double* const logs = log_likelihoods.data();
#if defined(__x86_64__)
    if (tables.machine == Machine::avx512) return posteriors_avx512(tables, block, rows, logs);
    if (tables.machine == Machine::avx2) return posteriors_avx2(tables, block, rows, logs);
#endif
    find_posteriors<16>(tables, block, rows, logs);
}

}  // namespace nangluc::irt
