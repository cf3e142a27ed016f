#include <doctest/doctest.h>

#include <algorithm>

#include "kit/db/schema.hpp"
#include "testing/database.hpp"
#include "tests/architecture/sources.hpp"

namespace nangluc::architecture {
namespace {

struct Located {
    std::string place;  // path:line
    std::string sql;
};

bool is_product(const Source& source) {
    return source.path.starts_with("server/") && source.path.find("/tests/") == std::string::npos;
}

std::vector<Located> statements_of(const Source& source) {
    const std::string begin = "R\"sql(";
    const std::string end = ")sql\"";
    const auto& text = source.text;
    std::vector<Located> found;
    for (auto at = text.find(begin); at != text.npos; at = text.find(begin, at + 1)) {
        const auto from = at + begin.size();
        const auto line = std::count(text.begin(), text.begin() + static_cast<long>(at), '\n') + 1;
        found.push_back({
            .place = source.path + ":" + std::to_string(line),
            .sql = text.substr(from, text.find(end, from) - from),
        });
    }
    return found;
}

std::vector<Located> product_statements() {
    std::vector<Located> all;
    for (const auto& source : read_sources()) {
        if (!is_product(source)) continue;
        for (auto& statement : statements_of(source)) all.push_back(std::move(statement));
    }
    return all;
}

// What the engine has against it; empty if nothing.
std::string refusal_of(db::Db& db, const std::string& sql) {
    try {
        db.transaction([&](db::Tx& tx) { db::prepare(tx, sql); });
    } catch (const std::exception& refusal) {
        return refusal.what();
    }
    return {};
}

}  // namespace

TEST_CASE("every statement of the server fits the migrated schema") {
    const testing::TestDatabase test;
    const auto statements = product_statements();

    REQUIRE_FALSE(statements.empty());
    for (const auto& statement : statements) {
        const auto refusal = refusal_of(test.db(), statement.sql);
        CHECK_MESSAGE(refusal.empty(), statement.place, ": ", refusal);
    }
}

TEST_CASE("a statement that names a column which is not there is found") {
    const testing::TestDatabase test;
    const Source source{
        .path = "server/x.cpp",
        .text = "\n\nauto a = R\"sql(SELECT hole FROM kit_migrations)sql\";"};

    const auto statements = statements_of(source);

    REQUIRE(statements.size() == 1);
    CHECK(statements[0].place == "server/x.cpp:3");
    CHECK_FALSE(refusal_of(test.db(), statements[0].sql).empty());
}

}  // namespace nangluc::architecture
