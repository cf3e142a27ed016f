#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nangluc::config {

// One `key = value` of a configuration file.
struct Entry {
    enum class Kind { text, number, truth };

    std::string key;    // with its section in front: "server.port"
    std::string value;  // without quotes and escapes; a number or truth as written
    Kind kind = Kind::text;
    int line = 0;
    int column = 0;  // of the key
};

// Reads a small, strict part of TOML: `[section]`, `key = "text"`, `key = 'text as it is'`,
// `key = 12`, `key = true`, and comments. Everything else of TOML is refused rather than guessed
// at. The faults are "line:column" with malformed, not_utf8, duplicate_field or duplicate_section.
Result<std::vector<Entry>> read_toml(std::string_view text);

}  // namespace nangluc::config
