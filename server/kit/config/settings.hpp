#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kit/config/config.hpp"

namespace nangluc::config {

using TextIn = std::string& (*)(Config&);
using NumberIn = int& (*)(Config&);
using PathIn = std::filesystem::path& (*)(Config&);
using ListIn = std::vector<std::string>& (*)(Config&);

struct Setting {
    std::string_view key;
    std::string_view standard;  // the default, as it would be written
    std::string_view meaning;
    std::variant<TextIn, NumberIn, PathIn, ListIn> in;
    std::string_view choices = {};  // of a text: the words it may be, with single spaces
    int least = 0;                  // of a number
    int most = 0;
    std::string_view short_form = {};  // on the command line
    bool is_secret = false;
};

std::span<const Setting> settings();
const Setting* find_setting(std::string_view key);

// "server.port" -> "NANGLUC_SERVER_PORT".
std::string variable_of(const Setting& setting);

// Puts the words into their member; the code of the fault, or nothing.
std::string_view put(const Setting& setting, std::string_view words, Config& into);

}  // namespace nangluc::config
