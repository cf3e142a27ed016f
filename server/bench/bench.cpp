#include "bench/bench.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string_view>

namespace nangluc::bench {

namespace {

// A function, so that it exists before the first registration, in whichever file that is.
std::map<std::string, Run>& groups() {
    static std::map<std::string, Run> all;
    return all;
}

enum class Form { line, json };

// Names and units hold letters, digits, '.', '_' and '/' only: nothing needs escaping.
void print(const Figure& figure, Form form) {
    const auto* reference = figure.reference.empty() ? "-" : figure.reference.c_str();
    const auto* pattern =
        form == Form::line
            ? "%-38s %12.4g %-10s %-30s %8.3g\n"
            : R"({"name":"%s","value":%.6g,"unit":"%s","reference":"%s","ratio":%.4g})"
              "\n";
    std::printf(
        pattern, figure.name.c_str(), figure.value, figure.unit.c_str(), reference, figure.ratio
    );
    std::fflush(stdout);
}

int run(std::string_view wanted, Form form) {
    auto found = false;
    for (const auto& [name, work] : groups()) {
        if (!wanted.empty() && wanted != name) continue;
        found = true;
        Report report(name);
        work(report);
        for (const auto& figure : report.figures()) print(figure, form);
    }
    if (found) return 0;

    std::fprintf(stderr, "no such group; there are:");
    for (const auto& group : groups()) std::fprintf(stderr, " %s", group.first.c_str());
    std::fprintf(stderr, "\n");
    return 2;
}

}  // namespace

void Report::add(Figure figure) {
    figure.name = group_ + "." + figure.name;
    if (!figure.reference.empty()) figure.reference = group_ + "." + figure.reference;
    figures_.push_back(std::move(figure));
}

Registration::Registration(std::string group, Run run) {
    groups().emplace(std::move(group), std::move(run));
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace nangluc::bench

// nangluc_bench [GROUP] [--json]: a line a figure, `name value unit reference ratio`.
int main(int count, char** arguments) {
    auto form = nangluc::bench::Form::line;
    std::string_view wanted;
    for (int at = 1; at < count; ++at) {
        const std::string_view argument = arguments[at];
        if (argument == "--json") {
            form = nangluc::bench::Form::json;
        } else {
            wanted = argument;
        }
    }
    return nangluc::bench::run(wanted, form);
}
