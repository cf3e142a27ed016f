#include <cstdio>
#include <filesystem>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "kit/http/openapi.hpp"

namespace nangluc::app {

static constexpr auto openapi_usage = R"(nangluc openapi

Prints the description of the interface (OpenAPI 3.1).)";

// The routes are known without a database's rows, so an empty one serves.
int openapi(Arguments arguments) {
    if (print_help(arguments, openapi_usage)) return 0;
    if (!arguments.empty()) return print_unknown(arguments);
    char folder_name[] = "/tmp/nangluc-openapi-XXXXXX";
    if (mkdtemp(folder_name) == nullptr) throw std::runtime_error("no folder could be made");
    const std::filesystem::path folder = folder_name;
    {
        Config config;
        config.data.folder = folder;
        const auto db = db::open({.address = "sqlite:" + (folder / "empty.db").string()});
        FixedClock clock({2026, 1, 1});
        const Application application(config, *db, clock);
        std::fputs(http::openapi(application.router(), NANGLUC_VERSION).c_str(), stdout);
    }
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace nangluc::app
