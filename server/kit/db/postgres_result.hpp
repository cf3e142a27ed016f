#pragma once

#include <libpq-fe.h>

#include <memory>

namespace nangluc::db {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using PostgresHandle = std::unique_ptr<PGconn, FinishConnection>;

// Takes at its end what the server still sends, so that the connection can be used again.
class DrainResults {
public:
    explicit DrainResults(PGconn* connection) : connection_(connection) {}
    ~DrainResults() {
        while (const PostgresResult result{PQgetResult(connection_)}) {
        }
    }
    DrainResults(const DrainResults&) = delete;
    DrainResults& operator=(const DrainResults&) = delete;

private:
    PGconn* connection_;
};

}  // namespace nangluc::db
