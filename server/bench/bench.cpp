#include "bench/bench.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
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
void print_line(const Figure& figure) {
    std::printf("%-38s %12.4g %-10s", figure.name.c_str(), figure.value, figure.unit.c_str());
    if (figure.reference.empty()) {
        std::printf(" %-30s %8s\n", "-", "-");
    } else {
        std::printf(" %-30s %8.3g\n", figure.reference.c_str(), figure.ratio);
    }
}

void print_json(const Figure& figure) {
    std::printf(
        R"({"name":"%s","value":%.6g,"unit":"%s",)",
        figure.name.c_str(),
        figure.value,
        figure.unit.c_str()
    );
    if (figure.reference.empty()) {
        std::printf(R"("reference":null,"ratio":null})");
    } else {
        std::printf(R"("reference":"%s","ratio":%.4g})", figure.reference.c_str(), figure.ratio);
    }
    std::printf("\n");
}

int run(std::string_view wanted, Form form) {
    auto found = false;
    for (const auto& [name, work] : groups()) {
        if (!wanted.empty() && wanted != name) continue;
        found = true;
        Report report(name);
        work(report);
        for (const auto& figure : report.figures()) {
            form == Form::line ? print_line(figure) : print_json(figure);
        }
        std::fflush(stdout);
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

double now(Time time) {
    timespec at{};
    clock_gettime(time == Time::processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &at);
    return static_cast<double>(at.tv_sec) + 1e-9 * static_cast<double>(at.tv_nsec);
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
