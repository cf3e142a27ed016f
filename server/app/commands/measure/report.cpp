#include "app/commands/measure/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <numbers>

namespace nangluc::app {

namespace {

constexpr auto style = R"(<style>
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.15rem .7rem;text-align:right}
th:first-child,td:first-child{text-align:left}tr:nth-child(even){background:#f4f5f7}
thead th{border-bottom:2px solid #333}.warning{color:#9a3412}svg{width:100%;height:auto}
figure{display:inline-block;width:15rem;margin:.5rem}figcaption{font-size:13px}
</style>)";

__attribute__((format(printf, 1, 2))) std::string text(const char* format, ...) {
    char buffer[512];
    va_list values;
    va_start(values, format);
    std::vsnprintf(buffer, sizeof buffer, format, values);
    va_end(values);
    return buffer;
}

std::string escaped(std::string_view plain) {
    std::string out;
    for (const char letter : plain) {
        switch (letter) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += letter;
        }
    }
    return out;
}

std::string with_error(double value, double error) {
    if (std::isnan(error)) return text("<td>%.4f</td><td>–</td>", value);
    return text("<td>%.4f</td><td>%.4f</td>", value, error);
}

// Where an item is hardest to tell apart: the mean of -d/a over its steps.
double location(const irt::Item& item) {
    double sum = 0;
    for (std::size_t k = 0; k < item.d.size(); ++k) {
        const bool adds_up = item.curve == irt::Curve::partial_credit;
        const double step = adds_up && k > 0 ? item.d[k] - item.d[k - 1] : item.d[k];
        sum -= step / item.a;
    }
    return sum / irt::real(item.d.size());
}

std::string parameter_table(const irt::Calibration& calibration) {
    std::string html =
        "<h2>Items</h2><table><thead><tr><th>Item<th>a<th>SE<th>Step<th>d<th>SE<th>c"
        "<th>−d/a</tr></thead>";
    for (const auto& [name, values, item, errors, is_anchor] : calibration.items) {
        const auto head = "<td>" + escaped(name) + (is_anchor ? " (fixed)" : "") + "</td>" +
                          with_error(item.a, errors[0]);
        for (std::size_t k = 0; k < item.d.size(); ++k) {
            html += "<tr>" + (k == 0 ? head : "<td></td><td></td><td></td>");
            html += text("<td>%d</td>", values[k + 1]) + with_error(item.d[k], errors[k + 1]);
            const bool guesses = item.curve == irt::Curve::guessing;
            html += guesses ? text("<td>%.3f</td>", item.lower_asymptote()) : "<td></td>";
            html += text("<td>%.3f</td></tr>", -item.d[k] / item.a);
        }
    }
    return html + "</table>";
}

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
        points += text("%.1f,%.1f ", across(t), height(t));
    }
    return points;
}

std::string polyline(const std::string& points, std::size_t number) {
    constexpr const char* colours[] = {
        "#1d4ed8", "#b45309", "#047857", "#be123c", "#6d28d9", "#0f766e"};
    return text(
               "<polyline fill='none' stroke-width='2' stroke='%s' points='", colours[number % 6]
           ) +
           points + "'/>";
}

std::string curves_of(const irt::ItemEstimate& estimate) {
    const auto& item = estimate.item;
    std::string svg =
        "<svg viewBox='0 0 300 140'><path d='M20 10V120H280' fill='none' stroke='#555'/>";
    for (std::size_t k = item.categories() == 2 ? 1 : 0; k < item.categories(); ++k) {
        const auto height = [&](double t) {
            irt::Probabilities p;
            irt::probabilities(item, t, p);
            return 120 - 110 * p[k];
        };
        svg += polyline(points_of(height), k);
    }
    for (int t = -4; t <= 4; t += 2) {
        svg += text(
            "<text x='%.0f' y='134' font-size='11' text-anchor='middle'>%d</text>", across(t), t
        );
    }
    return "<figure>" + svg + "</svg><figcaption>" + escaped(estimate.name) +
           "</figcaption></figure>";
}

// People above the line as the density of their group, items below it where they lie.
std::string person_item_map(const irt::Calibration& calibration) {
    std::string svg = "<svg viewBox='0 0 300 160'>";
    for (std::size_t group = 0; group < calibration.latents.size(); ++group) {
        const auto& [mean, sd] = calibration.latents[group];
        const auto height = [mean = mean, sd = sd](double t) {
            const double z = (t - mean) / sd;
            const double density = std::exp(-z * z / 2) / sd / std::sqrt(2 * std::numbers::pi);
            return 90 - 180 * density;
        };
        svg += polyline(points_of(height), group);
    }
    svg += "<path d='M20 92H280' stroke='#555'/>";
    for (const auto& item : calibration.items) {
        const double t = location(item.item);
        if (!(std::abs(t) <= 4)) continue;
        svg += text("<path d='M%.1f 94V108' stroke='#1a1a1a'><title>", across(t)) +
               escaped(item.name) + "</title></path>";
    }
    for (int t = -4; t <= 4; ++t) {
        svg += text(
            "<text x='%.0f' y='122' font-size='9' text-anchor='middle'>%d</text>", across(t), t
        );
    }
    return "<h2>People and items</h2>" + svg + "</svg>";
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
    return text("<h2>Information of the test (at most %.2f)</h2>", most) +
           "<svg viewBox='0 0 300 140'><path d='M20 10V120H280' fill='none' stroke='#555'/>" +
           polyline(points, 0) + "</svg>";
}

std::string warnings_of(const irt::Calibration& calibration) {
    if (calibration.warnings.empty()) return "<p>No warnings.</p>";
    std::string html = "<ul class='warning'>";
    for (const auto& [concern, item] : calibration.warnings) {
        html += "<li>" + std::string(irt::word_of(concern)) + " " + escaped(item) + "</li>";
    }
    return html + "</ul>";
}

}  // namespace

std::string calibration_report(const irt::Calibration& calibration, irt::Model model) {
    std::string html =
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Calibration</title>";
    html += style;
    html += "<h1>Calibration, model " + std::string(irt::word_of(model)) + "</h1><p>";
    html += text(
        "%.0f people, %zu patterns, %zu items. Log-likelihood %.4f, %zu parameters, AIC %.2f, BIC "
        "%.2f. ",
        calibration.people,
        calibration.patterns,
        calibration.items.size(),
        calibration.log_likelihood,
        calibration.parameters,
        calibration.aic(),
        calibration.bic()
    );
    html += text(
        "%s after %d cycles; largest gradient %.2g. %zu nodes on [%.1f, %.1f]; with half the "
        "spacing the log-likelihood moves by %.1e. Slope–intercept form, D = 1.</p>",
        calibration.converged ? "Converged" : "<strong>Not converged</strong>",
        calibration.cycles,
        calibration.largest_gradient,
        calibration.nodes,
        calibration.low,
        calibration.high,
        calibration.move_when_finer
    );
    html += warnings_of(calibration) + parameter_table(calibration) + person_item_map(calibration);
    html += information_curve(calibration) + "<h2>Curves</h2>";
    for (const auto& item : calibration.items) html += curves_of(item);
    return html + "</html>\n";
}

}  // namespace nangluc::app
