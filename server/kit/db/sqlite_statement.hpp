#pragma once

#include <memory>

#include "kit/db/statement.hpp"
#include "kit/db/text_hash.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace nangluc::db {

// A statement compiled on one connection, run as often as needed, not inside itself.
class SqliteStatement {
public:
    SqliteStatement(sqlite3* connection, std::string_view sql);

    void query(const Values& values, const std::function<void(Row)>& use);
    // Steps to the end and drops the rows.
    void run(const Values& values);

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    class Running;

    std::shared_ptr<const std::vector<std::string>> column_names();

    Statement text_;
    sqlite3* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> compiled_;
};

}  // namespace nangluc::db
