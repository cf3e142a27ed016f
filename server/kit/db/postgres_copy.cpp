#include <charconv>
#include <stdexcept>

#include "kit/db/postgres_connection.hpp"
#include "kit/db/postgres_error.hpp"
#include "kit/db/postgres_value.hpp"

namespace nangluc::db {
namespace {

constexpr std::size_t chunk_size = 65'536;

// Signature, flags, length of the extension; see COPY in the PostgreSQL manual.
constexpr std::string_view copy_header{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
constexpr std::string_view copy_trailer{"\377\377", 2};

}  // namespace

std::string PostgresConnection::quoted(std::string_view name) const {
    char* const text = PQescapeIdentifier(connection_.get(), name.data(), name.size());
    if (text == nullptr) throw std::invalid_argument("not a name: " + std::string(name));
    std::string result = text;
    PQfreemem(text);
    return result;
}

PostgresConnection::CopyTarget PostgresConnection::copy_target(
    std::string_view table, const std::vector<std::string_view>& columns
) {
    std::string names;
    for (const auto column : columns) names += (names.empty() ? "" : ", ") + quoted(column);
    const auto& described = prepared("SELECT " + names + " FROM " + quoted(table));
    const PostgresResult result(PQdescribePrepared(connection_.get(), described.name.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result, described.text.source);

    CopyTarget target{
        .sql = "COPY " + quoted(table) + " (" + names + ") FROM STDIN (FORMAT binary)",
        .types = {}};
    target.types.reserve(columns.size());
    for (int i = 0; i < PQnfields(result.get()); ++i) {
        target.types.push_back(PQftype(result.get(), i));
    }
    return target;
}

void PostgresConnection::copy_rows(
    const CopyTarget& target, const std::function<bool(Values&)>& next
) {
    std::string chunk(copy_header);
    const auto put = [&] {
        const auto size = static_cast<int>(chunk.size());
        if (PQputCopyData(connection_.get(), chunk.data(), size) != 1) fail(nullptr, target.sql);
        chunk.clear();
    };
    Values values(target.types.size());
    while (next(values)) {
        append_number(chunk, values.size(), 2);
        for (std::size_t i = 0; i < target.types.size(); ++i) {
            append_binary(chunk, target.types[i], values.at(i));
        }
        if (chunk.size() > chunk_size) put();
    }
    chunk += copy_trailer;
    put();
}

std::int64_t PostgresConnection::load(
    std::string_view table,
    const std::vector<std::string_view>& columns,
    const std::function<bool(Values&)>& next
) {
    const auto target = copy_target(table, columns);
    const PostgresResult started(PQexec(connection_.get(), target.sql.c_str()));
    if (PQresultStatus(started.get()) != PGRES_COPY_IN) fail(started, target.sql);

    const DrainResults drain(connection_.get());
    try {
        copy_rows(target, next);
    } catch (...) {
        PQputCopyEnd(connection_.get(), "given up");
        throw;
    }
    if (PQputCopyEnd(connection_.get(), nullptr) != 1) fail(nullptr, target.sql);
    std::int64_t rows = 0;
    while (auto result = next_result()) {
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result, target.sql);
        rows += changed_rows(result.get());
    }
    return rows;
}

}  // namespace nangluc::db
