#pragma once

#include "kit/db/checked_tx.hpp"
#include "kit/db/postgres_connection.hpp"

namespace nangluc::db {

class PostgresTx final : public CheckedTx {
public:
    PostgresTx(const Db& db, PostgresConnection& connection, int lane)
        : CheckedTx(db, lane), on_(connection) {}

private:
    void prepare_now(std::string_view sql) override { on_.prepare(sql); }
    void query_now(std::string_view sql, const Values& values, const std::function<void(Row)>& use)
        override {
        on_.query(sql, values, use);
    }
    std::int64_t execute_now(std::string_view sql, const Values& values) override {
        return on_.execute(sql, values);
    }
    std::int64_t run_each_now(std::string_view sql, const std::vector<Values>& sets) override {
        return on_.run_each(sql, sets);
    }
    std::int64_t load_now(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    ) override {
        return on_.load(table, columns, next);
    }

    PostgresConnection& on_;
};

}  // namespace nangluc::db
