#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "kit/db/migrations.hpp"
#include "kit/kit.hpp"

namespace nangluc::platform {

// One thing that must hold for the server to be of use, and the figure it was judged by.
struct HealthCheck {
    std::string name;
    bool ok = true;
    std::int64_t value = 0;
};

// What the health of this installation is judged by.
class HealthService {
public:
    HealthService(
        const Kit& kit, std::span<const db::Migration> migrations, std::filesystem::path data_folder
    )
        : kit_(kit), migrations_(migrations), data_folder_(std::move(data_folder)) {}

    // database: its rows can be read. migrations: none is pending. jobs: none has lost its runner
    // for two minutes. outbox: seconds since the oldest news should have been delivered, at most
    // 300. audit: seconds since its last row; for information, a quiet night is no illness. disk:
    // MB free for the data, at least 256. Where the database cannot be read, what it would say is
    // not judged. Then what was added.
    std::vector<HealthCheck> check();
    // One more thing to be judged, of a module that platform does not know. At wiring only.
    void add(std::function<HealthCheck()> check) { others_.push_back(std::move(check)); }

    // Takes the figures of the database for /metrics.
    void measure();

private:
    void check_database(std::vector<HealthCheck>& checks);

    Kit kit_;
    std::span<const db::Migration> migrations_;
    std::filesystem::path data_folder_;
    std::vector<std::function<HealthCheck()>> others_;
};

}  // namespace nangluc::platform
