#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "base/clock.hpp"
#include "kit/kit.hpp"
#include "kit/work/work.hpp"
#include "testing/database.hpp"

namespace nangluc::testing {

// A folder of its own for a test case, gone with it.
class TestFolder {
public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// A tree of units for tests below the module that keeps the real one. Units never move by
// themselves; a test may take one out or place it elsewhere.
class FixedSubtrees final : public Subtrees {
public:
    UnitPath add(UnitId unit) { return paths_[unit] = UnitPath::root(unit); }
    UnitPath add(UnitId unit, UnitId parent) {
        return paths_[unit] = paths_.at(parent).child(unit);
    }
    void remove(UnitId unit) { paths_.erase(unit); }
    const UnitPath& at(UnitId unit) const { return paths_.at(unit); }

    std::optional<UnitPath> path_of(db::Tx&, UnitId unit, Date) const override {
        const auto found = paths_.find(unit);
        return found == paths_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<UnitId, UnitPath> paths_;
};

// The real tools over a database and a folder of the test's own, on a day that the test chooses.
// No thread runs: the test delivers news and runs jobs itself (`work.outbox.deliver()`,
// `work.jobs.run_one()`).
class TestKit {
public:
    explicit TestKit(Date today = {2025, 9, 15}, TestDatabase own = TestDatabase())
        : TestKit(nullptr, today, std::move(own)) {}
    // With the tree of the application.
    explicit TestKit(
        const Subtrees& tree, Date today = {2025, 9, 15}, TestDatabase own = TestDatabase()
    )
        : TestKit(&tree, today, std::move(own)) {}

    db::Db& db() { return database.db(); }

    FixedClock clock;
    IdMaker ids;
    TestFolder folder;
    TestDatabase database;
    Work work;
    FixedSubtrees units;
    Kit kit;

private:
    TestKit(const Subtrees* subtrees, Date today, TestDatabase own)
        : clock(today),
          ids(clock),
          database(std::move(own)),
          work(database.db(), clock, ids, folder.path()),
          kit{
              .db = database.db(),
              .clock = clock,
              .ids = ids,
              .audit = work.audit,
              .outbox = work.outbox,
              .jobs = work.jobs,
              .files = work.files,
              .subtrees = subtrees ? *subtrees : units,
          } {}
};

}  // namespace nangluc::testing
