#include <sys/stat.h>
#include <unistd.h>
#include <fstream>
#include <iterator>

#include "kit/config/draft.hpp"
#include "kit/config/settings.hpp"
#include "kit/config/toml.hpp"

namespace nangluc::config {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "NANGLUC_";

Result<std::string> content_of(const fs::path& file) {
    std::error_code failure;
    if (!fs::exists(file, failure)) return not_found("config.absent");
    if (!fs::is_regular_file(file, failure)) return unavailable("config.unreadable");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return unavailable("config.unreadable");
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

// Secrets are for the server's own user alone: 0600 or stricter.
Result<> must_be_private(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return not_found("config.absent");
    const bool is_open = (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
    const bool is_foreign = status.st_uid != ::geteuid();
    if (is_open || is_foreign) return forbidden("config.secrets_open");
    return {};
}

Result<> add_file(Draft& draft, const fs::path& file, Draft::File kind) {
    const auto text = TRY(content_of(file));
    const auto name = file.filename().string();
    auto entries = read_toml(text);
    if (!entries) {
        auto error = entries.error();
        for (auto& fault : error.faults) fault.path = name + ':' + fault.path;
        return error;
    }
    for (const auto& entry : entries.value()) draft.set_by_entry(entry, name, kind);
    return {};
}

// Variables of a section that has settings must name one; others may be anybody's.
bool is_in_a_section(std::string_view variable) {
    for (const auto& setting : settings()) {
        const auto dot = setting.key.find('.');
        if (dot == std::string_view::npos) continue;
        const auto known = variable_of(setting).substr(0, prefix.size() + dot + 1);
        if (variable.starts_with(known)) return true;
    }
    return false;
}

void add_environment(Draft& draft, const Words& environment) {
    for (const auto& [variable, words] : environment) {
        std::string_view key;
        for (const auto& setting : settings()) {
            if (variable_of(setting) == variable) key = setting.key;
        }
        if (!key.empty()) {
            draft.set_by_words(key, words, variable);
        } else if (is_in_a_section(variable)) {
            draft.fault(variable, "unknown_field");
        }
    }
}

Result<> add_secrets(Draft& draft) {
    auto& file = draft.config().secrets;
    if (file.empty()) {
        file = draft.config().data.folder / "secrets.toml";
        std::error_code failure;
        if (!fs::exists(file, failure)) return {};
    }
    TRY(must_be_private(file));
    return add_file(draft, file, Draft::File::secrets);
}

}  // namespace

Result<Config> load(const Sources& sources) {
    Draft draft;
    if (sources.file) TRY(add_file(draft, *sources.file, Draft::File::settings));
    add_environment(draft, sources.environment);
    for (const auto& [key, words] : sources.options) {
        draft.set_by_words(key, words, "--" + key);
    }
    TRY(add_secrets(draft));
    return draft.outcome();
}

}  // namespace nangluc::config
