#include "engines/assign/annual/cases/cases.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

namespace nangluc::annual {

namespace {

// All numbers of a text; nothing where something else stands in it.
std::optional<std::vector<double>> numbers_in(const std::string& text) {
    std::istringstream stream(text);
    std::vector<double> numbers;
    for (double number = 0; stream >> number;) numbers.push_back(number);
    return stream.eof() ? std::optional(std::move(numbers)) : std::nullopt;
}

struct Sizes {
    std::size_t rows;
    std::size_t columns;
};

// The two numbers in front, if so many more follow as they ask for.
template <class Count>
std::optional<Sizes> sizes_of(const std::optional<std::vector<double>>& numbers, Count count) {
    constexpr auto most = 1e5;
    if (!numbers || numbers->size() < 2) return std::nullopt;
    const auto rows = (*numbers)[0];
    const auto columns = (*numbers)[1];
    if (rows < 1 || columns < 1 || rows > most || columns > most) return std::nullopt;
    const Sizes sizes{static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)};
    if (numbers->size() != count(sizes)) return std::nullopt;
    return sizes;
}

bool is_whole_number(double number) {
    return number == std::round(number);
}

Row row(double limit) {
    return {{Family::plain, {}, {}}, {}, limit};
}

// Each customer or job wholly, neither less nor more.
void add_wholly(Case& read) {
    for (int column = 0; column < read.columns; ++column) {
        auto most = row(1);
        auto least = row(-1);
        for (int at = 0; at < read.rows; ++at) {
            const auto share = read.first + at * read.columns + column;
            most.entries.push_back({share, 1});
            least.entries.push_back({share, -1});
        }
        read.model.rows.push_back(std::move(most));
        read.model.rows.push_back(std::move(least));
    }
}

}  // namespace

Result<Case> read_assignment_case(const std::string& text, Sought sought) {
    const auto numbers = numbers_in(text);
    const auto sizes =
        sizes_of(numbers, [](const Sizes& of) { return 2 + 2 * of.rows * of.columns + of.rows; });
    if (!sizes) return invalid("case.unsound");

    const auto shares = sizes->rows * sizes->columns;
    Case read{
        .model = {},
        .sign = sought == Sought::most ? 1.0 : -1.0,
        .rows = static_cast<int>(sizes->rows),
        .columns = static_cast<int>(sizes->columns),
        .first = 0};
    read.model.unit = 1;
    for (std::size_t at = 0; at < shares; ++at) {
        const auto gain = (*numbers)[2 + at];
        if (!is_whole_number(gain)) read.model.unit = 0;
        read.model.columns.push_back({.gain = read.sign * gain, .rank = 1});
    }
    for (std::size_t agent = 0; agent < sizes->rows; ++agent) {
        auto most = row((*numbers)[2 + 2 * shares + agent]);
        for (std::size_t job = 0; job < sizes->columns; ++job) {
            const auto share = agent * sizes->columns + job;
            most.entries.push_back({static_cast<int>(share), (*numbers)[2 + shares + share]});
        }
        read.model.rows.push_back(std::move(most));
    }
    add_wholly(read);
    return read;
}

Result<Case> read_location_case(const std::string& text) {
    const auto numbers = numbers_in(text);
    const auto sizes = sizes_of(numbers, [](const Sizes& of) {
        return 2 + 2 * of.rows + of.columns + of.rows * of.columns;
    });
    if (!sizes) return invalid("case.unsound");

    Case read{
        .model = {},
        .sign = -1.0,
        .rows = static_cast<int>(sizes->rows),
        .columns = static_cast<int>(sizes->columns),
        .first = static_cast<int>(sizes->rows)};
    const auto* const sites = numbers->data() + 2;
    const auto* const demands = sites + 2 * sizes->rows;
    const auto* const costs = demands + sizes->columns;
    for (std::size_t site = 0; site < sizes->rows; ++site) {
        read.model.columns.push_back({.gain = -sites[2 * site + 1]});
    }
    for (std::size_t site = 0; site < sizes->rows; ++site) {
        auto most = row(0);
        most.entries.push_back({static_cast<int>(site), -sites[2 * site]});
        for (std::size_t customer = 0; customer < sizes->columns; ++customer) {
            const auto share = static_cast<int>(read.model.columns.size());
            read.model.columns.push_back(
                {.gain = -costs[site * sizes->columns + customer],
                 .whole = false,
                 .opening = static_cast<int>(site),
                 .rank = 1}
            );
            most.entries.push_back({share, demands[customer]});
        }
        read.model.rows.push_back(std::move(most));
    }
    add_wholly(read);
    return read;
}

namespace {

// Nobody is served from a site that is shut, however little.
std::vector<Row> broken_links(const Model& model, std::span<const double> columns) {
    constexpr auto worth_adding = 1e-6;
    std::vector<Row> rows;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto opening = model.columns[column].opening;
        if (opening < 0) continue;
        if (columns[column] <= columns[static_cast<std::size_t>(opening)] + worth_adding) continue;
        auto link = row(0);
        link.entries = {{static_cast<int>(column), 1}, {opening, -1}};
        rows.push_back(std::move(link));
    }
    return rows;
}

double gain_of(const Model& model, const std::vector<double>& columns) {
    double gain = 0;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        gain += model.columns[column].gain * columns[column];
    }
    return gain;
}

bool keeps(const Model& model, const std::vector<double>& columns) {
    constexpr auto tolerance = 1e-6;
    for (const auto& of : model.rows) {
        double sum = 0;
        double size = std::abs(of.limit) + 1;
        for (const auto& [column, coefficient] : of.entries) {
            sum += coefficient * columns[static_cast<std::size_t>(column)];
            size = std::max(size, std::abs(coefficient));
        }
        if (sum > of.limit + tolerance * size) return false;
    }
    return true;
}

}  // namespace

CaseAnswer solve_case(const Case& read, const Limits& limits) {
    auto model = read.model;
    model.separate = [&read](auto columns) { return broken_links(read.model, columns); };
    const auto appraise = [&](const std::vector<double>& columns) -> std::optional<double> {
        auto rounded = columns;
        for (std::size_t column = 0; column < rounded.size(); ++column) {
            if (model.columns[column].whole) rounded[column] = std::round(rounded[column]);
        }
        if (!keeps(model, rounded)) return std::nullopt;
        return gain_of(model, rounded);
    };
    const auto found = search(model, limits, appraise);
    CaseAnswer answer{.bound = read.sign * found.bound, .shares = {}, .nodes = found.nodes};
    if (!found.columns) return answer;
    answer.found = true;
    if (model.unit > 0) {  // no whole answer lies between the units
        const auto units = std::floor(found.bound / model.unit + 1e-6);
        answer.bound = read.sign * std::max(found.value, units * model.unit);
    }
    answer.value = read.sign * found.value;
    answer.shares.assign(found.columns->begin() + read.first, found.columns->end());
    return answer;
}

}  // namespace nangluc::annual
