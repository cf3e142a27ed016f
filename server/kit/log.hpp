#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace nangluc {

enum class Level { debug, info, warning, error };

// One fact of a log line. Only codes, counts, times and ids of ours: never a name, a login, a
// rating or anything else that a person could be known or judged by.
struct LogField {
    using Value = std::variant<std::string, std::int64_t, double, bool>;

    LogField(std::string_view field, std::string_view text)
        : key(field), value(std::string(text)) {}
    LogField(std::string_view field, const std::string& text) : key(field), value(text) {}
    LogField(std::string_view field, const char* text) : key(field), value(std::string(text)) {}
    LogField(std::string_view field, bool flag) : key(field), value(flag) {}
    LogField(std::string_view field, double number) : key(field), value(number) {}
    LogField(std::string_view field, std::integral auto number)
        : key(field), value(static_cast<std::int64_t>(number)) {}

    std::string_view key;
    Value value;
};

using LogFields = std::initializer_list<LogField>;

// Writes one JSON line to standard error: {"at": …, "level": …, "event": "job.ended", …}.
// `event` is a code: noun and past participle. Thread-safe; never throws.
void log(Level level, std::string_view event, LogFields fields = {}) noexcept;

// Lines below this level are dropped. `info` at the start.
void log_from(Level level);

}  // namespace nangluc
