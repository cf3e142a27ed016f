#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nangluc {

// A number that only grows.
class Counter {
public:
    void add(std::uint64_t count = 1) { count_.fetch_add(count, std::memory_order_relaxed); }
    std::uint64_t count() const { return count_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> count_{0};
};

// A number that goes up and down.
class Gauge {
public:
    void set(double value) { value_.store(value, std::memory_order_relaxed); }
    void add(double change) { value_.fetch_add(change, std::memory_order_relaxed); }
    double value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<double> value_{0};
};

// How long things took, in seconds, counted in buckets from 1 ms to 10 s.
class Histogram {
public:
    static constexpr std::array<double, 13> bounds = {
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
    };

    void observe(double seconds);
    // Observations up to each bound; the last is of all.
    std::array<std::uint64_t, bounds.size() + 1> counts() const;
    double sum() const { return sum_.load(std::memory_order_relaxed); }

private:
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> buckets_{};
    std::atomic<double> sum_{0};
};

using Labels = std::vector<std::pair<std::string, std::string>>;

// The series of a process. Looking one up takes a shared lock and a map search, so what is hot
// keeps the reference it got: references live as long as the Metrics. Counting itself takes no
// lock.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    Counter& counter(std::string_view name, const Labels& labels = {});
    Gauge& gauge(std::string_view name, const Labels& labels = {});
    Histogram& histogram(std::string_view name, const Labels& labels = {});

    // All series in the text format of Prometheus, ordered by name and labels.
    std::string text() const;

private:
    template <class Series>
    using Family = std::map<std::string, std::map<std::string, std::unique_ptr<Series>>>;

    template <class Series>
    Series& find_or_add(Family<Series>& family, std::string_view name, const Labels& labels);

    mutable std::shared_mutex mutex_;
    Family<Counter> counters_;
    Family<Gauge> gauges_;
    Family<Histogram> histograms_;
};

// The series of this process: what /metrics shows. Names:
// nangluc_http_requests_total{route,status}, nangluc_http_seconds{route},
// nangluc_db_transactions_total{kind,outcome}, nangluc_db_seconds{kind},
// nangluc_queue_length{queue}, nangluc_jobs{status}, nangluc_outbox_waiting, nangluc_audit_rows,
// nangluc_resident_bytes.
Metrics& metrics();

// An answered request. `operation` is the operationId of its route, so that there are as many
// series as routes; empty for files and for what found no route.
void count_request(std::string_view operation, int status, std::chrono::microseconds time);

// Memory of this process that is in use, in bytes; 0 where the system does not tell.
std::int64_t resident_bytes();

}  // namespace nangluc
