#include "kit/metrics.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

using namespace nangluc;

TEST_CASE("series are told apart by their labels") {
    Metrics series;
    series.counter("requests_total", {{"route", "/plans"}, {"status", "200"}}).add(3);
    series.counter("requests_total", {{"route", "/plans"}, {"status", "404"}}).add();

    CHECK(
        series.text() ==
        "# TYPE requests_total counter\n"
        "requests_total{route=\"/plans\",status=\"200\"} 3\n"
        "requests_total{route=\"/plans\",status=\"404\"} 1\n"
    );
}

TEST_CASE("a histogram counts each observation in every bucket that reaches it") {
    Histogram seconds;
    seconds.observe(0.001);
    seconds.observe(0.3);
    seconds.observe(60);

    const auto counts = seconds.counts();
    CHECK(counts.front() == 1);
    CHECK(counts.at(8) == 2);   // up to 0.5 s
    CHECK(counts.at(12) == 2);  // up to 10 s
    CHECK(counts.back() == 3);
    CHECK(seconds.sum() == doctest::Approx(60.301));
}

TEST_CASE("counting from many threads loses nothing") {
    Metrics series;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&series] {
            for (int n = 0; n < 1000; ++n) series.counter("n").add();
        });
    }
    threads.clear();

    CHECK(series.counter("n").count() == 4000);
}

TEST_CASE("an answered request is counted by its route and status, with its time") {
    count_request("read_plan", 200, std::chrono::milliseconds(3));
    count_request("read_plan", 404, std::chrono::milliseconds(1));

    const auto text = metrics().text();
    const auto holds = [&](std::string_view line) { return text.find(line) != std::string::npos; };

    CHECK(holds("nangluc_http_requests_total{operation=\"read_plan\",status=\"404\"} 1\n"));
    CHECK(holds("nangluc_http_seconds_bucket{operation=\"read_plan\",le=\"0.0025\"} 1\n"));
    CHECK(holds("nangluc_http_seconds_count{operation=\"read_plan\"} 2\n"));
}

TEST_CASE("the memory of the process is known") {
    CHECK(resident_bytes() > 0);
}
