#include "app/world/spread.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <unordered_map>

namespace nangluc::world {

using organisation::HoldingKind;

// FNV-1a: not against anybody, only to tell worlds apart.
void Spread::mix(std::int64_t number) {
    for (int shift = 0; shift < 64; shift += 8) {
        digest_ ^= static_cast<std::uint64_t>(number >> shift) & 0xff;
        digest_ *= 0x100000001b3;
    }
}

void Spread::mix(const std::string& text) {
    for (const char c : text) {
        digest_ ^= static_cast<unsigned char>(c);
        digest_ *= 0x100000001b3;
    }
}

void Spread::add(const Staff& staff, const std::vector<assessment::Rating>& ratings) {
    std::unordered_map<PostId, PositionId> position_of;
    for (const auto& post : staff.posts) position_of[post.id] = post.position;
    for (const auto& person : staff.people) {
        mix(person.id.value);
        mix(person.staff_number);
        mix(person.name);
    }
    for (const auto& holding : staff.holdings) {
        mix(holding.person.value);
        mix(holding.unit.value);
        mix(holding.post.value);
        if (holding.kind != HoldingKind::main || !holding.period.is_open()) continue;
        const auto position = position_of.at(holding.post);
        mix(position.value);
        ++positions_[position];
    }
    for (const auto& rating : ratings) {
        const int days = days_between(rating.observed_on, today_);
        mix(rating.person.value);
        mix(rating.competency.value);
        mix(rating.level);
        mix(days);
        ++ages_[days / 183];
        ++levels_[rating.level];
    }
}

static std::string text_of(const char* format, auto... values) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

static double share_of(std::int64_t part, std::int64_t whole) {
    return 100.0 * static_cast<double>(part) /
           static_cast<double>(std::max<std::int64_t>(whole, 1));
}

template <class Key, class Name>
static std::string shares_line(const std::map<Key, std::int64_t>& counts, const Name& name_of_key) {
    std::int64_t whole = 0;
    for (const auto& [key, count] : counts) whole += count;
    std::string line;
    for (const auto& [key, count] : counts) {
        line += text_of("  %s %.1f %%", name_of_key(key).c_str(), share_of(count, whole));
    }
    return line;
}

static std::string communes_line(std::vector<int> sizes) {
    if (sizes.empty()) return {};
    std::ranges::sort(sizes);
    const auto at = [&](std::size_t hundredths) {
        return sizes[(sizes.size() - 1) * hundredths / 100];
    };
    return text_of("  least %d  tenth %d  median %d", at(0), at(10), at(50)) +
           text_of("  nine tenths %d  most %d", at(90), at(100));
}

std::vector<std::string> Spread::lines(const Found& found, const Offices& offices) const {
    std::map<PositionId, std::string> codes;
    for (const auto& [code, position] : offices.positions) codes[position.id] = code;
    // The ten commonest; the rest is one.
    std::vector<std::pair<std::int64_t, std::string>> common;
    for (const auto& [position, count] : positions_) common.emplace_back(count, codes[position]);
    std::ranges::sort(common, std::greater{});
    std::map<std::pair<std::size_t, std::string>, std::int64_t> positions;
    for (std::size_t i = 0; i < common.size(); ++i) {
        const auto key = i < 10 ? std::pair(i, common[i].second)
                                : std::pair(std::size_t{10}, std::string("other"));
        positions[key] += common[i].first;
    }
    const auto half_years = [](int half) {
        return std::to_string(half * 6) + "-" + std::to_string(half * 6 + 6) + " months";
    };
    const auto with_sign = [](int number) { return text_of("%+d", number); };
    return {
        "people in a commune " + communes_line(communes_),
        "age of a rating     " + shares_line(ages_, half_years),
        "level of a rating   " +
            shares_line(levels_, [](int level) { return std::to_string(level); }),
        "held less required  " + shares_line(found.by_difference, with_sign),
        "not judged          " + text_of("  %.1f %%", share_of(found.unjudged, found.asked)) +
            text_of(" of %lld requirements", static_cast<long long>(found.asked)),
        "position            " +
            shares_line(positions, [](const auto& numbered) { return numbered.second; }),
    };
}

std::string Spread::digest() const {
    return text_of("%016llx", static_cast<unsigned long long>(digest_));
}

}  // namespace nangluc::world
