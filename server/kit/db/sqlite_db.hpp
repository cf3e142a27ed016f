#pragma once

#include "kit/db/pool.hpp"
#include "kit/db/sqlite_writer.hpp"

namespace nangluc::db {

class SqliteDb final : public Db {
public:
    SqliteDb(const std::string& path, int readers);

    Engine engine() const override { return Engine::sqlite; }
    const std::string& path() const { return path_; }

protected:
    void write_once(const std::function<bool(Tx&)>& work) override;
    void read_once(const std::function<bool(Tx&)>& work) override;

private:
    std::string path_;
    SqliteWriter writer_;
    Pool<SqliteConnection> readers_;
};

}  // namespace nangluc::db
