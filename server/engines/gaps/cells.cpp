#include "engines/gaps/cells.hpp"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#define NANGLUC_TARGET(features) __attribute__((target(features)))
#endif

namespace nangluc::gaps {

namespace {

// GNU vector extensions: written once, compiled to one AVX2 or two SSE2 registers a row. A vector
// wider than the machine's would be taken apart byte by byte (17 times slower), hence `width`.
// Vectors never cross a function's border, where their width would change the calling convention.
template <std::size_t width>
struct Vector {
    using Bytes __attribute__((vector_size(width))) = std::uint8_t;
};

// Through memory, as plain bytes: lane by lane out of a register would be scalar.
template <class Bytes, std::size_t parts>
[[gnu::always_inline]] inline void add_bytes(const Bytes (&from)[parts], Cells::Column& column) {
    std::array<std::uint8_t, block_width> bytes;
    std::memcpy(bytes.data(), from, block_width);
    for (std::size_t lane = 0; lane < block_width; ++lane) column[lane] += bytes[lane];
}

template <class Bytes, std::size_t parts>
[[gnu::always_inline]] inline void subtract_bytes(
    const Bytes (&from)[parts], Cells::Column& column
) {
    std::array<std::uint8_t, block_width> bytes;
    std::memcpy(bytes.data(), from, block_width);
    for (std::size_t lane = 0; lane < block_width; ++lane) column[lane] -= bytes[lane];
}

// A byte that grows by 1 a row holds 255 rows; the sum of gaps holds fewer, by the highest level
// that can be missed. So counts are widened every 255 rows and sums every 255 / highest rows.
constexpr std::size_t longest = 255;

struct Chunk {
    std::size_t begin;
    std::size_t end;
    std::size_t stretch;
};

// Nothing branches on a level: the order of levels is random, and a branch on it costs eleven times
// the arithmetic.
template <std::size_t width>
[[gnu::always_inline]] inline void add_chunk(
    const Shelf& shelf, const Row* required_rows, const Chunk& chunk, Cells& cells
) {
    using Bytes = typename Vector<width>::Bytes;
    constexpr std::size_t parts = block_width / width;
    const auto* const held_rows = shelf.held.data();
    const auto* const profiles = shelf.profiles.data();
    Bytes not_asked[parts] = {};
    Bytes no_gap[parts] = {};
    Bytes unknown[parts] = {};

    for (auto row = chunk.begin; row < chunk.end;) {
        const auto end = std::min(row + chunk.stretch, chunk.end);
        Bytes gap_sums[parts] = {};
        for (; row < end; ++row) {
            const auto* const required_levels = required_rows[profiles[row]].levels.data();
            const auto* const held_levels = held_rows[row].levels.data();
            for (std::size_t part = 0; part < parts; ++part) {
                Bytes held;
                Bytes required;
                std::memcpy(&held, held_levels + part * width, width);
                std::memcpy(&required, required_levels + part * width, width);
                // gap_of and standing_of at once; a true comparison is all ones, which is -1.
                const Bytes gap = (required > held ? required : held) - held;
                const Bytes none = reinterpret_cast<Bytes>(required == no_requirement);
                gap_sums[part] += gap;
                no_gap[part] -= reinterpret_cast<Bytes>(gap == 0);
                not_asked[part] -= none;
                unknown[part] -= reinterpret_cast<Bytes>(held == not_assessed) & ~none;
            }
        }
        add_bytes(gap_sums, cells.gap_sum);
    }

    // Counted were the rows that are not required and those without a gap: one comparison less.
    const auto rows = static_cast<std::uint32_t>(chunk.end - chunk.begin);
    for (std::size_t lane = 0; lane < block_width; ++lane) {
        cells.required[lane] += rows;
        cells.with_gap[lane] += rows;
    }
    subtract_bytes(not_asked, cells.required);
    subtract_bytes(no_gap, cells.with_gap);
    add_bytes(unknown, cells.unknown);
}

template <std::size_t width>
[[gnu::always_inline]] inline void add_rows(
    const Shelf& shelf, const Requirements& table, Cells& cells
) {
    const auto stretch = longest / std::max<std::size_t>(table.highest, 1);
    for (std::size_t row = 0; row < shelf.size(); row += longest) {
        const Chunk chunk{row, std::min(row + longest, shelf.size()), stretch};
        add_chunk<width>(shelf, table.required.data(), chunk, cells);
    }
}

// A weight is 16 bits and a gap 8, so that 32 products fit.
[[gnu::always_inline]] inline void weigh_rows(
    const Shelf& shelf,
    std::span<const Row> required,
    const LaneWeights& weights,
    std::span<std::uint32_t> totals
) {
    for (std::size_t row = 0; row < shelf.size(); ++row) {
        const auto& asked = required[shelf.profiles[row]].levels;
        const auto& held = shelf.held[row].levels;
        std::uint32_t total = 0;
        for (std::size_t lane = 0; lane < block_width; ++lane) {
            total += gap_of(asked[lane], held[lane]) * weights[lane];
        }
        totals[row] = total;
    }
}

#if defined(__x86_64__)
NANGLUC_TARGET("avx2")
void add_avx2(const Shelf& shelf, const Requirements& table, Cells& cells) {
    add_rows<32>(shelf, table, cells);
}

NANGLUC_TARGET("avx2,avx512f,avx512bw,avx512vl")
void add_avx512(const Shelf& shelf, const Requirements& table, Cells& cells) {
    add_rows<32>(shelf, table, cells);
}

NANGLUC_TARGET("avx2")
void weigh_avx2(
    const Shelf& shelf,
    std::span<const Row> required,
    const LaneWeights& weights,
    std::span<std::uint32_t> totals
) {
    weigh_rows(shelf, required, weights, totals);
}
#endif

}  // namespace

bool runs_here(Machine machine) {
#if defined(__x86_64__)
    if (machine == Machine::avx2) return __builtin_cpu_supports("avx2") != 0;
    if (machine == Machine::avx512) {
        return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0;
    }
#endif
    return machine == Machine::baseline;
}

Machine best_machine() {
    if (runs_here(Machine::avx512)) return Machine::avx512;
    return runs_here(Machine::avx2) ? Machine::avx2 : Machine::baseline;
}

void add_shelf(const Shelf& shelf, const Requirements& table, Cells& cells, Machine machine) {
#if defined(__x86_64__)
    if (machine == Machine::avx512) return add_avx512(shelf, table, cells);
    if (machine == Machine::avx2) return add_avx2(shelf, table, cells);
#endif
    add_rows<16>(shelf, table, cells);
}

void weigh_shelf(
    const Shelf& shelf,
    std::span<const Row> required,
    const LaneWeights& weights,
    std::span<std::uint32_t> totals
) {
#if defined(__x86_64__)
    static const auto wide = runs_here(Machine::avx2);
    if (wide) return weigh_avx2(shelf, required, weights, totals);
#endif
    weigh_rows(shelf, required, weights, totals);
}

Requirements Requirements::of(std::span<const Row> table) {
    Level highest = 0;
    for (const auto& row : table) {
        for (const auto level : row.levels) highest = std::max(highest, level);
    }
    return {table, highest};
}

Cells cells_of(const Row& required, const Row& held) {
    Cells cells;
    for (std::size_t lane = 0; lane < block_width; ++lane) {
        const auto standing = standing_of(required.levels[lane], held.levels[lane]);
        cells.required[lane] = standing != Standing::not_required;
        cells.with_gap[lane] = standing == Standing::gap;
        cells.gap_sum[lane] = gap_of(required.levels[lane], held.levels[lane]);
        cells.unknown[lane] = standing == Standing::unknown;
    }
    return cells;
}

Cells& Cells::operator+=(const Cells& other) {
    for (std::size_t lane = 0; lane < block_width; ++lane) {
        required[lane] += other.required[lane];
        with_gap[lane] += other.with_gap[lane];
        gap_sum[lane] += other.gap_sum[lane];
        unknown[lane] += other.unknown[lane];
    }
    return *this;
}

Cells& Cells::operator-=(const Cells& other) {
    for (std::size_t lane = 0; lane < block_width; ++lane) {
        required[lane] -= other.required[lane];
        with_gap[lane] -= other.with_gap[lane];
        gap_sum[lane] -= other.gap_sum[lane];
        unknown[lane] -= other.unknown[lane];
    }
    return *this;
}

}  // namespace nangluc::gaps
