#include "kit/db/postgres_db.hpp"

#include <algorithm>
#include <random>
#include <thread>

#include "kit/db/postgres_tx.hpp"
#include "kit/db/transaction_meter.hpp"

namespace nangluc::db {
namespace {

// As if one transaction wrote after the other, as on SQLite: where two have each read what the
// other then changed (a vacancy that both fill), one of them does its work again.
constexpr auto begin_writing = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";
constexpr auto begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

constexpr int most_attempts = 12;

// Up to 4 ms, 8 ms … half a second, at random, so that two that met do not meet again.
void pause(int attempt) {
    thread_local std::minstd_rand random(std::random_device{}());
    const int longest = std::min(2 << std::min(attempt, 8), 500);
    std::uniform_int_distribution<int> wait(0, longest);
    std::this_thread::sleep_for(std::chrono::milliseconds(wait(random)));
}

constexpr auto settings_statement = R"postgres(
    SELECT current_setting('server_version_num')::int AS version,
           pg_encoding_to_char(encoding) AS encoding,
           datlocprovider = 'c' AS libc,
           datcollate::text AS collation
      FROM pg_database
     WHERE datname = current_database()
)postgres";

bool is_byte_order(const std::string& collation) {
    return collation == "C" || collation == "POSIX" || collation == "C.UTF-8" ||
           collation == "C.utf8";
}

}  // namespace

PostgresDb::PostgresDb(const std::string& address, int connections)
    : pool_(connections, [address] { return std::make_unique<PostgresConnection>(address); }) {
    refuse_unsuitable();
}

PostgresDb::~PostgresDb() = default;

void PostgresDb::refuse_unsuitable() {
    const auto connection = pool_.lend();
    connection->query(settings_statement, {}, [](const Row& row) {
        if (row.get<int>("version") < 150000) {
            throw std::runtime_error("PostgreSQL 15 or later is needed");
        }
        if (row.get<std::string>("encoding") != "UTF8") {
            throw std::runtime_error("the database's encoding is not UTF8");
        }
        if (!row.get<bool>("libc") || !is_byte_order(row.get<std::string>("collation"))) {
            throw std::runtime_error("the database's collation is neither C.UTF-8 nor C");
        }
    });
}

void PostgresDb::retrying(
    TransactionMeter& meter, const std::function<bool(bool& committing)>& attempt
) {
    for (int attempts = 1;; ++attempts) {
        bool committing = false;
        try {
            return meter.end(attempt(committing));
        } catch (const DbError& error) {
            const bool lost = error.kind() == DbError::Kind::lost;
            if (lost) pool_.forget_idle();
            const bool again =
                error.kind() == DbError::Kind::serialization || (lost && !committing);
            if (!again || attempts == most_attempts) throw;
            meter.again(lost ? "lost" : "serialization");
        }
        pause(attempts);
    }
}

bool PostgresDb::run_work(const Loan& connection, const std::function<bool(Tx&)>& work) {
    try {
        PostgresTx tx(*this, *connection, connection.slot());
        const bool commit = tx.run(work);
        if (!commit) connection->roll_back();
        return commit;
    } catch (...) {
        connection->roll_back();
        throw;
    }
}

// A connection lost while it commits leaves the outcome unknown: doing the work again might do it
// twice, so the caller hears of it.
void PostgresDb::write_once(const std::function<bool(Tx&)>& work) {
    refuse_nested(*this);
    TransactionMeter meter("write");
    retrying(meter, [&](bool& committing) {
        const auto connection = pool_.lend();
        connection->command(begin_writing);
        if (!run_work(connection, work)) return false;
        committing = true;
        connection->commit();
        return true;
    });
}

void PostgresDb::read_once(const std::function<bool(Tx&)>& work) {
    refuse_nested(*this);
    TransactionMeter meter("read");
    retrying(meter, [&](bool&) {
        const auto connection = pool_.lend();
        connection->command(begin_reading);
        const bool kept = run_work(connection, work);
        connection->roll_back();
        return kept;
    });
}

}  // namespace nangluc::db
