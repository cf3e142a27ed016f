#pragma once

#include "kit/db/checked_tx.hpp"
#include "kit/db/sqlite_connection.hpp"

namespace nangluc::db {

class SqliteTx final : public CheckedTx {
public:
    SqliteTx(const Db& db, SqliteConnection& connection) : CheckedTx(db, 0), on_(connection) {}

private:
    void prepare_now(std::string_view sql) override { on_.statement(sql); }
    void query_now(std::string_view sql, const Values& values, const std::function<void(Row)>& use)
        override {
        on_.statement(sql).query(values, use);
    }
    std::int64_t execute_now(std::string_view sql, const Values& values) override {
        return on_.execute(sql, values);
    }
    std::int64_t run_each_now(std::string_view sql, const std::vector<Values>& sets) override {
        std::int64_t changed = 0;
        for (const auto& values : sets) changed += on_.execute(sql, values);
        return changed;
    }
    std::int64_t load_now(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    ) override {
        return on_.load(table, columns, next);
    }

    SqliteConnection& on_;
};

}  // namespace nangluc::db
