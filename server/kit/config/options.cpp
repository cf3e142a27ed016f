#include "kit/config/settings.hpp"

extern char** environ;

namespace nangluc::config {

namespace {

// The setting that "--server.port" or "--port" means; null when it means none.
const Setting* setting_of(std::string_view option) {
    if (!option.starts_with("--")) return nullptr;
    option.remove_prefix(2);
    for (const auto& setting : settings()) {
        if (option == setting.key) return &setting;
        if (!setting.short_form.empty() && option == setting.short_form) return &setting;
    }
    return nullptr;
}

}  // namespace

Result<std::vector<std::pair<std::string, std::string>>> take_options(
    std::vector<std::string>& arguments
) {
    std::vector<std::pair<std::string, std::string>> options;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const auto name = argument.substr(0, argument.find('='));
        const auto* setting = setting_of(name);
        if (setting == nullptr) {
            others.emplace_back(argument);
            continue;
        }
        const bool has_value = name.size() < argument.size();
        if (!has_value && i + 1 == arguments.size()) {
            return invalid("config.invalid", {{std::string(name), "required"}});
        }
        const auto value =
            has_value ? argument.substr(name.size() + 1) : std::string_view(arguments[++i]);
        options.emplace_back(setting->key, value);
    }
    arguments = std::move(others);
    return options;
}

Words environment() {
    Words words;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text = *variable;
        const auto equals = text.find('=');
        if (!text.starts_with("NANGLUC_") || equals == std::string_view::npos) continue;
        words.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return words;
}

}  // namespace nangluc::config
