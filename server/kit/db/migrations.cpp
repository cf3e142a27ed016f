#include "kit/db/migrations.hpp"

#include <chrono>
#include <map>
#include <stdexcept>
#include <thread>

#include "kit/db/checksum.hpp"
#include "kit/db/locks.hpp"
#include "kit/db/schema.hpp"
#include "kit/db/sql_text.hpp"

namespace nangluc::db {
namespace {

struct Applied {
    std::string checksum;
    Instant at;
};
using Key = std::pair<std::string, int>;
using Ledger = std::map<Key, Applied>;

constexpr std::string_view ledger_table = "kit_migrations";

constexpr std::string_view ledger_definition = R"ddl(
    CREATE TABLE IF NOT EXISTS kit_migrations (
        module     {text}    NOT NULL,
        number     {int64}   NOT NULL,
        name       {text}    NOT NULL,
        checksum   {text}    NOT NULL,
        applied_at {instant} NOT NULL,
        PRIMARY KEY (module, number)
    )
)ddl";

constexpr auto read_ledger_statement = R"sql(
    SELECT module, number, checksum, applied_at
      FROM kit_migrations
)sql";

Ledger read_ledger(Tx& tx) {
    Ledger ledger;
    if (!table_exists(tx, ledger_table)) return ledger;
    tx.each(read_ledger_statement, [&](const Row& row) {
        ledger[{row.get<std::string>("module"), row.get<int>("number")}] = {
            .checksum = row.get<std::string>("checksum"),
            .at = row.get<Instant>("applied_at"),
        };
    });
    return ledger;
}

constexpr auto add_to_ledger_statement = R"sql(
    INSERT INTO kit_migrations (module, number, name, checksum, applied_at)
    VALUES ($1, $2, $3, $4, $5)
)sql";

Instant add_to_ledger(Tx& tx, const Migration& migration) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const Instant at{std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
    const auto checksum = sha256_hex(migration.sql);
    tx.run(
        add_to_ledger_statement, migration.module, migration.number, migration.name, checksum, at
    );
    return at;
}

std::string title(const Key& key) {
    return key.first + " " + std::to_string(key.second);
}

Key key_of(const Migration& migration) {
    return {std::string(migration.module), migration.number};
}

// What is applied must be the beginning, unchanged, of what this binary knows of each module.
void refuse_strangers(const Ledger& ledger, std::span<const Migration> migrations) {
    auto unknown = ledger;
    std::map<std::string_view, int> first_missing;
    for (const auto& migration : migrations) {
        const auto applied = ledger.find(key_of(migration));
        if (applied == ledger.end()) {
            first_missing.try_emplace(migration.module, migration.number);
            continue;
        }
        unknown.erase(applied->first);
        if (applied->second.checksum != sha256_hex(migration.sql)) {
            throw std::runtime_error("migration changed since: " + title(applied->first));
        }
        if (first_missing.contains(migration.module)) {
            throw std::runtime_error("migration missing before: " + title(applied->first));
        }
    }
    if (!unknown.empty()) {
        throw std::runtime_error("migration of a newer program: " + title(unknown.begin()->first));
    }
}

MigrationState state_of(const Migration& migration, const Ledger& ledger) {
    const auto applied = ledger.find(key_of(migration));
    return {
        .module = std::string(migration.module),
        .number = migration.number,
        .name = std::string(migration.name),
        .applied_at = applied == ledger.end() ? "" : to_text(applied->second.at),
    };
}

// Two servers that start at once would both find no table to lock.
void make_ledger(Db& db) {
    const auto make = [](Tx& tx) {
        if (!try_lock(tx, ledger_table)) return false;
        tx.run(expand(ledger_definition, tx.engine()));
        return true;
    };
    while (!db.transaction(make)) std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

bool has_ledger(Db& db) {
    return db.read([](Tx& tx) { return table_exists(tx, ledger_table); });
}

// False if another server was faster.
bool apply(Db& db, const Migration& migration) {
    return db.transaction([&](Tx& tx) {
        lock_table(tx, ledger_table);
        if (read_ledger(tx).contains(key_of(migration))) return false;
        for (const auto& statement : split_statements(expand(migration.sql, tx.engine()))) {
            tx.run(statement);
        }
        add_to_ledger(tx, migration);
        return true;
    });
}

}  // namespace

std::vector<MigrationState> migration_states(Db& db, std::span<const Migration> migrations) {
    const auto ledger = db.read(read_ledger);
    refuse_strangers(ledger, migrations);
    std::vector<MigrationState> states;
    states.reserve(migrations.size());
    for (const auto& migration : migrations) states.push_back(state_of(migration, ledger));
    return states;
}

std::vector<MigrationState> migrate(Db& db, std::span<const Migration> migrations) {
    if (!has_ledger(db)) make_ledger(db);
    const auto before = db.read(read_ledger);
    refuse_strangers(before, migrations);

    std::vector<const Migration*> applied;
    for (const auto& migration : migrations) {
        if (!before.contains(key_of(migration)) && apply(db, migration)) {
            applied.push_back(&migration);
        }
    }

    const auto after = db.read(read_ledger);
    std::vector<MigrationState> states;
    states.reserve(applied.size());
    for (const auto* migration : applied) states.push_back(state_of(*migration, after));
    return states;
}

}  // namespace nangluc::db
