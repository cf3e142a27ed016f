#include "kit/db/sqlite_statement.hpp"

#include <sqlite3.h>

#include <stdexcept>

#include "kit/db/sql_text.hpp"
#include "kit/db/sqlite_error.hpp"

namespace nangluc::db {
namespace {

struct Bind {
    sqlite3_stmt* statement;
    int index;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t number) const {
        return sqlite3_bind_int64(statement, index, number);
    }
    int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
    // The values outlive the run, so nothing is copied.
    int operator()(const std::string& text) const {
        return sqlite3_bind_text64(
            statement, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8
        );
    }
    int operator()(const Bytes& bytes) const {
        return sqlite3_bind_blob64(
            statement, index, bytes.data.data(), bytes.data.size(), SQLITE_STATIC
        );
    }
};

std::string bytes_at(sqlite3_stmt* statement, int column) {
    const auto* const data = static_cast<const char*>(sqlite3_column_blob(statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    return size == 0 ? std::string() : std::string(data, size);
}

Value value_at(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, column);
        case SQLITE_TEXT:
            return bytes_at(statement, column);
        case SQLITE_BLOB:
            return Bytes{bytes_at(statement, column)};
        default:
            return {};
    }
}

}  // namespace

// One run: bound values in, reset at the end whatever happens, so that no lock stays behind.
class SqliteStatement::Running {
public:
    Running(SqliteStatement& statement, const Values& values) : statement_(statement) {
        check_values(statement_.text_, values);
        int index = 0;
        for (const auto& value : values) {
            if (std::visit(Bind{compiled(), ++index}, value) != SQLITE_OK) fail();
        }
    }
    ~Running() {
        sqlite3_reset(compiled());
        sqlite3_clear_bindings(compiled());
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    bool step() {
        const int code = sqlite3_step(compiled());
        if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
        return code == SQLITE_ROW;
    }

private:
    sqlite3_stmt* compiled() const { return statement_.compiled_.get(); }
    [[noreturn]] void fail() const {
        throw_sqlite_error(statement_.connection_, statement_.text_.source);
    }

    SqliteStatement& statement_;
};

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql)
    : text_(read_statement(sql)), connection_(connection) {
    sqlite3_stmt* compiled = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(
        connection,
        text_.numbered.c_str(),
        static_cast<int>(text_.numbered.size() + 1),
        SQLITE_PREPARE_PERSISTENT,
        &compiled,
        &rest
    );
    compiled_.reset(compiled);
    if (code != SQLITE_OK) throw_sqlite_error(connection, sql);
    if (!compiled || !without_preamble(rest).empty()) {
        throw std::invalid_argument("not one statement\n" + text_.source);
    }
}

std::shared_ptr<const std::vector<std::string>> SqliteStatement::column_names() {
    std::vector<std::string> names;
    const int count = sqlite3_column_count(compiled_.get());
    names.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) names.emplace_back(sqlite3_column_name(compiled_.get(), i));
    return std::make_shared<const std::vector<std::string>>(std::move(names));
}

void SqliteStatement::query(const Values& values, const std::function<void(Row)>& use) {
    Running running(*this, values);
    if (!running.step()) return;
    const auto names = column_names();
    do {
        std::vector<Value> row;
        row.reserve(names->size());
        for (std::size_t i = 0; i < names->size(); ++i) {
            row.push_back(value_at(compiled_.get(), static_cast<int>(i)));
        }
        use(Row(names, std::move(row)));
    } while (running.step());
}

void SqliteStatement::run(const Values& values) {
    Running running(*this, values);
    while (running.step()) {
    }
}

}  // namespace nangluc::db
