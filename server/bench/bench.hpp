#pragma once

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

// Which clock: that of this thread's processor, which does not run while the machine works for
// others; or that on the wall, for work that waits or uses several threads.
enum class Time { processor, wall };
double now(Time time);  // seconds since some moment

template <class Work>
double seconds(Work&& work, Time time = Time::processor) {
    const auto start = now(time);
    work();
    return now(time) - start;
}

// The middle one; the vector may come in any order.
double median(std::vector<double> values);

template <class Work>
double median_seconds(int runs, Work&& work, Time time = Time::processor) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) times.push_back(seconds(work, time));
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
Compared compare(int runs, Work&& work, Reference&& reference, Time time = Time::processor) {
    std::vector<double> works;
    std::vector<double> references;
    std::vector<double> ratios;
    for (int run = 0; run < runs; ++run) {
        references.push_back(seconds(reference, time));
        works.push_back(seconds(work, time));
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
