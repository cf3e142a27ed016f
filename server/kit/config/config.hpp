#pragma once

// How an installation is set up. Every setting has one key, "server.port", and may be said in three
// places, each above the one before: the file nangluc.toml, the environment (NANGLUC_SERVER_PORT),
// the command line (--server.port 8080). The table of settings.cpp states each with its default;
// docs/operations/configuration.md is made from it.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace nangluc {

struct Config {
    struct Server {
        std::string listen;
        int port = 0;
        std::string tls_certificate;
        std::string tls_key;
        std::vector<std::string> trusted_proxies;
        int workers = 0;
    };
    struct Database {
        std::string address;
        std::string password;  // from the secrets file only
    };
    struct Folder {
        std::filesystem::path folder;
    };
    struct Log {
        std::string level;
    };

    Server server;
    Database database;
    Folder data;
    Folder web;
    Folder share;
    Log log;
    std::string time_zone;
    std::string country;
    int node = 0;
    std::filesystem::path secrets;  // the file of secrets
};

namespace config {

using Words = std::map<std::string, std::string>;

struct Sources {
    // A file that is named must exist; without a name only defaults, environment and command line
    // count.
    std::optional<std::filesystem::path> file = std::nullopt;
    Words environment = {};                                         // NANGLUC_… and their values
    std::vector<std::pair<std::string, std::string>> options = {};  // "server.port", "8080"
};

// All settings, checked and made whole: an empty database.address becomes the SQLite file of the
// data folder. Refuses with "config.malformed" (the file's form), "config.invalid" (what it says),
// "config.absent", "config.unreadable" or "config.secrets_open" (others may read the secrets). A
// fault stands at "nangluc.toml:3:1", "NANGLUC_SERVER_PORT" or "--server.port", with the codes of
// the JSON mapper, or secret (it belongs in the secrets file) and not_secret.
Result<Config> load(const Sources& sources);

// Takes the settings out of a command line, "--key VALUE", "--key=VALUE" or a short form such as
// "--port"; what it does not know stays in `arguments`. Refuses a key without a value.
Result<std::vector<std::pair<std::string, std::string>>> take_options(
    std::vector<std::string>& arguments
);

// Those of the process that begin with NANGLUC_.
Words environment();

// docs/operations/configuration.md.
std::string configuration_page();

}  // namespace config

}  // namespace nangluc
