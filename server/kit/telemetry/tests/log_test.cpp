#include <doctest/doctest.h>

#include "kit/telemetry/log_line.hpp"

using namespace nangluc;

TEST_CASE("a log line is one JSON object with its time, level, event and facts") {
    const auto line = log_line(
        {0},
        Level::info,
        "job.ended",
        {{"job", std::int64_t{7}}, {"status", "done"}, {"seconds", 0.5}, {"late", false}}
    );

    CHECK(
        line == R"({"at":"1970-01-01T00:00:00.000000Z","level":"info","event":"job.ended",)"
                R"("job":7,"status":"done","seconds":0.5,"late":false})"
    );
}

TEST_CASE("nothing that is logged can break out of its line") {
    const auto line = log_line({0}, Level::error, "x", {{"text", "a\"b\\c\nd"}});

    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.ends_with(R"("text":"a\"b\\c\u000ad"})"));
}
