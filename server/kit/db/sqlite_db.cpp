#include "kit/db/sqlite_db.hpp"

#include "kit/db/sqlite_tx.hpp"

namespace nangluc::db {

// The writer comes first: it makes the file and switches it to the write-ahead log.
SqliteDb::SqliteDb(const std::string& path, int readers)
    : path_(path), writer_(*this, path), readers_(readers, [this] {
          return std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::reading);
      }) {}

void SqliteDb::write_once(const std::function<bool(Tx&)>& work) {
    refuse_nested(*this);
    writer_.run(work);
}

void SqliteDb::read_once(const std::function<bool(Tx&)>& work) {
    refuse_nested(*this);
    const auto connection = readers_.lend();
    struct End {
        SqliteConnection& on;
        ~End() { on.roll_back(); }
    };
    const End end{*connection};
    connection->command("BEGIN");
    SqliteTx tx(*this, *connection);
    tx.run(work);
}

}  // namespace nangluc::db
