#include <charconv>
#include <stdexcept>

#include "kit/db/postgres_connection.hpp"
#include "kit/db/postgres_error.hpp"
#include "kit/db/postgres_value.hpp"

namespace nangluc::db {
namespace {

constexpr std::size_t chunk_size = 64 * 1024;

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

std::vector<unsigned int> PostgresConnection::column_types(
    std::string_view table, const std::vector<std::string_view>& columns
) {
    std::string names;
    for (const auto column : columns) names += (names.empty() ? "" : ", ") + quoted(column);
    const auto& statement = prepared("SELECT " + names + " FROM " + quoted(table));
    const PostgresResult result(PQdescribePrepared(connection_.get(), statement.name.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result, statement.text.source);
    std::vector<unsigned int> types;
    for (int i = 0; i < PQnfields(result.get()); ++i) types.push_back(PQftype(result.get(), i));
    return types;
}

std::int64_t PostgresConnection::load(
    std::string_view table,
    const std::vector<std::string_view>& columns,
    const std::function<bool(Values&)>& next
) {
    const auto types = column_types(table, columns);
    std::string names;
    for (const auto column : columns) names += (names.empty() ? "" : ", ") + quoted(column);
    const auto copy = "COPY " + quoted(table) + " (" + names + ") FROM STDIN (FORMAT binary)";
    const PostgresResult started(PQexec(connection_.get(), copy.c_str()));
    if (PQresultStatus(started.get()) != PGRES_COPY_IN) fail(started, copy);

    const DrainResults drain(connection_.get());
    std::string chunk(copy_header);
    Values values(columns.size());
    const auto put = [&] {
        const auto size = static_cast<int>(chunk.size());
        if (PQputCopyData(connection_.get(), chunk.data(), size) != 1) fail(nullptr, copy);
        chunk.clear();
    };
    try {
        while (next(values)) {
            append_number(chunk, values.size(), 2);
            for (std::size_t i = 0; i < types.size(); ++i) {
                append_binary(chunk, types[i], values.at(i));
            }
            if (chunk.size() > chunk_size) put();
        }
        chunk += copy_trailer;
        put();
    } catch (...) {
        PQputCopyEnd(connection_.get(), "given up");
        throw;
    }
    if (PQputCopyEnd(connection_.get(), nullptr) != 1) fail(nullptr, copy);
    std::int64_t rows = 0;
    while (auto result = next_result()) {
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result, copy);
        rows += changed_rows(result.get());
    }
    return rows;
}

}  // namespace nangluc::db
