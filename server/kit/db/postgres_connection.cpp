#include "kit/db/postgres_connection.hpp"

#include <array>
#include <charconv>

#include "kit/db/postgres_error.hpp"
#include "kit/db/postgres_value.hpp"

namespace nangluc::db {
namespace {

using Names = std::shared_ptr<const std::vector<std::string>>;

Names names_of(const PGresult* result) {
    std::vector<std::string> names;
    const int count = PQnfields(result);
    names.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column) names.emplace_back(PQfname(result, column));
    return std::make_shared<const std::vector<std::string>>(std::move(names));
}

Row row_of(const PGresult* result, const Names& names) {
    std::vector<Value> values;
    const int count = PQnfields(result);
    values.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column) {
        if (PQgetisnull(result, 0, column) == 1) {
            values.emplace_back();
            continue;
        }
        values.push_back(decode(
            PQftype(result, column), PQgetvalue(result, 0, column), PQgetlength(result, 0, column)
        ));
    }
    return {names, std::move(values)};
}

bool is_done(const PostgresResult& result) {
    const auto status = PQresultStatus(result.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

// Notices ("relation already exists, skipping") are for people at a prompt.
void ignore(void*, const PGresult*) {}

}  // namespace

// What stands after the address wins over it, so only what the driver relies on does. JIT costs
// short statements more than it gives long ones.
PostgresConnection::PostgresConnection(const std::string& address) {
    constexpr const char* end = nullptr;
    const std::array keywords{
        "fallback_application_name", "connect_timeout", "dbname", "client_encoding", end};
    const std::array values{"nangluc", "10", address.c_str(), "UTF8", end};
    connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (is_lost()) throw DbError(DbError::Kind::lost, "", PQerrorMessage(connection_.get()));
    PQsetNoticeReceiver(connection_.get(), ignore, nullptr);
    command("SET jit = off; SET bytea_output = 'hex'");
}

bool PostgresConnection::is_sound() const {
    return !is_lost() && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE &&
           PQpipelineStatus(connection_.get()) == PQ_PIPELINE_OFF;
}

void PostgresConnection::fail(const PostgresResult& result, std::string_view sql) const {
    throw_postgres_error(connection_.get(), result.get(), sql);
}

void PostgresConnection::command(const std::string& sql) {
    const PostgresResult result(PQexec(connection_.get(), sql.c_str()));
    if (!is_done(result)) fail(result, sql);
}

// The server answers COMMIT of a failed transaction with ROLLBACK, without an error.
void PostgresConnection::commit() {
    const PostgresResult result(PQexec(connection_.get(), "COMMIT"));
    if (!is_done(result)) fail(result, "COMMIT");
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
        throw DbError(DbError::Kind::other, "", "the transaction was rolled back");
    }
}

void PostgresConnection::roll_back() noexcept {
    if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
    PQclear(PQexec(connection_.get(), "ROLLBACK"));
}

const PostgresConnection::Prepared& PostgresConnection::prepared(std::string_view sql) {
    const auto known = prepared_.find(sql);
    if (known != prepared_.end()) return known->second;

    Prepared statement{read_statement(sql), "s" + std::to_string(prepared_.size())};
    const PostgresResult result(PQprepare(
        connection_.get(), statement.name.c_str(), statement.text.source.c_str(), 0, nullptr
    ));
    if (!is_done(result)) fail(result, sql);
    return prepared_.emplace(sql, std::move(statement)).first->second;
}

void PostgresConnection::send(const Prepared& statement, const Values& values) {
    const PostgresParameters parameters(values);
    const int sent = PQsendQueryPrepared(
        connection_.get(),
        statement.name.c_str(),
        parameters.count(),
        parameters.texts(),
        parameters.lengths(),
        parameters.formats(),
        0
    );
    if (sent == 0) fail(nullptr, statement.text.source);
}

// Row by row as they arrive, whatever their number: the result is never whole in memory here.
void PostgresConnection::query(
    std::string_view sql, const Values& values, const std::function<void(Row)>& use
) {
    const auto& statement = prepared(sql);
    check_values(statement.text, values);
    send(statement, values);
    const DrainResults drain(connection_.get());
    PQsetSingleRowMode(connection_.get());
    Names names;
    while (auto result = next_result()) {
        if (PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) {
            if (!names) names = names_of(result.get());
            try {
                use(row_of(result.get(), names));
            } catch (...) {
                stop_statement();
                throw;
            }
        } else if (!is_done(result)) {
            fail(result, sql);
        }
    }
}

void PostgresConnection::stop_statement() {
    std::array<char, 256> reason{};
    auto* const request = PQgetCancel(connection_.get());
    PQcancel(request, reason.data(), static_cast<int>(reason.size()));
    PQfreeCancel(request);
}

std::int64_t PostgresConnection::execute(std::string_view sql, const Values& values) {
    const auto& statement = prepared(sql);
    check_values(statement.text, values);
    send(statement, values);
    const DrainResults drain(connection_.get());
    std::int64_t changed = 0;
    while (auto result = next_result()) {
        if (!is_done(result)) fail(result, sql);
        changed += changed_rows(result.get());
    }
    return changed;
}

std::int64_t changed_rows(PGresult* result) {
    const std::string_view status = PQcmdStatus(result);
    const std::string_view count = PQcmdTuples(result);
    std::int64_t rows = 0;
    if (!status.starts_with("SELECT")) {
        std::from_chars(count.data(), count.data() + count.size(), rows);
    }
    return rows;
}

}  // namespace nangluc::db
