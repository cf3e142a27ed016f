#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kit/db/db.hpp"

namespace nangluc::testing {

// The engine this run is for: NANGLUC_TEST_ENGINE, "sqlite" (the default) or "postgres", whose
// server is at NANGLUC_TEST_POSTGRES. Throws for anything else.
db::Engine test_engine();

// A database of its own for a test case, gone with it. It is copied from one that was migrated (or
// filled) once, so that a test costs milliseconds.
class TestDatabase {
public:
    TestDatabase();  // every migration applied, no rows
    static TestDatabase empty();
    // As `prepare` left a migrated one; `prepare` runs once a program for each name.
    static TestDatabase from_template(
        const std::string& name, const std::function<void(db::Db&)>& prepare
    );
    // Of the engine given, for a test that compares the two.
    explicit TestDatabase(db::Engine engine);

    ~TestDatabase();
    TestDatabase(TestDatabase&&) noexcept;
    TestDatabase& operator=(TestDatabase&&) = delete;
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    db::Db& db() const { return *db_; }
    db::Db* operator->() const { return db_.get(); }
    // For who opens it a second time.
    const std::string& address() const { return address_; }

private:
    TestDatabase(db::Engine engine, const std::string& original);

    db::Engine engine_;
    std::string name_;
    std::string address_;
    std::unique_ptr<db::Db> db_;
};

}  // namespace nangluc::testing
