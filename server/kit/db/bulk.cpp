#include "kit/db/bulk.hpp"

#include <stdexcept>

namespace nangluc::db {

namespace {

constexpr auto sqlite_index = R"sqlite(
    SELECT sql AS definition
      FROM sqlite_schema
     WHERE type = 'index' AND name = $1
)sqlite";

constexpr auto postgres_index = R"postgres(
    SELECT indexdef::text AS definition
      FROM pg_indexes
     WHERE schemaname = current_schema() AND indexname = $1
)postgres";

std::string definition_of(Tx& tx, const std::string& index) {
    const auto row = tx.one(tx.engine() == Engine::sqlite ? sqlite_index : postgres_index, index);
    if (!row) throw std::invalid_argument("no such index: " + index);
    return row->get<std::string>("definition");
}

}  // namespace

void load_without(
    Db& db, const std::vector<std::string>& indexes, const std::function<void()>& work
) {
    const auto definitions = db.transaction([&](Tx& tx) {
        std::vector<std::string> taken;
        for (const auto& index : indexes) {
            taken.push_back(definition_of(tx, index));
            tx.run("DROP INDEX " + index);
        }
        return taken;
    });
    const auto make_again = [&] {
        db.transaction([&](Tx& tx) {
            for (const auto& definition : definitions) tx.run(definition);
        });
    };
    try {
        work();
    } catch (...) {
        make_again();
        throw;
    }
    make_again();
}

void count_rows_anew(Db& db) {
    if (db.engine() != Engine::postgres) return;
    db.transaction([](Tx& tx) { tx.run("ANALYZE"); });
}

}  // namespace nangluc::db
