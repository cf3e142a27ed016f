#include "testing/database.hpp"

#include <cstdlib>
#include <map>
#include <mutex>
#include <stdexcept>

#include "kit/db/checksum.hpp"
#include "kit/db/migrations.hpp"
#include "testing/engine.hpp"

namespace nangluc::testing {
namespace {

// Few, since many test programs run at once.
constexpr int connections = 4;

TestEngine& host(db::Engine engine) {
    return engine == db::Engine::sqlite ? sqlite_files() : postgres_server();
}

void apply_migrations(db::Db& db) {
    db::migrate(db, db::embedded_migrations());
}

std::string checksum_of_migrations() {
    std::string all;
    for (const auto& migration : db::embedded_migrations()) {
        all += std::string(migration.module) + '/' + std::to_string(migration.number) + '\n';
        all += migration.sql;
    }
    return db::sha256_hex(all);
}

// Templates of this program by engine and name; the migrated one has no name.
std::string template_of(
    db::Engine engine, const std::string& name, const std::function<std::string()>& make
) {
    static std::mutex mutex;
    static std::map<std::pair<db::Engine, std::string>, std::string> made;
    const std::lock_guard lock(mutex);
    auto& original = made[{engine, name}];
    if (original.empty()) original = make();
    return original;
}

std::string migrated_template(db::Engine engine) {
    return template_of(engine, "", [engine] {
        return host(engine).migrated(checksum_of_migrations(), apply_migrations);
    });
}

}  // namespace

db::Engine test_engine() {
    const char* const chosen = std::getenv("NANGLUC_TEST_ENGINE");
    const std::string name = chosen == nullptr ? "sqlite" : chosen;
    if (name == "sqlite") return db::Engine::sqlite;
    if (name == "postgres") return db::Engine::postgres;
    throw std::runtime_error("NANGLUC_TEST_ENGINE is neither sqlite nor postgres: " + name);
}

TestDatabase::TestDatabase(db::Engine engine, const std::string& original)
    : engine_(engine),
      name_(host(engine).create(original)),
      address_(host(engine).address_of(name_)),
      db_(db::open({.address = address_, .readers = connections})) {}

TestDatabase::TestDatabase() : TestDatabase(test_engine()) {}

TestDatabase::TestDatabase(db::Engine engine) : TestDatabase(engine, migrated_template(engine)) {}

TestDatabase TestDatabase::empty() {
    return {test_engine(), ""};
}

TestDatabase TestDatabase::from_template(
    const std::string& name, const std::function<void(db::Db&)>& prepare
) {
    const auto engine = test_engine();
    const auto migrated = migrated_template(engine);
    const auto original = template_of(engine, name, [&] {
        auto filled = host(engine).create(migrated);
        prepare(*db::open({.address = host(engine).address_of(filled), .readers = connections}));
        return filled;
    });
    return {engine, original};
}

TestDatabase::TestDatabase(TestDatabase&&) noexcept = default;

TestDatabase::~TestDatabase() {
    if (!db_) return;
    db_.reset();
    host(engine_).drop(name_);
}

}  // namespace nangluc::testing
