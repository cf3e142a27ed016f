#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <string_view>

#include "kit/db/schema.hpp"
#include "testing/database.hpp"

namespace nangluc::architecture {
namespace {

using Schema = std::map<std::string, std::vector<std::string>>;

// Each table's columns as "name type", with "or NULL" where it may be absent.
Schema schema_on(db::Engine engine) {
    const testing::TestDatabase test(engine);
    return test->read([](db::Tx& tx) {
        Schema schema;
        for (const auto& table : db::tables_of(tx)) {
            for (const auto& column : db::columns_of(tx, table)) {
                const auto* const absence = column.nullable ? " or NULL" : "";
                schema[table].push_back(column.name + " " + column.type + absence);
            }
        }
        return schema;
    });
}

// A developer may be without a server, a build machine may not: there the comparison is made, and
// fails if no server is named.
bool can_compare() {
    const auto is_set = [](const char* name, std::string_view value) {
        const char* const text = std::getenv(name);
        return text != nullptr && (value.empty() ? *text != '\0' : text == value);
    };
    return is_set("NANGLUC_TEST_POSTGRES", "") || is_set("CI", "true");
}

}  // namespace

TEST_CASE("both engines have the same tables with the same columns") {
    if (!can_compare()) return;
    const auto sqlite = schema_on(db::Engine::sqlite);
    const auto postgres = schema_on(db::Engine::postgres);

    for (const auto& table : sqlite) {
        CAPTURE(table.first);
        REQUIRE(postgres.contains(table.first));
        CHECK(postgres.at(table.first) == table.second);
    }
    CHECK(sqlite.size() == postgres.size());
}

TEST_CASE("every column has one of the four types that both engines store alike") {
    for (const auto& table : schema_on(testing::test_engine())) {
        for (const auto& column : table.second) {
            CAPTURE(table.first);
            CAPTURE(column);
            const auto type = column.substr(column.find(' ') + 1);
            const auto is = [&](std::string_view name) { return type.starts_with(name); };
            CHECK((is("int64") || is("text") || is("bytes") || is("real")));
        }
    }
}

}  // namespace nangluc::architecture
