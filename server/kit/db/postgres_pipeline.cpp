#include "kit/db/postgres_connection.hpp"
#include "kit/db/postgres_error.hpp"

namespace nangluc::db {
namespace {

// Between two synchronisations; the answers to so many fit the socket's buffers.
constexpr std::size_t sets_in_flight = 512;

class PipelineMode {
public:
    explicit PipelineMode(PGconn* connection) : connection_(connection) {
        PQenterPipelineMode(connection_);
    }
    ~PipelineMode() { PQexitPipelineMode(connection_); }
    PipelineMode(const PipelineMode&) = delete;
    PipelineMode& operator=(const PipelineMode&) = delete;

private:
    PGconn* connection_;
};

}  // namespace

std::int64_t PostgresConnection::run_each(std::string_view sql, const std::vector<Values>& sets) {
    const auto& statement = prepared(sql);
    for (const auto& values : sets) check_values(statement.text, values);

    const PipelineMode pipeline(connection_.get());
    std::int64_t changed = 0;
    std::size_t in_flight = 0;
    for (const auto& values : sets) {
        send(statement, values);
        if (++in_flight == sets_in_flight) {
            changed += finish_pipeline(statement);
            in_flight = 0;
        }
    }
    if (in_flight > 0) changed += finish_pipeline(statement);
    return changed;
}

// Reads up to the synchronisation also after an error, so that the connection can be used again.
std::int64_t PostgresConnection::finish_pipeline(const Prepared& statement) {
    if (PQpipelineSync(connection_.get()) == 0) fail(nullptr, statement.text.source);
    std::int64_t changed = 0;
    PostgresResult failure;
    while (!is_lost()) {
        auto result = next_result();
        if (!result) continue;  // ends the results of one set
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC) break;
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
            changed += changed_rows(result.get());
        } else if (!failure) {
            failure = std::move(result);
        }
    }
    if (failure || is_lost()) fail(failure, statement.text.source);
    return changed;
}

}  // namespace nangluc::db
