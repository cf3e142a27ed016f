#include "app/world/shares.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "kit/sheet/table.hpp"

namespace nangluc::world {

namespace {

template <class Number>
Number number_of(const std::string& text) {
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// A city has 3,000 inhabitants a square kilometre and more, the highlands 30 and fewer.
double remoteness_of(std::int64_t inhabitants, double square_kilometres) {
    if (square_kilometres <= 0) return 0.5;
    const auto density = static_cast<double>(inhabitants) / square_kilometres;
    return std::clamp(std::log10(3000 / std::max(density, 1.0)) / 2, 0.0, 1.0);
}

}  // namespace

Result<Shares> Shares::read(const std::filesystem::path& communes) {
    constexpr std::int64_t mean = 28'000;  // for those whose inhabitants are not stated
    const auto table = TRY(sheet::Table::read(communes.string()));
    Shares shares;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto stated = number_of<std::int64_t>(table.at(row, "population"));
        const auto inhabitants = stated > 0 ? stated : mean;
        const auto area = number_of<double>(table.at(row, "area_km2"));
        shares.communes_[table.at(row, "code")] = {inhabitants, remoteness_of(inhabitants, area)};
        shares.inhabitants_ += inhabitants;
    }
    return shares;
}

int Shares::next_part(const std::string& code, std::int64_t people) {
    const auto found = communes_.find(code);
    if (found == communes_.end()) return 0;
    const auto before = people * reached_ / inhabitants_;
    reached_ += found->second.inhabitants;
    return static_cast<int>(people * reached_ / inhabitants_ - before);
}

std::vector<std::string> Shares::codes() const {
    std::vector<std::string> codes;
    for (const auto& [code, commune] : communes_) codes.push_back(code);
    return codes;
}

double Shares::remoteness(const std::string& code) const {
    const auto found = communes_.find(code);
    return found == communes_.end() ? 0.5 : found->second.remoteness;
}

}  // namespace nangluc::world
