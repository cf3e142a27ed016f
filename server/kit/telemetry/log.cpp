#include "kit/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>

#include "kit/telemetry/log_line.hpp"

namespace nangluc {

namespace {

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::debug:
            return spdlog::level::debug;
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = std::make_unique<spdlog::logger>(
            "nangluc", std::make_shared<spdlog::sinks::stderr_sink_mt>()
        );
        made->set_pattern("%v");
        return made;
    }();
    return *instance;
}

Instant wall_clock() {
    using namespace std::chrono;
    const auto now = system_clock::now().time_since_epoch();
    return {duration_cast<microseconds>(now).count()};
}

}  // namespace

void log(Level level, std::string_view event, LogFields fields) noexcept {
    try {
        auto& lines = logger();
        if (!lines.should_log(spdlog_level(level))) return;
        lines.log(spdlog_level(level), "{}", log_line(wall_clock(), level, event, fields));
    } catch (...) {
        // A line that cannot be written must not stop the work that it speaks of.
    }
}

void log_from(Level level) {
    logger().set_level(spdlog_level(level));
}

}  // namespace nangluc
