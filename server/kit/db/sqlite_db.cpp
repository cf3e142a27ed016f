#include "kit/db/sqlite_db.hpp"

#include "kit/db/sqlite_tx.hpp"
#include "kit/db/transaction_meter.hpp"

namespace nangluc::db {

// The writer comes first: it makes the file and switches it to the write-ahead log.
SqliteDb::SqliteDb(const std::string& path, int readers)
    : path_(path), writer_(*this, path), readers_(readers, [this] {
          return std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::reading);
      }) {}

void SqliteDb::write_once(const std::function<bool(Tx&)>& work) {
    refuse_nested(*this);
    TransactionMeter meter("write");
    bool kept = false;
    writer_.run([&](Tx& tx) { return kept = work(tx); });
    meter.end(kept);
}

void SqliteDb::read_once(const std::function<bool(Tx&)>& work) {
    refuse_nested(*this);
    TransactionMeter meter("read");
    const auto connection = readers_.lend();
    struct End {
        SqliteConnection& on;
        ~End() { on.roll_back(); }
    };
    const End end{*connection};
    connection->command("BEGIN");
    SqliteTx tx(*this, *connection);
    meter.end(tx.run(work));
}

}  // namespace nangluc::db
