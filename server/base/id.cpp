#include "base/id.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace nangluc {

namespace {

constexpr std::int64_t epoch_2020_ms = 1'577'836'800'000;
constexpr int node_bits = 10;
constexpr int sequence_bits = 12;
constexpr std::int64_t sequence_mask = (std::int64_t{1} << sequence_bits) - 1;

}  // namespace

std::string to_text(std::int64_t id) {
    return std::to_string(id);
}

Result<std::int64_t> parse_id(std::string_view text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end || value <= 0) return invalid("id.malformed");
    return value;
}

IdMaker::IdMaker(const Clock& clock, int node) : clock_(clock), node_(node) {
    assert(node >= 0 && node < (1 << node_bits));
}

std::int64_t IdMaker::next() {
    const std::scoped_lock lock(mutex_);
    const auto milliseconds = clock_.now().microseconds / 1000 - epoch_2020_ms;
    const auto fresh = (milliseconds << (node_bits + sequence_bits)) | (node_ << sequence_bits);

    // Within a millisecond, or after the clock went back, count on from the last id. A full
    // sequence borrows from the next millisecond; the node part is put back.
    if (fresh > last_) {
        last_ = fresh;
    } else if ((last_ & sequence_mask) != sequence_mask) {
        ++last_;
    } else {
        const auto next_ms = (last_ >> (node_bits + sequence_bits)) + 1;
        last_ = (next_ms << (node_bits + sequence_bits)) | (node_ << sequence_bits);
    }
    return last_;
}

}  // namespace nangluc
