#include <algorithm>
#include <cmath>
#include <map>

#include "app/commands/measure/html.hpp"
#include "app/commands/measure/report.hpp"

namespace nangluc::app {

namespace {

constexpr const char* colours[] = {
    "#1d4ed8", "#b45309", "#047857", "#be123c", "#6d28d9", "#0f766e"};

double across(double t) {
    return 20 + (t + 4) * 32.5;
}

// The curve of a function of ability from -4 to 4, in the coordinates of the picture.
template <typename Height>
std::string points_of(const Height& height) {
    constexpr int steps = 80;
    std::string points;
    for (int step = 0; step <= steps; ++step) {
        const double t = -4 + 0.1 * step;
        points += formatted("%.1f,%.1f ", across(t), height(t));
    }
    return points;
}

std::string polyline(const std::string& points, std::size_t number) {
    return formatted(
               "<polyline fill='none' stroke-width='2' stroke='%s' points='", colours[number % 6]
           ) +
           points + "'/>";
}

std::string axis() {
    std::string svg = "<path d='M20 10V120H280' fill='none' stroke='#555'/>";
    for (int t = -4; t <= 4; t += 2) {
        svg += formatted(
            "<text x='%.0f' y='134' font-size='11' text-anchor='middle'>%d</text>", across(t), t
        );
    }
    return svg;
}

std::string picture(const std::string& box, const std::string& name) {
    return "<svg viewBox='" + box + "' role='img' aria-label='" + escaped(name) + "'>";
}

// The map's rows: a quarter of a logit each, from 4 down to -4; what lies beyond is at the ends.
constexpr int cells = 32;
constexpr double cell_height = 15;
constexpr double middle = 250;

int cell_of(double t) {
    return std::clamp(static_cast<int>(std::floor((4 - t) * cells / 8)), 0, cells - 1);
}

double top_of(int cell) {
    return 30 + cell * cell_height;
}

std::string bars(const Reported& of) {
    std::vector<double> people(cells, 0.0);
    for (std::size_t row = 0; row < of.responses.rows(); ++row) {
        const double t = of.fit.abilities[row].t;
        if (std::isfinite(t)) {
            people[static_cast<std::size_t>(cell_of(t))] += of.responses.frequency(row);
        }
    }
    const double most = std::max(1.0, *std::ranges::max_element(people));
    std::string svg;
    for (int cell = 0; cell < cells; ++cell) {
        const double count = people[static_cast<std::size_t>(cell)];
        const double width = count / most * (middle - 60);
        svg += formatted(
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='#1d4ed8'><title>%.0f</title>"
            "</rect>",
            middle - 10 - width,
            top_of(cell),
            width,
            cell_height - 2,
            count
        );
    }
    return svg;
}

// As many of the names as a line holds; how many more there are.
std::string line_of(const std::vector<std::string>& names) {
    constexpr std::size_t letters = 60;
    std::string line;
    std::size_t told = 0;
    while (told < names.size() && line.size() + names[told].size() < letters) {
        line += (line.empty() ? "" : "  ") + names[told++];
    }
    if (told < names.size()) line += "  +" + std::to_string(names.size() - told);
    return line;
}

using StepNames = std::map<int, std::vector<std::string>>;  // by row

void add_steps(const irt::ItemEstimate& estimate, StepNames& names) {
    const auto count = estimate.item.d.size();
    for (std::size_t k = 0; k < count; ++k) {
        const double t = location_of(estimate.item, k);
        const auto step = count > 1 ? "/" + std::to_string(estimate.values[k + 1]) : "";
        if (std::isfinite(t)) names[cell_of(t)].push_back(estimate.name + step);
    }
}

// The steps that begin in each row, the easiest lowest.
std::string steps(const irt::Calibration& calibration) {
    StepNames names;
    for (const auto& estimate : calibration.items) add_steps(estimate, names);
    std::string svg;
    for (const auto& [cell, list] : names) {
        std::string whole;
        for (const auto& name : list) whole += name + " ";
        svg += formatted("<text x='%.0f' y='%.1f' font-size='10'>", middle + 10, top_of(cell) + 11);
        svg += escaped(line_of(list)) + "<title>" + escaped(whole) + "</title></text>";
    }
    return svg;
}

std::string scale() {
    std::string svg =
        formatted("<path d='M%.0f 25V%.0f' stroke='#555' fill='none'/>", middle, top_of(cells) + 5);
    for (int t = -4; t <= 4; ++t) {
        const double y = 30 + (4 - t) * cells / 8.0 * cell_height;
        svg += formatted(
            "<path d='M%.0f %.1fH%.0f' stroke='#555'/><text x='%.0f' y='%.1f' font-size='11' "
            "text-anchor='end'>%d</text>",
            middle - 4,
            y,
            middle + 4,
            30.0,
            y + 4,
            t
        );
    }
    return svg;
}

// Means of the populations, beside the scale.
std::string means(const irt::Calibration& calibration) {
    std::string svg;
    for (std::size_t group = 0; group < calibration.latents.size(); ++group) {
        const auto& [mean, sd] = calibration.latents[group];
        const double y = 30 + (4 - std::clamp(mean, -4.0, 4.0)) * cells / 8.0 * cell_height;
        svg += formatted(
            "<path d='M%.0f %.1fl-7 -4v8z' fill='%s'><title>population %zu: mean %.3f, SD "
            "%.3f</title></path>",
            middle,
            y,
            colours[(group + 1) % 6],
            group + 1,
            mean,
            sd
        );
    }
    return svg;
}

}  // namespace

std::string curves_of(const irt::ItemEstimate& estimate) {
    const auto& item = estimate.item;
    auto svg = picture("0 0 300 140", "Curves of " + estimate.name) + axis();
    for (std::size_t k = item.categories() == 2 ? 1 : 0; k < item.categories(); ++k) {
        const auto height = [&](double t) {
            irt::Probabilities p;
            irt::probabilities(item, t, p);
            return 120 - 110 * p[k];
        };
        svg += polyline(points_of(height), k);
    }
    return "<figure class='curve'>" + svg + "</svg><figcaption>" + escaped(estimate.name) +
           "</figcaption></figure>";
}

std::string person_item_map(const Reported& reported) {
    const auto& calibration = reported.calibration;
    auto svg = picture("0 0 640 530", "People and items on one scale");
    svg += formatted(
        "<text x='%.0f' y='16' font-size='12' text-anchor='end'>people</text><text x='%.0f' "
        "y='16' font-size='12'>items, and steps of items</text>",
        middle - 10,
        middle + 10
    );
    svg += bars(reported) + scale() + means(calibration) + steps(calibration);
    return "<h2>People and items</h2><figure>" + svg +
           "</svg><figcaption>Left: people by EAP ability. Right: where each item, or step of an "
           "item, lies. The ends hold what lies beyond; the triangle is the mean of a population."
           "</figcaption></figure>";
}

std::string information_curve(const irt::Calibration& calibration) {
    const auto information = [&](double t) {
        double sum = 0;
        for (const auto& item : calibration.items) sum += irt::information(item.item, t);
        return sum;
    };
    double most = 0;
    for (int step = 0; step <= 80; ++step) most = std::max(most, information(-4 + 0.1 * step));
    const auto points = points_of([&](double t) { return 120 - 105 * information(t) / most; });
    return formatted("<h2>Information of the test (at most %.2f)</h2>", most) +
           "<figure class='plain'>" + picture("0 0 300 140", "Information of the test") + axis() +
           polyline(points, 0) + "</svg></figure>";
}

}  // namespace nangluc::app
