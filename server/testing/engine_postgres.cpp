#include <unistd.h>
#include <csignal>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "kit/db/checksum.hpp"
#include "kit/db/postgres_server.hpp"
#include "testing/engine.hpp"

namespace nangluc::testing {
namespace {

std::string server_address() {
    const char* const address = std::getenv("NANGLUC_TEST_POSTGRES");
    if (address == nullptr || *address == '\0') {
        throw std::runtime_error("NANGLUC_TEST_POSTGRES names no PostgreSQL to test on");
    }
    return address;
}

// Names this machine and program, so that what a killed one left behind is told from what is in
// use.
std::string prefix_of_machine() {
    std::array<char, 64> name{};
    ::gethostname(name.data(), name.size() - 1);
    return "nangluc_test_" + db::sha256_hex(name.data()).substr(0, 8) + "_";
}

class PostgresDatabases final : public TestEngine {
public:
    PostgresDatabases() : server_(server_address()) { drop_what_the_dead_left(); }
    ~PostgresDatabases() override {
        for (const auto& name : std::vector(made_)) drop(name);
    }
    PostgresDatabases(const PostgresDatabases&) = delete;
    PostgresDatabases& operator=(const PostgresDatabases&) = delete;

    std::string create(const std::string& original) override {
        const std::lock_guard lock(mutex_);
        auto name = prefix_ + std::to_string(::getpid()) + "_" + std::to_string(++count_);
        server_.create(name, original);
        made_.push_back(name);
        return name;
    }
    void drop(const std::string& name) noexcept override {
        const std::lock_guard lock(mutex_);
        try {
            server_.drop(name);
        } catch (const db::DbError&) {
            return;  // A server that is gone took it along.
        }
        std::erase(made_, name);
    }
    std::string address_of(const std::string& name) const override {
        return server_.address_of(name);
    }
    // Kept for other programs: made under another name first, so that half of one is never copied.
    std::string migrated(const std::string& checksum, const Fill& fill) override {
        const std::lock_guard lock(mutex_);
        auto name = "nangluc_template_" + checksum.substr(0, 16);
        server_.lock(name);
        struct Unlock {
            db::PostgresServer& server;
            const std::string& name;
            ~Unlock() { server.unlock(name); }
        };
        const Unlock unlock{server_, name};
        if (server_.exists(name)) return name;

        const auto half_made = name + "_half";
        server_.drop(half_made);
        server_.create(half_made);
        fill(*db::open({.address = address_of(half_made), .readers = 1}));
        server_.rename(half_made, name);
        return name;
    }

private:
    void drop_what_the_dead_left() {
        for (const auto& name : server_.databases(prefix_)) {
            const int program = std::atoi(name.c_str() + prefix_.size());
            const bool dead = ::kill(program, 0) != 0 && errno == ESRCH;
            if (dead || program == ::getpid()) server_.drop(name);
        }
    }

    std::string prefix_ = prefix_of_machine();
    std::mutex mutex_;
    db::PostgresServer server_;
    int count_ = 0;
    std::vector<std::string> made_;
};

}  // namespace

TestEngine& postgres_server() {
    static PostgresDatabases databases;
    return databases;
}

}  // namespace nangluc::testing
