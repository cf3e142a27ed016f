#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace nangluc::bench {

// One measured figure, and how many times the reference it is. The reference is another figure of
// the same run (what the machine itself needs to read the same bytes, say), because a bare time
// says more about the machine than about the code. Empty where there is none.
struct Figure {
    std::string name;
    double value;
    std::string unit;
    std::string reference = {};
    double ratio = 0;
};

// What a group writes its figures to.
class Report {
public:
    explicit Report(std::string group) : group_(std::move(group)) {}
    void add(Figure figure);
    const std::vector<Figure>& figures() const { return figures_; }

private:
    std::string group_;
    std::vector<Figure> figures_;
};

// A group of benches registers itself from its own file:
//     const Registration text("text", [](Report& report) { … });
using Run = std::function<void(Report&)>;
struct Registration {
    Registration(std::string group, Run run);
};

// Seconds on the wall, once.
template <class Work>
double seconds(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The middle one; the vector may come in any order.
double median(std::vector<double> values);

template <class Work>
double median_seconds(int runs, Work&& work) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) times.push_back(seconds(work));
    return median(std::move(times));
}

// Medians of work and reference measured by turns, so that whatever else the machine does falls on
// both; the ratio is the median of the ratios of neighbours.
struct Compared {
    double work;
    double reference;
    double ratio;
};
template <class Work, class Reference>
Compared compare(int runs, Work&& work, Reference&& reference) {
    std::vector<double> works;
    std::vector<double> references;
    std::vector<double> ratios;
    for (int run = 0; run < runs; ++run) {
        references.push_back(seconds(reference));
        works.push_back(seconds(work));
        ratios.push_back(works.back() / references.back());
    }
    return {median(std::move(works)), median(std::move(references)), median(std::move(ratios))};
}

// Keeps the compiler from leaving out a computation whose result nobody reads.
template <class Value>
void keep(const Value& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

}  // namespace nangluc::bench
