#pragma once

#include <filesystem>
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
    // not judged.
    std::vector<HealthCheck> check();

    // Takes the figures of the database for /metrics.
    void measure();

private:
    void check_database(std::vector<HealthCheck>& checks);

    Kit kit_;
    std::span<const db::Migration> migrations_;
    std::filesystem::path data_folder_;
};

}  // namespace nangluc::platform
