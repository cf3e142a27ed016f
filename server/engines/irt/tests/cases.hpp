#pragma once

#include <stdexcept>
#include <string_view>
#include <utility>

#include "engines/irt/calibrate/calibrate.hpp"
#include "engines/irt/numeric/random.hpp"

namespace nangluc::irt {

using Pattern = std::pair<std::string_view, double>;

inline std::vector<ItemInfo> items_named(std::size_t count, int lowest, int categories) {
    std::vector<ItemInfo> items;
    for (std::size_t item = 0; item < count; ++item) {
        const auto number = std::to_string(item + 1);
        ItemInfo info{"item" + std::string(3 - number.size(), '0') + number, {}};
        for (int k = 0; k < categories; ++k) info.values.push_back(lowest + k);
        items.push_back(std::move(info));
    }
    return items;
}

inline Responses responses_from(std::span<const Pattern> patterns, int lowest, int categories) {
    Responses responses(items_named(patterns.front().first.size(), lowest, categories));
    for (const auto& [digits, frequency] : patterns) {
        std::vector<Category> row;
        for (const char digit : digits) row.push_back(static_cast<Category>(digit - '0' - lowest));
        responses.add(row, frequency);
    }
    return responses;
}

// Section 6 of the Law School Admission Test: Bock & Lieberman (1970), Psychometrika 35, 179-197;
// Thissen (1982), Psychometrika 47, 175-186.
inline Responses lsat6() {
    static constexpr Pattern patterns[] = {
        {"00000", 3},  {"00001", 6},   {"00010", 2},  {"00011", 11}, {"00100", 1},  {"00101", 1},
        {"00110", 3},  {"00111", 4},   {"01000", 1},  {"01001", 8},  {"01011", 16}, {"01101", 3},
        {"01110", 2},  {"01111", 15},  {"10000", 10}, {"10001", 29}, {"10010", 14}, {"10011", 81},
        {"10100", 3},  {"10101", 28},  {"10110", 15}, {"10111", 80}, {"11000", 16}, {"11001", 56},
        {"11010", 21}, {"11011", 173}, {"11100", 11}, {"11101", 61}, {"11110", 28}, {"11111", 298}};
    return responses_from(patterns, 0, 2);
}

// Four questions on attitudes to science of the Eurobarometer 38.1 (1992), 392 people.
inline Responses science4() {
    static constexpr Pattern patterns[] = {
        {"1111", 2},  {"1321", 1},  {"1423", 1},  {"1431", 1},  {"2111", 1},  {"2124", 1},
        {"2211", 1},  {"2222", 4},  {"2223", 2},  {"2231", 1},  {"2232", 1},  {"2233", 1},
        {"2243", 1},  {"2313", 1},  {"2322", 2},  {"2323", 1},  {"2332", 3},  {"2333", 3},
        {"2334", 2},  {"2341", 1},  {"2343", 2},  {"2421", 1},  {"2443", 2},  {"2444", 1},
        {"3111", 1},  {"3113", 2},  {"3122", 2},  {"3123", 4},  {"3132", 5},  {"3133", 5},
        {"3134", 3},  {"3143", 1},  {"3144", 1},  {"3212", 1},  {"3214", 1},  {"3221", 1},
        {"3222", 10}, {"3223", 7},  {"3231", 1},  {"3232", 16}, {"3233", 22}, {"3234", 5},
        {"3241", 1},  {"3242", 1},  {"3243", 3},  {"3244", 2},  {"3313", 2},  {"3321", 1},
        {"3322", 13}, {"3323", 10}, {"3324", 2},  {"3331", 5},  {"3332", 23}, {"3333", 52},
        {"3334", 8},  {"3342", 7},  {"3343", 13}, {"3344", 12}, {"3413", 1},  {"3423", 1},
        {"3432", 2},  {"3433", 4},  {"3434", 4},  {"3441", 1},  {"3442", 1},  {"3443", 6},
        {"3444", 3},  {"4114", 1},  {"4122", 1},  {"4124", 2},  {"4134", 1},  {"4221", 1},
        {"4223", 3},  {"4233", 8},  {"4234", 2},  {"4242", 1},  {"4244", 1},  {"4323", 1},
        {"4332", 2},  {"4333", 21}, {"4334", 3},  {"4342", 2},  {"4343", 5},  {"4344", 8},
        {"4432", 1},  {"4433", 2},  {"4434", 3},  {"4442", 2},  {"4443", 6},  {"4444", 12}};
    return responses_from(patterns, 1, 4);
}

inline std::vector<Item> invented_items(Curve curve, std::size_t count, std::size_t categories) {
    Random dice(20250701);
    std::vector<Item> items;
    for (std::size_t number = 0; number < count; ++number) {
        Item item{.curve = curve, .a = std::exp(0.3 * dice.normal())};
        double d = dice.normal() + (categories > 2 ? 1.0 : 0.0);
        for (std::size_t k = 1; k < categories; ++k) {
            item.d.push_back(d);
            d -= 0.5 + dice.uniform();
        }
        if (curve == Curve::guessing) item.g = -1.5;
        items.push_back(std::move(item));
    }
    return items;
}

inline Category answer(const Item& item, double t, Random& dice) {
    Probabilities p;
    probabilities(item, t, p);
    double rest = dice.uniform();
    std::size_t k = 0;
    while (k + 1 < item.categories() && rest >= p[k]) rest -= p[k++];
    return static_cast<Category>(k);
}

struct Population {
    std::size_t people;
    double mean = 0;
    double sd = 1;
    double missing_share = 0;
    std::uint64_t seed = 1;
};

inline void add_answers(
    Responses& responses, std::span<const Item> items, const Population& of, std::uint16_t group = 0
) {
    Random dice(of.seed);
    std::vector<Category> row(items.size());
    for (std::size_t person = 0; person < of.people; ++person) {
        const double t = of.mean + of.sd * dice.normal();
        for (std::size_t item = 0; item < items.size(); ++item) {
            row[item] = answer(items[item], t, dice);
            if (of.missing_share > 0 && dice.uniform() < of.missing_share) row[item] = missing;
        }
        responses.add(row, 1, group);
    }
}

inline Responses answers_of(std::span<const Item> items, const Population& population) {
    const auto categories = static_cast<int>(items.front().categories());
    Responses responses(items_named(items.size(), 0, categories));
    add_answers(responses, items, population);
    return responses;
}

inline Calibration calibrated(const Responses& responses, const CalibrationOptions& options) {
    auto result = calibrate(responses, options);
    if (!result) throw std::runtime_error(result.error().code);
    return std::move(result.value());
}

}  // namespace nangluc::irt
