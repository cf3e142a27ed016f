#include "kit/metrics.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <mutex>

namespace nangluc {

namespace {

// {route="/plans/{id}",status="200"}, or nothing.
std::string label_text(const Labels& labels) {
    if (labels.empty()) return {};
    std::string text = "{";
    for (const auto& [name, value] : labels) {
        if (text.size() > 1) text += ',';
        text += name + "=\"";
        for (const char c : value) {
            if (c == '\n')
                text += "\\n";
            else if (c == '"' || c == '\\')
                text.append({'\\', c});
            else
                text += c;
        }
        text += '"';
    }
    return text + '}';
}

std::string with_label(const std::string& labels, const std::string& more) {
    if (labels.empty()) return '{' + more + '}';
    return labels.substr(0, labels.size() - 1) + ',' + more + '}';
}

std::string number_text(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

void write_line(std::string& text, const std::string& series, const std::string& value) {
    text += series + ' ' + value + '\n';
}

void write(std::string& text, const std::string& series, const Counter& counter) {
    write_line(text, series, std::to_string(counter.count()));
}

void write(std::string& text, const std::string& series, const Gauge& gauge) {
    write_line(text, series, number_text(gauge.value()));
}

void write_histogram(
    std::string& text,
    const std::string& name,
    const std::string& labels,
    const Histogram& histogram
) {
    const auto counts = histogram.counts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto bound =
            i < Histogram::bounds.size() ? number_text(Histogram::bounds.at(i)) : "+Inf";
        const auto bucket = with_label(labels, "le=\"" + bound + '"');
        write_line(text, name + "_bucket" + bucket, std::to_string(counts.at(i)));
    }
    write_line(text, name + "_sum" + labels, number_text(histogram.sum()));
    write_line(text, name + "_count" + labels, std::to_string(counts.back()));
}

void write_type(std::string& text, const std::string& name, std::string_view type) {
    text += "# TYPE " + name + ' ';
    text += type;
    text += '\n';
}

}  // namespace

void Histogram::observe(double seconds) {
    const auto* const bound = std::ranges::lower_bound(bounds, seconds);
    buckets_.at(static_cast<std::size_t>(bound - bounds.begin()))
        .fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(seconds, std::memory_order_relaxed);
}

std::array<std::uint64_t, Histogram::bounds.size() + 1> Histogram::counts() const {
    std::array<std::uint64_t, bounds.size() + 1> counts{};
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        so_far += buckets_.at(i).load(std::memory_order_relaxed);
        counts.at(i) = so_far;
    }
    return counts;
}

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

template <class Series>
Series& Metrics::find_or_add(Family<Series>& family, std::string_view name, const Labels& labels) {
    const std::string series{name};
    const auto text = label_text(labels);
    {
        const std::shared_lock lock(mutex_);
        if (const auto named = family.find(series); named != family.end()) {
            if (const auto found = named->second.find(text); found != named->second.end()) {
                return *found->second;
            }
        }
    }
    const std::unique_lock lock(mutex_);
    auto& slot = family[series][text];
    if (!slot) slot = std::make_unique<Series>();
    return *slot;
}

Counter& Metrics::counter(std::string_view name, const Labels& labels) {
    return find_or_add(counters_, name, labels);
}

Gauge& Metrics::gauge(std::string_view name, const Labels& labels) {
    return find_or_add(gauges_, name, labels);
}

Histogram& Metrics::histogram(std::string_view name, const Labels& labels) {
    return find_or_add(histograms_, name, labels);
}

std::string Metrics::text() const {
    const std::shared_lock lock(mutex_);
    std::string text;
    for (const auto& [name, family] : counters_) {
        write_type(text, name, "counter");
        for (const auto& [labels, series] : family) write(text, name + labels, *series);
    }
    for (const auto& [name, family] : gauges_) {
        write_type(text, name, "gauge");
        for (const auto& [labels, series] : family) write(text, name + labels, *series);
    }
    for (const auto& [name, family] : histograms_) {
        write_type(text, name, "histogram");
        for (const auto& [labels, series] : family) write_histogram(text, name, labels, *series);
    }
    return text;
}

Metrics& metrics() {
    static Metrics series;
    return series;
}

void count_request(std::string_view operation, int status, std::chrono::microseconds time) {
    const std::pair<std::string, std::string> route{"operation", operation};
    metrics().counter(
                 "nangluc_http_requests_total", {route, {"status", std::to_string(status)}}
    ).add();
    metrics()
        .histogram("nangluc_http_seconds", {route})
        .observe(std::chrono::duration<double>(time).count());
}

std::int64_t resident_bytes() {
    std::ifstream pages("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    if (!(pages >> size >> resident)) return 0;
    return resident * sysconf(_SC_PAGESIZE);
}

}  // namespace nangluc
