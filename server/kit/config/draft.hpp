#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kit/config/config.hpp"
#include "kit/config/settings.hpp"
#include "kit/config/toml.hpp"

namespace nangluc::config {

// A configuration in the making: the defaults, what was said since, and the faults found in it.
class Draft {
public:
    enum class File { settings, secrets };

    Draft();

    Config& config() { return config_; }
    void set_by_words(std::string_view key, std::string_view words, const std::string& place);
    void set_by_entry(const Entry& entry, const std::string& file_name, File file);
    void fault(const std::string& place, std::string_view code);
    // The whole, once nothing more is said.
    Result<Config> outcome();

private:
    void take(const Setting& setting, std::string_view words, const std::string& place);
    void fault_at(const std::string& key, std::string_view code) { fault(places_[key], code); }
    void check_whole();

    Config config_;
    std::vector<Fault> faults_;
    std::map<std::string, std::string> places_;  // where each setting was said last
};

}  // namespace nangluc::config
