#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "kit/db/postgres_result.hpp"
#include "kit/db/statement.hpp"
#include "kit/db/text_hash.hpp"

namespace nangluc::db {

// One connection, used by one thread at a time. Included by the postgres_*.cpp files only.
class PostgresConnection {
public:
    // `address` as libpq takes it.
    explicit PostgresConnection(const std::string& address);

    // Whether it can be used for another transaction.
    bool is_sound() const;
    bool is_lost() const { return PQstatus(connection_.get()) != CONNECTION_OK; }

    // BEGIN and its like, and statements on the server as a whole. Not prepared.
    void command(const std::string& sql);
    // Throws DbError; where it says `lost`, the outcome is unknown.
    void commit();
    void roll_back() noexcept;

    void prepare(std::string_view sql) { prepared(sql); }
    void query(std::string_view sql, const Values& values, const std::function<void(Row)>& use);
    std::int64_t execute(std::string_view sql, const Values& values);
    // In postgres_pipeline.cpp.
    std::int64_t run_each(std::string_view sql, const std::vector<Values>& sets);
    // In postgres_copy.cpp.
    std::int64_t load(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    );

private:
    struct Prepared {
        Statement text;
        std::string name;
    };
    struct CopyTarget {
        std::string sql;
        std::vector<unsigned int> types;  // of its columns, by oid
    };

    const Prepared& prepared(std::string_view sql);
    void send(const Prepared& statement, const Values& values);
    PostgresResult next_result() { return PostgresResult(PQgetResult(connection_.get())); }
    void stop_statement();
    [[noreturn]] void fail(const PostgresResult& result, std::string_view sql) const;
    std::int64_t finish_pipeline(const Prepared& statement);
    CopyTarget copy_target(std::string_view table, const std::vector<std::string_view>& columns);
    void copy_rows(const CopyTarget& target, const std::function<bool(Values&)>& next);
    std::string quoted(std::string_view name) const;

    PostgresHandle connection_;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> prepared_;
};

// Rows that a statement changed; 0 where it only read.
std::int64_t changed_rows(PGresult* result);

}  // namespace nangluc::db
