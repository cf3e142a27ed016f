#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "app/world/accounts.hpp"
#include "app/world/world.hpp"
#include "kit/db/migrations.hpp"
#include "kit/http/dispatch.hpp"
#include "kit/log.hpp"
#include "kit/metrics.hpp"
#include "kit/net/server.hpp"
#include "kit/net/web_folder.hpp"

namespace nangluc::app {

namespace {

net::ServerOptions options_of(const Config& config) {
    net::ServerOptions options{
        .address = config.server.listen,
        .port = static_cast<std::uint16_t>(config.server.port),
        .trusted_proxies = config.server.trusted_proxies,
    };
    if (!config.server.tls_certificate.empty()) {
        options.tls = net::TlsFiles{config.server.tls_certificate, config.server.tls_key};
    }
    options.workers = config.server.workers > 0
                          ? static_cast<unsigned>(config.server.workers)
                          : std::max(16U, 2 * std::thread::hardware_concurrency());
    return options;
}

void log_exchange(const net::Exchange& exchange) {
    count_request(exchange.operation, exchange.status, exchange.time);
    log(Level::info,
        "request.answered",
        {{"request_id", exchange.request_id},
         {"method", exchange.method},
         {"operation", exchange.operation},
         {"account", exchange.account.value},
         {"status", exchange.status},
         {"bytes", exchange.bytes},
         {"microseconds", exchange.time.count()}});
}

// Makes the demo world where there is none yet, and says who can sign in.
Result<> prepare_demo(const Application& application, const Config& config) {
    const auto made =
        world::build_world(application.kit(), {.share = config.share.folder, .people = 0});
    if (!made && made.error().code != "units.already_there") return made.error();

    std::puts("Demo: the people are invented. Passwords are new at each start.\n");
    for (const auto& [role, login, password] : world::renew_demo_passwords(application.kit())) {
        std::printf("  %-15s %-22s %s\n", role.c_str(), login.c_str(), password.c_str());
    }
    std::puts("");
    return {};
}

}  // namespace

static constexpr auto serve_usage = R"(nangluc serve [--demo]

Runs the server until it is told to stop (SIGTERM). --demo fills an empty database with the demo
province and prints who can sign in.

Settings: docs/operations/configuration.md)";

int serve(Arguments arguments) {
    if (print_help(arguments, serve_usage)) return 0;
    const auto configured = configure(arguments);
    if (!configured) return print(configured.error());
    const bool is_demo = take_flag(arguments, "--demo");
    if (!arguments.empty()) return print_unknown(arguments);
    const auto& config = configured.value();

    std::filesystem::create_directories(config.data.folder);
    const auto db = db::open({.address = config.database.address});
    db::migrate(*db, db::embedded_migrations());
    const auto clock = system_clock(config.time_zone);
    Application application(config, *db, *clock);

    const net::WebFolder web(config.web.folder);
    const auto hooks = application.hooks();
    net::Server server(
        options_of(config),
        {
            .answer =
                [&](http::Request request) {
                    if (!http::is_interface(request.path)) return web.answer(request);
                    return http::dispatch(application.router(), std::move(request), hooks);
                },
            .body_limit = [&](http::Method method, std::string_view path
                          ) { return http::body_limit(application.router(), method, path); },
            .refuse = [&](const http::Request& request
                      ) { return http::refuse_at_the_door(application.router(), request, hooks); },
            .exchanged = log_exchange,
            .fault =
                [](std::string_view what) {
                    log(Level::error, "server.failed", {{"what", what}});
                },
        }
    );

    if (is_demo) {
        if (const auto prepared = prepare_demo(application, config); !prepared) {
            return print(prepared.error());
        }
    }
    application.begin();
    std::printf("http://%s:%d\n", config.server.listen.c_str(), server.port());
    std::fflush(stdout);
    server.run();
    application.stop();
    return 0;
}

}  // namespace nangluc::app
