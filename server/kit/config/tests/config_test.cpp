#include "kit/config/config.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace nangluc;
using namespace nangluc::config;

namespace {

namespace fs = std::filesystem;

// A folder of its own that is gone after the test.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "config_test_XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return path_; }
    fs::path write(const std::string& name, const std::string& text, fs::perms perms) const {
        const auto file = path_ / name;
        std::ofstream(file, std::ios::binary) << text;
        fs::permissions(file, perms);
        return file;
    }

private:
    fs::path path_;
};

constexpr auto for_all = fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read;
constexpr auto for_owner = fs::perms::owner_read | fs::perms::owner_write;

using Faults = std::vector<Fault>;

Faults faults_of(const Sources& sources) {
    const auto config = load(sources);
    return config ? Faults{} : config.error().faults;
}

}  // namespace

TEST_CASE("an installation that says nothing gets the defaults") {
    const auto config = load({});

    REQUIRE(config);
    CHECK(config.value().server.listen == "127.0.0.1");
    CHECK(config.value().server.port == 8080);
    CHECK(config.value().database.address == "sqlite:data/nangluc.db");
    CHECK(config.value().time_zone == "Asia/Ho_Chi_Minh");
    CHECK(config.value().log.level == "info");
    CHECK(config.value().server.trusted_proxies.empty());
}

TEST_CASE("the environment outdoes the file, and the command line both") {
    const Folder folder;
    const auto file = folder.write(
        "nangluc.toml",
        "node = 1\n[server]\nport = 1\nworkers = 1\nlisten = \"::\"\n"
        "trusted_proxies = \"127.0.0.1, 10.0.0.0/8\"\n",
        for_all
    );
    const auto config = load({
        .file = file,
        .environment = {{"NANGLUC_SERVER_PORT", "2"}, {"NANGLUC_SERVER_WORKERS", "2"}},
        .options = {{"server.port", "3"}, {"data.folder", "/srv/nangluc"}},
    });

    REQUIRE(config);
    CHECK(config.value().server.port == 3);
    CHECK(config.value().server.workers == 2);
    CHECK(config.value().node == 1);
    CHECK(config.value().server.listen == "::");
    CHECK(
        config.value().server.trusted_proxies == std::vector<std::string>{"127.0.0.1", "10.0.0.0/8"}
    );
    CHECK(config.value().database.address == "sqlite:/srv/nangluc/nangluc.db");
}

TEST_CASE("every fault is reported at once, wherever it was said") {
    const Folder folder;
    const auto file = folder.write(
        "nangluc.toml",
        "colour = \"red\"\n"
        "node = \"1\"\n"
        "[server]\n"
        "port = 70000\n"
        "listen = 12\n"
        "trusted_proxies = \"my proxy\"\n"
        "[database]\n"
        "password = \"x\"\n",
        for_all
    );
    const Faults expected = {
        {"nangluc.toml:1:1", "unknown_field"},
        {"nangluc.toml:2:1", "wrong_type"},
        {"nangluc.toml:4:1", "out_of_range"},
        {"nangluc.toml:5:1", "wrong_type"},
        {"nangluc.toml:6:1", "malformed"},
        {"nangluc.toml:8:1", "secret"},
        {"NANGLUC_DATABASE_PASSWORD", "secret"},
        {"NANGLUC_LOG_LEVEL", "not_one_of"},
        {"NANGLUC_SERVER_PROT", "unknown_field"},
        {"--node", "wrong_type"},
        {"--server.workers", "out_of_range"},
    };

    CHECK(
        faults_of({
            .file = file,
            .environment =
                {{"NANGLUC_SERVER_PROT", "1"},
                 {"NANGLUC_LOG_LEVEL", "loud"},
                 {"NANGLUC_DATABASE_PASSWORD", "x"},
                 {"NANGLUC_TEST_ENGINE", "sqlite"}},
            .options = {{"node", "1x"}, {"server.workers", "99999999999"}},
        }) == expected
    );
}

TEST_CASE("settings that only make sense together are checked together") {
    CHECK(
        faults_of({.options = {{"server.tls_key", "k.pem"}}}) ==
        Faults{{"--server.tls_key", "without_certificate"}}
    );
    CHECK(
        faults_of({.options = {{"server.tls_certificate", "c.pem"}}}) ==
        Faults{{"--server.tls_certificate", "without_key"}}
    );
    CHECK(
        faults_of({.environment = {{"NANGLUC_TIME_ZONE", "Asia/Atlantis"}}}) ==
        Faults{{"NANGLUC_TIME_ZONE", "not_one_of"}}
    );
}

TEST_CASE("a password in the address of the database is refused") {
    const auto refused = [](const char* address) {
        return faults_of({.options = {{"database.address", address}}}) ==
               Faults{{"--database.address", "secret"}};
    };

    CHECK(refused("postgres://nangluc:open@db/nangluc"));
    CHECK(refused("postgres://db/nangluc?password=open"));
    CHECK_FALSE(refused("postgres://nangluc@db:5432/nangluc"));
    CHECK_FALSE(refused("postgres:///nangluc?host=/run/postgresql"));
    CHECK_FALSE(refused("sqlite:/srv/a.db"));
}

TEST_CASE("a file that is not there, or no file, is refused") {
    const Folder folder;

    CHECK(load({.file = folder.path() / "none.toml"}).error().code == "config.absent");
    CHECK(load({.file = folder.path()}).error().code == "config.unreadable");
}

TEST_CASE("a malformed file is refused with the places of its faults") {
    const Folder folder;
    const auto file = folder.write("my.toml", "node = 1\nport : 2\n", for_all);
    const auto config = load({.file = file});

    REQUIRE(!config);
    CHECK(config.error().code == "config.malformed");
    CHECK(config.error().faults == Faults{{"my.toml:2:6", "malformed"}});
}

TEST_CASE("secrets are read from a file of their own that nobody else may read") {
    const Folder folder;
    const auto text = "[database]\npassword = \"sesame\"\n";
    const Sources sources{.options = {{"data.folder", folder.path().string()}}};

    folder.write("secrets.toml", text, for_owner);
    CHECK(load(sources).value().database.password == "sesame");

    folder.write("secrets.toml", text, for_all);
    CHECK(load(sources).error().code == "config.secrets_open");
}

TEST_CASE("only secrets stand in the file of secrets, and a named one must exist") {
    const Folder folder;
    const auto file = folder.write("other.toml", "[server]\nport = 1\n", for_owner);

    CHECK(
        faults_of({.options = {{"secrets", file.string()}}}) ==
        Faults{{"other.toml:2:1", "not_secret"}}
    );
    CHECK(load({.options = {{"secrets", "/nowhere"}}}).error().code == "config.absent");
}

TEST_CASE("settings are taken out of a command line, and the rest is left") {
    std::vector<std::string> arguments = {
        "serve", "--port", "9000", "--demo", "--data=/srv/x", "--server.workers=4", "--as", "me"};
    const auto options = take_options(arguments);

    REQUIRE(options);
    CHECK(
        options.value() ==
        std::vector<std::pair<std::string, std::string>>{
            {"server.port", "9000"}, {"data.folder", "/srv/x"}, {"server.workers", "4"}}
    );
    CHECK(arguments == std::vector<std::string>{"serve", "--demo", "--as", "me"});
}

TEST_CASE("a setting without a value on the command line is refused") {
    std::vector<std::string> arguments = {"serve", "--port"};

    CHECK(take_options(arguments).error().faults == Faults{{"--port", "required"}});
}

TEST_CASE("the variables of the process are found by their prefix") {
    setenv("NANGLUC_TEST_CONFIG", "a=b", 1);

    CHECK(config::environment().at("NANGLUC_TEST_CONFIG") == "a=b");
    CHECK_FALSE(config::environment().contains("PATH"));
}

TEST_CASE("docs/operations/configuration.md shows the settings as they are") {
    const std::string file = NANGLUC_SOURCE_DIR "/docs/operations/configuration.md";
    if (std::getenv("NANGLUC_UPDATE"))
        std::ofstream(file, std::ios::binary) << configuration_page();

    std::ifstream stream(file, std::ios::binary);
    const std::string page(std::istreambuf_iterator<char>(stream), {});
    INFO("NANGLUC_UPDATE=1 build/dev/server/kit/config_test writes it anew.");
    CHECK(page == configuration_page());
}
