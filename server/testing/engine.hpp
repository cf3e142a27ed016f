#pragma once

#include <functional>
#include <string>

#include "kit/db/db.hpp"

namespace nangluc::testing {

// Where the databases of this program's tests live.
class TestEngine {
public:
    // Fills the database that has just been made.
    using Fill = std::function<void(db::Db&)>;

    virtual ~TestEngine() = default;
    // Makes a database under a new name: a copy of `original`, or nothing in it where that is
    // empty.
    virtual std::string create(const std::string& original) = 0;
    virtual void drop(const std::string& name) noexcept = 0;
    virtual std::string address_of(const std::string& name) const = 0;
    // The migrated database under its checksum; made if it is not there.
    virtual std::string migrated(const std::string& checksum, const Fill& fill) = 0;
};

TestEngine& sqlite_files();
TestEngine& postgres_server();

}  // namespace nangluc::testing
