#include "tests/architecture/tables.hpp"

#include <doctest/doctest.h>

using namespace nangluc::architecture;

static const Table two_modules = {{"organisation", {}}, {"needs", {"organisation"}}};

static std::vector<std::string> found_in(const std::string& path, const std::string& statement) {
    return foreign_tables(
        {{path, "constexpr auto x = R\"sql(" + statement + ")sql\";"}}, two_modules
    );
}

TEST_CASE("a module's SQL names only its own tables and published views") {
    const auto found = foreign_tables(read_sources(), read_table("server/modules/modules.toml"));

    for (const auto& line : found) CHECK_MESSAGE(false, line);
    CHECK(found.empty());
}

TEST_CASE("a statement that reads another module's table is found") {
    const std::string store = "server/modules/needs/gap/gap_store.cpp";

    CHECK(found_in(store, "SELECT id FROM organisation_units").size() == 1);
    CHECK(found_in(store, "SELECT id FROM needs_groups g JOIN organisation_units u").size() == 1);
    CHECK(found_in(store, "SELECT id FROM needs_groups").empty());
    CHECK(found_in(store, "SELECT id FROM organisation_v_units").empty());
}

TEST_CASE("a migration that points at another module's table is found") {
    const Source migration = {
        "server/modules/needs/migrations/0001_groups.sql",
        "CREATE TABLE needs_groups (unit_id {int64} REFERENCES organisation_units (id));",
    };

    CHECK(foreign_tables({migration}, two_modules).size() == 1);
}
