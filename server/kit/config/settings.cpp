#include "kit/config/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nangluc::config {

namespace {

constexpr std::array all = {
    Setting{
        .key = "server.listen",
        .standard = "127.0.0.1",
        .meaning =
            "Address the server listens on; 0.0.0.0 or :: for every network of the computer.",
        .in = TextIn([](Config& c) -> std::string& { return c.server.listen; }),
        .short_form = "listen",
    },
    Setting{
        .key = "server.port",
        .standard = "8080",
        .meaning = "Port the server listens on; 0 takes any free one and prints it.",
        .in = NumberIn([](Config& c) -> int& { return c.server.port; }),
        .most = 65'535,
        .short_form = "port",
    },
    Setting{
        .key = "server.tls_certificate",
        .standard = "",
        .meaning = "PEM file of the certificate and its chain. Empty: plain HTTP, for use behind a "
                   "proxy that does TLS.",
        .in = TextIn([](Config& c) -> std::string& { return c.server.tls_certificate; }),
    },
    Setting{
        .key = "server.tls_key",
        .standard = "",
        .meaning = "PEM file of the certificate's key. Both or neither are set.",
        .in = TextIn([](Config& c) -> std::string& { return c.server.tls_key; }),
    },
    Setting{
        .key = "server.trusted_proxies",
        .standard = "",
        .meaning = "Addresses or networks, with commas between, whose X-Forwarded-For is believed: "
                   "\"127.0.0.1, 10.0.0.0/8\".",
        .in =
            ListIn([](Config& c) -> std::vector<std::string>& { return c.server.trusted_proxies; }),
    },
    Setting{
        .key = "server.workers",
        .standard = "0",
        .meaning = "Threads that answer requests; 0 is twice the processors, 16 at least.",
        .in = NumberIn([](Config& c) -> int& { return c.server.workers; }),
        .most = 256,
    },
    Setting{
        .key = "database.address",
        .standard = "",
        .meaning = "sqlite:/path/file.db or postgres://user@host/name, without a password. Empty: "
                   "nangluc.db in the data folder.",
        .in = TextIn([](Config& c) -> std::string& { return c.database.address; }),
        .short_form = "database",
    },
    Setting{
        .key = "database.password",
        .standard = "",
        .meaning = "Password of the PostgreSQL user.",
        .in = TextIn([](Config& c) -> std::string& { return c.database.password; }),
        .is_secret = true,
    },
    Setting{
        .key = "data.folder",
        .standard = "data",
        .meaning = "Folder of the SQLite database, files, backups and secrets.",
        .in = PathIn([](Config& c) -> std::filesystem::path& { return c.data.folder; }),
        .short_form = "data",
    },
    Setting{
        .key = "web.folder",
        .standard = "/usr/share/nangluc/web",
        .meaning = "Folder of the built web application.",
        .in = PathIn([](Config& c) -> std::filesystem::path& { return c.web.folder; }),
    },
    Setting{
        .key = "share.folder",
        .standard = "/usr/share/nangluc",
        .meaning = "Folder of what is shipped with the program: countries, frameworks, the world.",
        .in = PathIn([](Config& c) -> std::filesystem::path& { return c.share.folder; }),
    },
    Setting{
        .key = "log.level",
        .standard = "info",
        .meaning = "The least grave line that is written to the log.",
        .in = TextIn([](Config& c) -> std::string& { return c.log.level; }),
        .choices = "debug info warning error",
    },
    Setting{
        .key = "time_zone",
        .standard = "Asia/Ho_Chi_Minh",
        .meaning = "IANA time zone of the installation: decides which day it is.",
        .in = TextIn([](Config& c) -> std::string& { return c.time_zone; }),
    },
    Setting{
        .key = "country",
        .standard = "vn",
        .meaning =
            "The country whose levels, kinds of unit and sectors apply: its file in countries/ of "
            "the share folder.",
        .in = TextIn([](Config& c) -> std::string& { return c.country; }),
    },
    Setting{
        .key = "node",
        .standard = "0",
        .meaning = "Number of this server among those that share one database; each needs its own.",
        .in = NumberIn([](Config& c) -> int& { return c.node; }),
        .most = 1023,
    },
    Setting{
        .key = "secrets",
        .standard = "",
        .meaning = "File of the secrets. Empty: secrets.toml in the data folder, if it is there.",
        .in = PathIn([](Config& c) -> std::filesystem::path& { return c.secrets; }),
    },
};

std::string_view trimmed(std::string_view text) {
    const auto from = std::min(text.find_first_not_of(" \t"), text.size());
    const auto until = text.find_last_not_of(" \t");
    return until == std::string_view::npos ? "" : text.substr(from, until + 1 - from);
}

bool is_choice(std::string_view choices, std::string_view word) {
    while (!choices.empty()) {
        const auto end = std::min(choices.find(' '), choices.size());
        if (choices.substr(0, end) == word) return true;
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    return false;
}

std::string_view put_text(const Setting& setting, std::string_view words, std::string& into) {
    if (words.find('\0') != std::string_view::npos) return "malformed";
    if (!setting.choices.empty() && !is_choice(setting.choices, words)) return "not_one_of";
    into = words;
    return {};
}

std::string_view put_number(const Setting& setting, std::string_view words, int& into) {
    int value = 0;
    const auto* end = words.data() + words.size();
    const auto [stop, failure] = std::from_chars(words.data(), end, value);
    if (stop != end || failure == std::errc::invalid_argument) return "wrong_type";
    const bool is_within = value >= setting.least && value <= setting.most;
    if (failure != std::errc{} || !is_within) return "out_of_range";
    into = value;
    return {};
}

// Addresses and networks by their letters; whether they exist is the network's business.
std::string_view put_list(std::string_view words, std::vector<std::string>& into) {
    std::vector<std::string> items;
    while (!trimmed(words).empty()) {
        const auto end = std::min(words.find(','), words.size());
        const auto item = trimmed(words.substr(0, end));
        const bool is_address =
            !item.empty() && item.find_first_not_of("0123456789abcdefABCDEF.:/") == item.npos;
        if (!is_address) return "malformed";
        items.emplace_back(item);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    into = std::move(items);
    return {};
}

}  // namespace

std::span<const Setting> settings() {
    return all;
}

const Setting* find_setting(std::string_view key) {
    const auto* found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == key; });
    return found == all.end() ? nullptr : found;
}

std::string variable_of(const Setting& setting) {
    std::string name = "NANGLUC_";
    for (const char c : setting.key) {
        const bool is_small = c >= 'a' && c <= 'z';
        name += c == '.' ? '_' : is_small ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return name;
}

std::string_view put(const Setting& setting, std::string_view words, Config& into) {
    if (const auto* text = std::get_if<TextIn>(&setting.in)) {
        return put_text(setting, words, (*text)(into));
    }
    if (const auto* number = std::get_if<NumberIn>(&setting.in)) {
        return put_number(setting, words, (*number)(into));
    }
    if (const auto* list = std::get_if<ListIn>(&setting.in)) return put_list(words, (*list)(into));

    std::get<PathIn>(setting.in)(into) = std::string(words);
    return {};
}

}  // namespace nangluc::config
