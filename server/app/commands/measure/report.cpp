#include "app/commands/measure/report.hpp"

#include <cmath>

#include "app/commands/measure/html.hpp"

namespace nangluc::app {

namespace {

constexpr auto style = R"(<style>
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
td,th{padding:.15rem .7rem;text-align:right}
th:first-child,td:first-child{text-align:left}tr:nth-child(even){background:#f4f5f7}
thead th{border-bottom:2px solid #333}.warning{color:#9a3412}svg{width:100%;height:auto}
.plain{max-width:36rem}.wide{overflow-x:auto}.note{color:#444;font-size:13px}
.curve{display:inline-block;width:15rem;margin:.5rem}figure{margin:0}figcaption{font-size:13px}
@media print{figure,tr{break-inside:avoid}}
</style>)";

constexpr auto none = "<td>–</td>";

std::string cell(const char* format, double value) {
    return std::isfinite(value) ? "<td>" + formatted(format, value) + "</td>" : none;
}

std::string with_error(double value, double error) {
    return cell("%.4f", value) + cell("%.4f", error);
}

// The error of a lower asymptote from that of its logit, by the delta method.
double error_of_asymptote(const irt::ItemEstimate& estimate) {
    const double c = estimate.item.lower_asymptote();
    return c * (1 - c) * estimate.errors.back();
}

std::string asymptote_of(const irt::ItemEstimate& estimate, std::size_t step) {
    const bool guesses = estimate.item.curve == irt::Curve::guessing;
    if (!guesses || step > 0) return "<td></td><td></td>";
    return cell("%.3f", estimate.item.lower_asymptote()) +
           cell("%.3f", error_of_asymptote(estimate));
}

std::string parameter_table(const irt::Calibration& calibration) {
    std::string html =
        "<h2>Items</h2><div class='wide'><table><thead><tr><th scope='col'>Item<th "
        "scope='col'>a<th scope='col'>SE<th scope='col'>Step<th scope='col'>d<th scope='col'>SE"
        "<th scope='col'>c<th scope='col'>SE<th scope='col'>Location</tr></thead><tbody>";
    for (const auto& estimate : calibration.items) {
        const auto& [name, values, item, errors, is_anchor] = estimate;
        const auto head = "<td>" + escaped(name) + (is_anchor ? " (fixed)" : "") + "</td>" +
                          with_error(item.a, errors[0]);
        for (std::size_t k = 0; k < item.d.size(); ++k) {
            html += "<tr>" + (k == 0 ? head : "<td></td><td></td><td></td>");
            html += formatted("<td>%d</td>", values[k + 1]) + with_error(item.d[k], errors[k + 1]);
            html += asymptote_of(estimate, k) + cell("%.3f", location_of(item, k)) + "</tr>";
        }
    }
    return html + "</tbody></table></div>";
}

std::string overall_fit(const std::optional<irt::LimitedInformationFit>& fit) {
    if (!fit || !fit->estimable) {
        return "<p>M2 is not told: it needs one population, complete rows, 75 items at most and "
               "more moments than parameters.</p>";
    }
    return formatted(
        "<p>M2 %.3f, %.0f degrees of freedom, p %.4f; RMSEA2 %.4f (90 %% interval %.4f to %.4f); "
        "SRMSR %.4f; %.0f people with complete rows.</p>",
        fit->m2,
        fit->df,
        fit->p,
        fit->rmsea,
        fit->rmsea_low,
        fit->rmsea_high,
        fit->srmsr,
        fit->people
    );
}

std::string fit_table(const Reported& of) {
    std::string html =
        "<div class='wide'><table><thead><tr><th scope='col'>Item<th scope='col'>S-X2<th "
        "scope='col'>df<th scope='col'>p<th scope='col'>Infit<th scope='col'>t<th "
        "scope='col'>Outfit<th scope='col'>t<th scope='col'>N</tr></thead><tbody>";
    for (std::size_t number = 0; number < of.calibration.items.size(); ++number) {
        html += "<tr><td>" + escaped(of.calibration.items[number].name) + "</td>";
        if (const auto& sums = of.fit.sums[number]) {
            html += cell("%.2f", sums->statistic) + cell("%.0f", sums->df) + cell("%.4f", sums->p);
        } else {
            html += std::string(none) + none + none;
        }
        const auto& squares = of.fit.residuals.items[number];
        html += cell("%.3f", squares.infit) + cell("%.2f", squares.infit_t);
        html += cell("%.3f", squares.outfit) + cell("%.2f", squares.outfit_t);
        html += cell("%.0f", squares.n) + "</tr>";
    }
    return html + "</tbody></table></div>";
}

// The pairs that depend on each other beyond the ability.
std::string notable_pairs(const Reported& of) {
    std::string rows;
    const auto& items = of.calibration.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double q3 = of.fit.residuals.q3(i, j);
            if (!(std::abs(q3) >= notable_q3)) continue;
            rows += "<li>" + escaped(items[j].name) + ", " + escaped(items[i].name) +
                    formatted(": %.3f</li>", q3);
        }
    }
    if (rows.empty()) return formatted("<p>No pair of items has |Q3| ≥ %.1f.</p>", notable_q3);
    return "<p>Pairs of items that go together beyond the ability (Q3):</p><ul>" + rows + "</ul>";
}

std::string fit_section(const Reported& of) {
    return "<h2>Fit</h2>" + overall_fit(of.fit.overall) + fit_table(of) +
           "<p class='note'>Infit and outfit at EAP abilities; what is too large or small is a "
           "convention, to be read beside N. S-X2 is of complete rows.</p>" +
           notable_pairs(of);
}

std::string population_table(const Reported& of) {
    const auto& calibration = of.calibration;
    const bool is_free = calibration.latents.front().sd != 1 || calibration.latents.size() > 1;
    if (!is_free) return {};
    std::string html =
        "<h2>Populations</h2><table><thead><tr><th scope='col'>Group<th scope='col'>Mean<th "
        "scope='col'>SE<th scope='col'>SD<th scope='col'>SE</tr></thead><tbody>";
    for (std::size_t group = 0; group < calibration.latents.size(); ++group) {
        const auto& [mean, sd] = calibration.latents[group];
        const auto& [se_mean, se_sd] = calibration.latent_errors[group];
        const auto name = group < of.groups.size() ? of.groups[group] : std::string("all");
        html += "<tr><td>" + escaped(name) + "</td>" + with_error(mean, se_mean) +
                with_error(sd, se_sd) + "</tr>";
    }
    return html + "</tbody></table>";
}

std::string warnings_of(const irt::Calibration& calibration) {
    if (calibration.warnings.empty()) return "<p>No warnings.</p>";
    std::string html = "<ul class='warning'>";
    for (const auto& [concern, item] : calibration.warnings) {
        html += "<li>" + std::string(irt::word_of(concern)) + " " + escaped(item) + "</li>";
    }
    return html + "</ul>";
}

std::string head_of(const irt::Calibration& calibration, irt::Model model) {
    std::string html = "<!doctype html><html lang='en'><meta charset='utf-8'>";
    html += "<meta name='viewport' content='width=device-width'><title>Calibration</title>";
    html += style;
    html += "<h1>Calibration, model " + std::string(irt::word_of(model)) + "</h1><p>";
    html += formatted(
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
    return html + formatted(
                      "%s after %d cycles; largest gradient %.2g. %zu nodes on [%.1f, %.1f]; with "
                      "half the "
                      "spacing the log-likelihood moves by %.1e. Slope–intercept form, D = 1.</p>",
                      calibration.converged ? "Converged" : "<strong>Not converged</strong>",
                      calibration.cycles,
                      calibration.largest_gradient,
                      calibration.nodes,
                      calibration.low,
                      calibration.high,
                      calibration.move_when_finer
                  );
}

}  // namespace

double location_of(const irt::Item& item, std::size_t step) {
    const bool adds_up = item.curve == irt::Curve::partial_credit;
    const double d = adds_up && step > 0 ? item.d[step] - item.d[step - 1] : item.d[step];
    return -d / item.a;
}

std::string calibration_report(const Reported& reported) {
    const auto& calibration = reported.calibration;
    std::string html = head_of(calibration, reported.model);
    html += warnings_of(calibration) + population_table(reported);
    html += parameter_table(calibration) + fit_section(reported) + person_item_map(reported);
    html += information_curve(calibration) + "<h2>Curves</h2>";
    for (const auto& item : calibration.items) html += curves_of(item);
    return html + "</html>\n";
}

}  // namespace nangluc::app
