#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "kit/db/sqlite_statement.hpp"

namespace nangluc::db {

// One connection to the file, used by one thread at a time.
class SqliteConnection {
public:
    enum class Use { writing, reading };

    // Makes the file if it is to be written and absent.
    SqliteConnection(const std::string& path, Use use);

    // BEGIN, COMMIT and their like.
    void command(std::string_view sql) { statement(sql).run({}); }
    // Ends the transaction, if one is open; never throws.
    void roll_back() noexcept;
    bool in_transaction() const;
    bool is_sound() const { return !in_transaction(); }

    // Compiled at the first call. Statements are constants of the program, so that the number kept
    // is bounded by its text.
    SqliteStatement& statement(std::string_view sql);
    std::int64_t execute(std::string_view sql, const Values& values);
    std::int64_t load(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    );

private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };

    void configure(Use use);

    std::unique_ptr<sqlite3, Close> connection_;
    std::unordered_map<std::string, SqliteStatement, TextHash, std::equal_to<>> statements_;
};

}  // namespace nangluc::db
