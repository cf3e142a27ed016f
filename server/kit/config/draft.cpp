#include "kit/config/draft.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/clock.hpp"

namespace nangluc::config {

namespace {

// True of "postgres://user:password@host/name".
bool holds_password(std::string_view address) {
    const auto authority = address.find("://");
    if (authority == std::string_view::npos) return address.find("password=") != address.npos;
    const auto rest = address.substr(authority + 3);
    const auto user = rest.substr(0, std::min(rest.find('@'), rest.find('/')));
    const bool is_user = rest.substr(0, rest.find('/')).find('@') != std::string_view::npos;
    return (is_user && user.find(':') != user.npos) || rest.find("password=") != rest.npos;
}

}  // namespace

Draft::Draft() {
    for (const auto& setting : settings()) put(setting, setting.standard, config_);
}

void Draft::set_by_words(std::string_view key, std::string_view words, const std::string& place) {
    const auto* setting = find_setting(key);
    if (setting == nullptr) return fault(place, "unknown_field");
    if (setting->is_secret) return fault(place, "secret");
    take(*setting, words, place);
}

void Draft::set_by_entry(const Entry& entry, const std::string& file_name, File file) {
    const auto place =
        file_name + ':' + std::to_string(entry.line) + ':' + std::to_string(entry.column);
    const auto* setting = find_setting(entry.key);
    if (setting == nullptr) return fault(place, "unknown_field");
    const bool is_for_secrets = file == File::secrets;
    if (setting->is_secret != is_for_secrets) {
        return fault(place, is_for_secrets ? "not_secret" : "secret");
    }
    const bool is_number = std::holds_alternative<NumberIn>(setting->in);
    const auto kind = is_number ? Entry::Kind::number : Entry::Kind::text;
    if (entry.kind != kind) return fault(place, "wrong_type");
    take(*setting, entry.value, place);
}

void Draft::fault(const std::string& place, std::string_view code) {
    faults_.push_back({place, std::string(code)});
}

Result<Config> Draft::outcome() {
    check_whole();
    if (!faults_.empty()) return invalid("config.invalid", std::move(faults_));
    if (config_.database.address.empty()) {
        config_.database.address = "sqlite:" + (config_.data.folder / "nangluc.db").string();
    }
    return std::move(config_);
}

void Draft::take(const Setting& setting, std::string_view words, const std::string& place) {
    if (const auto code = put(setting, words, config_); !code.empty()) return fault(place, code);
    places_[std::string(setting.key)] = place;
}

// What single settings cannot know of each other, or only the whole can check.
void Draft::check_whole() {
    const auto& server = config_.server;
    if (server.tls_certificate.empty() && !server.tls_key.empty()) {
        fault_at("server.tls_key", "without_certificate");
    }
    if (!server.tls_certificate.empty() && server.tls_key.empty()) {
        fault_at("server.tls_certificate", "without_key");
    }
    if (holds_password(config_.database.address)) fault_at("database.address", "secret");
    try {
        system_clock(config_.time_zone);
    } catch (const std::invalid_argument&) {
        fault_at("time_zone", "not_one_of");
    }
}

}  // namespace nangluc::config
