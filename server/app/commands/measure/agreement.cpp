#include "engines/irt/raters/agreement.hpp"

#include <algorithm>
#include <boost/describe/class.hpp>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto agreement_usage =
    R"(nangluc measure agreement FILE [--ignore COLUMN …] [--draws N] [--seed N] [--json]

How far raters agree. A row is a subject, a column a rater, a cell a number or nothing. Intraclass
correlations and Fleiss' kappa of the rows that everybody rated; weighted kappas (of more than two
raters the mean over pairs) and Krippendorff's alpha of all. 95 % intervals: from F, else by drawing
subjects again --draws times (1999) from --seed.)";

struct IntervalJson {
    std::optional<double> estimate;
    std::optional<double> low;
    std::optional<double> high;
};
BOOST_DESCRIBE_STRUCT(IntervalJson, (), (estimate, low, high))

struct IccJson {
    IntervalJson icc1;
    IntervalJson icc2;
    IntervalJson icc3;
    IntervalJson icc1k;
    IntervalJson icc2k;
    IntervalJson icc3k;
};
BOOST_DESCRIBE_STRUCT(IccJson, (), (icc1, icc2, icc3, icc1k, icc2k, icc3k))

struct KappaJson {
    IntervalJson fleiss;
    std::optional<double> fleiss_z;
    IntervalJson unweighted;
    IntervalJson linear;
    IntervalJson quadratic;
};
BOOST_DESCRIBE_STRUCT(KappaJson, (), (fleiss, fleiss_z, unweighted, linear, quadratic))

struct AlphaJson {
    IntervalJson nominal;
    IntervalJson ordinal;
    IntervalJson interval;
    IntervalJson ratio;
};
BOOST_DESCRIBE_STRUCT(AlphaJson, (), (nominal, ordinal, interval, ratio))

struct AgreementJson {
    std::size_t subjects = 0;
    std::size_t complete = 0;
    std::size_t raters = 0;
    int draws = 0;
    std::uint64_t seed = 0;
    IccJson icc;
    KappaJson kappa;
    AlphaJson alpha;
};
BOOST_DESCRIBE_STRUCT(
    AgreementJson, (), (subjects, complete, raters, draws, seed, icc, kappa, alpha)
)

IntervalJson json_of(const irt::Interval& interval) {
    return {figure(interval.estimate), figure(interval.low), figure(interval.high)};
}

std::vector<std::size_t> raters_of(
    const TextTable& table, const std::vector<std::string>& ignored
) {
    std::vector<std::size_t> raters;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto& name = table.columns[column];
        if (std::ranges::find(ignored, name) == ignored.end()) raters.push_back(column);
    }
    return raters;
}

// Not a number where the cell is empty; nothing where it is neither empty nor a number.
std::optional<double> rating_in(const std::string& text) {
    if (is_missing(text)) return std::nan("");
    double value = 0;
    const auto* const end = text.data() + text.size();
    const auto [last, fault] = std::from_chars(text.data(), end, value);
    return fault == std::errc{} && last == end ? std::optional(value) : std::nullopt;
}

Result<irt::Ratings> ratings_in(const TextTable& table, const std::vector<std::string>& ignored) {
    const auto raters = raters_of(table, ignored);
    if (raters.size() < 2 || table.rows.size() < 2) return invalid("measure.too_few_ratings");
    irt::Ratings ratings(table.rows.size(), raters.size());
    std::vector<Fault> faults;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t rater = 0; rater < raters.size(); ++rater) {
            const auto rating = rating_in(table.rows[row][raters[rater]]);
            ratings(row, rater) = rating.value_or(std::nan(""));
            if (rating) continue;
            const auto place = place_of(table.numbers[row], table.columns[raters[rater]]);
            faults.push_back({place, "measure.not_a_number"});
        }
    }
    if (!faults.empty()) return invalid(faults.front().code, faults);
    return ratings;
}

AgreementJson compared(const irt::Ratings& ratings, const irt::Bootstrap& options) {
    const auto icc = irt::intraclass_correlations(ratings);
    const auto again = [&](const auto& figure_of) {
        return json_of(irt::bootstrapped(ratings, options, figure_of));
    };
    const auto alpha = [&](irt::Level level) {
        return again([level](const irt::Ratings& r) { return irt::krippendorff_alpha(r, level); });
    };
    const auto kappa = [&](irt::Weights weights) {
        return again([weights](const irt::Ratings& r) { return irt::weighted_kappa(r, weights); });
    };
    return {
        ratings.rows(),
        icc.subjects,
        ratings.columns(),
        options.draws,
        options.seed,
        {json_of(icc.one_single),
         json_of(icc.two_single),
         json_of(icc.three_single),
         json_of(icc.one_average),
         json_of(icc.two_average),
         json_of(icc.three_average)},
        {again([](const irt::Ratings& r) { return irt::fleiss_kappa(r).kappa; }),
         figure(irt::fleiss_kappa(ratings).z),
         kappa(irt::Weights::none),
         kappa(irt::Weights::linear),
         kappa(irt::Weights::quadratic)},
        {alpha(irt::Level::nominal),
         alpha(irt::Level::ordinal),
         alpha(irt::Level::interval),
         alpha(irt::Level::ratio)}};
}

void print_line(const char* name, const IntervalJson& interval) {
    std::printf(
        "%-22s %8.4f  [%.4f, %.4f]\n",
        name,
        interval.estimate.value_or(NAN),
        interval.low.value_or(NAN),
        interval.high.value_or(NAN)
    );
}

void print_table(const AgreementJson& json) {
    std::printf(
        "%zu subjects (%zu complete), %zu raters\n", json.subjects, json.complete, json.raters
    );
    print_line("ICC(1,1)", json.icc.icc1);
    print_line("ICC(2,1)", json.icc.icc2);
    print_line("ICC(3,1)", json.icc.icc3);
    print_line("ICC(1,k)", json.icc.icc1k);
    print_line("ICC(2,k)", json.icc.icc2k);
    print_line("ICC(3,k)", json.icc.icc3k);
    print_line("kappa, Fleiss", json.kappa.fleiss);
    print_line("kappa, unweighted", json.kappa.unweighted);
    print_line("kappa, linear", json.kappa.linear);
    print_line("kappa, quadratic", json.kappa.quadratic);
    print_line("alpha, nominal", json.alpha.nominal);
    print_line("alpha, ordinal", json.alpha.ordinal);
    print_line("alpha, interval", json.alpha.interval);
    print_line("alpha, ratio", json.alpha.ratio);
}

}  // namespace

int measure_agreement(Arguments arguments) {
    if (print_help(arguments, agreement_usage)) return 0;
    const auto ignored = take_values(arguments, "--ignore");
    const bool as_json = take_flag(arguments, "--json");
    const auto draws = take_number(arguments, "--draws");
    const auto seed = take_number(arguments, "--seed");
    if (!draws) return print(draws.error());
    if (!seed) return print(seed.error());
    take_threads(arguments);
    if (arguments.size() != 1) return print_wrong_call(agreement_usage);
    irt::Bootstrap options;
    if (draws.value()) options.draws = static_cast<int>(*draws.value());
    if (seed.value()) options.seed = static_cast<std::uint64_t>(*seed.value());

    const auto table = read_texts(arguments.front());
    if (!table) return print(table.error());
    const auto ratings = ratings_in(table.value(), ignored);
    if (!ratings) return print(ratings.error());
    const auto json = compared(ratings.value(), options);
    as_json ? (void)std::puts(json::write(json).c_str()) : print_table(json);
    return 0;
}

}  // namespace nangluc::app
