#include "engines/irt/raters/facets.hpp"

#include <boost/describe/class.hpp>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include "app/commands/measure/measure.hpp"
#include "kit/json/json.hpp"

namespace nangluc::app {

namespace {

constexpr auto facets_usage =
    R"(nangluc measure facets FILE --person COLUMN --rater COLUMN [--item COLUMN] --score COLUMN
    [--model pcm|rsm] [--subsets] [--people] [--json]

Many-facet Rasch model of ratings, a row a rating. Difficulty of items, severity of raters (summing
to zero), steps of each item (pcm) or shared (rsm), spread of the people. Refused where raters are
not joined by people they share, unless --subsets. --people adds each person's ability and fair mean,
what a rater of average severity would be expected to give.)";

struct RaterJson {
    std::string rater;
    double severity = 0;
    std::optional<double> se;
    double ratings = 0;
    std::optional<double> infit;
    std::optional<double> outfit;
    std::size_t subset = 0;
};
BOOST_DESCRIBE_STRUCT(RaterJson, (), (rater, severity, se, ratings, infit, outfit, subset))

struct FacetItemJson {
    std::string item;
    double difficulty = 0;
    std::optional<double> se;
    std::vector<double> steps;
    std::vector<std::optional<double>> se_steps;
};
BOOST_DESCRIBE_STRUCT(FacetItemJson, (), (item, difficulty, se, steps, se_steps))

struct FacetPersonJson {
    std::string person;
    double t = 0;
    double se = 0;
    double observed_mean = 0;
    double fair_mean = 0;
};
BOOST_DESCRIBE_STRUCT(FacetPersonJson, (), (person, t, se, observed_mean, fair_mean))

struct FacetsJson {
    double loglik = 0;
    bool converged = false;
    int cycles = 0;
    std::size_t parameters = 0;
    double person_sd = 0;
    std::optional<double> se_person_sd;
    std::size_t subsets = 1;
    std::vector<int> categories;
    json::BigList<FacetItemJson> items;
    json::BigList<RaterJson> raters;
    json::BigList<FacetPersonJson> people;
};
BOOST_DESCRIBE_STRUCT(
    FacetsJson,
    (),
    (loglik,
     converged,
     cycles,
     parameters,
     person_sd,
     se_person_sd,
     subsets,
     categories,
     items,
     raters,
     people)
)

// Names in the order of the alphabet, so that the order of the rows changes nothing.
class Names {
public:
    void take(const std::string& name) { numbers_.emplace(name, 0); }
    void number() {
        std::uint32_t next = 0;
        for (auto& [name, number] : numbers_) {
            number = next++;
            list_.push_back(name);
        }
    }
    std::uint32_t of(const std::string& name) const { return numbers_.at(name); }
    const std::vector<std::string>& list() const { return list_; }

private:
    std::map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> list_;
};

struct Columns {
    std::string person;
    std::string rater;
    std::string item;
    std::string score;
};

struct Design {
    irt::RatingDesign design;
    Names persons;
    Names items;
    Names raters;
    std::vector<int> categories;
};

struct Line {
    std::string person;
    std::string item;
    std::string rater;
    int score;
};

Result<std::vector<Line>> lines_of(const TextTable& table, const Columns& columns) {
    const auto person = TRY(table.column(columns.person));
    const auto rater = TRY(table.column(columns.rater));
    const auto score = TRY(table.column(columns.score));
    const auto item = columns.item.empty() ? person : TRY(table.column(columns.item));
    std::vector<Line> lines;
    std::vector<Fault> faults;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& cells = table.rows[row];
        if (is_missing(cells[score])) continue;
        int value = 0;
        const auto& text = cells[score];
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (fault != std::errc{} || end != text.data() + text.size()) {
            faults.push_back({place_of(table.numbers[row], columns.score), "measure.not_whole"});
        }
        for (const auto column : {person, rater, item}) {
            if (!cells[column].empty()) continue;
            faults.push_back(
                {place_of(table.numbers[row], table.columns[column]), "measure.no_name"}
            );
        }
        lines.push_back(
            {cells[person], columns.item.empty() ? "" : cells[item], cells[rater], value}
        );
    }
    if (!faults.empty()) return invalid(faults.front().code, faults);
    return lines;
}

Design design_of(const std::vector<Line>& lines) {
    Design made;
    std::map<int, std::uint32_t> places;
    for (const auto& line : lines) {
        made.persons.take(line.person);
        made.items.take(line.item);
        made.raters.take(line.rater);
        places.emplace(line.score, 0);
    }
    made.persons.number();
    made.items.number();
    made.raters.number();
    for (auto& [score, place] : places) {
        place = static_cast<std::uint32_t>(made.categories.size());
        made.categories.push_back(score);
    }
    made.design.persons = made.persons.list().size();
    made.design.items = made.items.list().size();
    made.design.raters = made.raters.list().size();
    made.design.categories = made.categories.size();
    for (const auto& [person, item, rater, score] : lines) {
        made.design.ratings.push_back(
            {made.persons.of(person), made.items.of(item), made.raters.of(rater), places.at(score)}
        );
    }
    return made;
}

FacetsJson json_of(const irt::Facets& facets, const Design& design, bool with_people) {
    FacetsJson json{
        .loglik = facets.log_likelihood,
        .converged = facets.converged,
        .cycles = facets.cycles,
        .parameters = facets.parameters,
        .person_sd = facets.person_sd,
        .se_person_sd = figure(facets.se_person_sd),
        .subsets = facets.connections.subsets,
        .categories = design.categories};
    for (std::size_t at = 0; at < facets.items.size(); ++at) {
        const auto& item = facets.items[at];
        FacetItemJson of{design.items.list()[at], item.difficulty, figure(item.se), item.steps, {}};
        for (const double error : item.se_steps) of.se_steps.push_back(figure(error));
        json.items.items.push_back(std::move(of));
    }
    for (std::size_t at = 0; at < facets.raters.size(); ++at) {
        const auto& rater = facets.raters[at];
        json.raters.items.push_back(
            {design.raters.list()[at],
             rater.severity,
             figure(rater.se),
             rater.ratings,
             figure(rater.infit),
             figure(rater.outfit),
             facets.connections.of_raters[at]}
        );
    }
    const double lowest = design.categories.front();
    for (std::size_t at = 0; with_people && at < facets.persons.size(); ++at) {
        const auto& person = facets.persons[at];
        json.people.items.push_back(
            {design.persons.list()[at],
             person.t,
             person.se,
             lowest + person.observed_mean,
             lowest + person.fair_mean}
        );
    }
    return json;
}

void print_table(const FacetsJson& json) {
    std::printf(
        "log-likelihood %.4f  parameters %zu  SD of people %.4f (%.4f)\n%s after %d cycles, "
        "%zu subsets\n",
        json.loglik,
        json.parameters,
        json.person_sd,
        json.se_person_sd.value_or(NAN),
        json.converged ? "converged" : "NOT converged",
        json.cycles,
        json.subsets
    );
    for (const auto& item : json.items.items) {
        std::printf(
            "item  %-16s %8.4f (%.4f)  steps",
            item.item.c_str(),
            item.difficulty,
            item.se.value_or(NAN)
        );
        for (const double step : item.steps) std::printf(" %.4f", step);
        std::puts("");
    }
    for (const auto& rater : json.raters.items) {
        std::printf(
            "rater %-16s %8.4f (%.4f)  ratings %.0f  infit %.3f  outfit %.3f\n",
            rater.rater.c_str(),
            rater.severity,
            rater.se.value_or(NAN),
            rater.ratings,
            rater.infit.value_or(NAN),
            rater.outfit.value_or(NAN)
        );
    }
    for (const auto& person : json.people.items) {
        std::printf(
            "%-16s %8.4f (%.4f)  mean %.3f  fair %.3f\n",
            person.person.c_str(),
            person.t,
            person.se,
            person.observed_mean,
            person.fair_mean
        );
    }
}

// Names the raters of each subset.
Error with_subsets(Error error, const Design& design) {
    if (error.code != "facets.disconnected") return error;
    const auto joined = irt::connections(design.design);
    for (std::size_t rater = 0; rater < joined.of_raters.size(); ++rater) {
        error.faults.push_back(
            {design.raters.list()[rater], "subset " + std::to_string(joined.of_raters[rater] + 1)}
        );
    }
    return error;
}

}  // namespace

int measure_facets(Arguments arguments) {
    if (print_help(arguments, facets_usage)) return 0;
    const Columns columns{
        take_value(arguments, "--person").value_or(""),
        take_value(arguments, "--rater").value_or(""),
        take_value(arguments, "--item").value_or(""),
        take_value(arguments, "--score").value_or("")};
    const auto model = take_value(arguments, "--model").value_or("pcm");
    const bool as_json = take_flag(arguments, "--json");
    const bool with_people = take_flag(arguments, "--people");
    irt::FacetOptions options;
    options.steps = model == "rsm" ? irt::Steps::shared : irt::Steps::by_item;
    options.with_subsets = take_flag(arguments, "--subsets");
    take_threads(arguments);
    const bool is_named =
        !columns.person.empty() && !columns.rater.empty() && !columns.score.empty();
    if (!is_named || (model != "pcm" && model != "rsm") || arguments.size() != 1) {
        return print_wrong_call(facets_usage);
    }
    const auto table = read_texts(arguments.front());
    if (!table) return print(table.error());
    const auto lines = lines_of(table.value(), columns);
    if (!lines) return print(lines.error());
    const auto design = design_of(lines.value());
    const auto facets = irt::estimate_facets(design.design, options);
    if (!facets) return print(with_subsets(facets.error(), design));
    const auto json = json_of(facets.value(), design, with_people);
    as_json ? (void)std::puts(json::write(json).c_str()) : print_table(json);
    return 0;
}

}  // namespace nangluc::app
