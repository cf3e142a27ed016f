#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "testing/engine.hpp"

namespace nangluc::testing {
namespace {

namespace fs = std::filesystem;

// In memory where the system has a file system there: a test does not ask what a disk costs.
fs::path folder_for_tests() {
    const fs::path memory = "/dev/shm";
    const bool usable = ::access(memory.c_str(), W_OK) == 0;
    return (usable ? memory : fs::temp_directory_path()) /
           ("nangluc-test-" + std::to_string(::getpid()));
}

class SqliteFiles final : public TestEngine {
public:
    SqliteFiles() : folder_(folder_for_tests()) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~SqliteFiles() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    SqliteFiles(const SqliteFiles&) = delete;
    SqliteFiles& operator=(const SqliteFiles&) = delete;

    std::string create(const std::string& original) override {
        auto name = std::to_string(++made_) + ".db";
        if (!original.empty()) fs::copy_file(folder_ / original, folder_ / name);
        return name;
    }
    void drop(const std::string& name) noexcept override {
        std::error_code ignored;
        for (const auto* const suffix : {"", "-wal", "-shm"}) {
            fs::remove(folder_ / (name + suffix), ignored);
        }
    }
    std::string address_of(const std::string& name) const override {
        return "sqlite:" + (folder_ / name).string();
    }
    std::string migrated(const std::string&, const Fill& fill) override {
        auto name = create("");
        fill(*db::open({.address = address_of(name), .readers = 1}));
        return name;
    }

private:
    fs::path folder_;
    std::atomic<int> made_ = 0;
};

}  // namespace

TestEngine& sqlite_files() {
    static SqliteFiles files;
    return files;
}

}  // namespace nangluc::testing
