#include "app/world/abilities.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "kit/sheet/table.hpp"

namespace nangluc::world {

Result<Abilities> Abilities::read(
    const std::filesystem::path& share, std::vector<double> cuts, double gain
) {
    Abilities abilities;
    abilities.shares_ = TRY(Shares::read(share / "vietnam" / "communes-2025.csv"));
    const auto table = TRY(sheet::Table::read((share / "world" / "requirements.csv").string()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& text = table.at(row, "minimum");
        int level = 0;
        std::from_chars(text.data(), text.data() + text.size(), level);
        if (level > 0) abilities.required_.push_back(level);
    }
    if (abilities.required_.empty() || cuts.size() < 2) return invalid("world.requirements");
    abilities.cuts_ = std::move(cuts);
    abilities.gain_ = gain;
    return abilities;
}

void Abilities::begin(std::int64_t people, std::uint64_t seed) {
    chance_ = Chance(seed);
    offices_.clear();
    auto shares = shares_;
    for (const auto& code : shares.codes()) {
        const int part = shares.next_part(code, people);
        if (part > 0) offices_.emplace_back(shares.remoteness(code), part);
    }
    office_ = 0;
    met_ = 0;
}

std::optional<double> Abilities::next() {
    if (office_ == offices_.size()) return std::nullopt;
    const auto [remoteness, people] = offices_[office_];
    if (met_ == 0) standing_.enter_office(remoteness, chance_);
    standing_.meet_person(chance_);
    const int required = chance_.one_of(std::span<const int>(required_));
    if (++met_ == people) {
        ++office_;
        met_ = 0;
    }
    return ability_of(standing_.level(required, chance_) + gain_);
}

// A level is held from half a level below it on, as it is rounded; the first begins at the first
// cut. Beyond the cuts the outermost distances go on.
double Abilities::ability_of(double level) const {
    const double place = level - 0.5;
    const double last = static_cast<double>(cuts_.size() - 2);
    const double below = std::clamp(std::floor(place), 0.0, last);
    const auto at = static_cast<std::size_t>(below);
    return cuts_[at] + (place - below) * (cuts_[at + 1] - cuts_[at]);
}

}  // namespace nangluc::world
