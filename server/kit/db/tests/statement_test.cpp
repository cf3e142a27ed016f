#include "kit/db/statement.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace nangluc::db {

TEST_CASE("a parameter keeps its number, wherever and however often it stands") {
    const auto statement = read_statement("SELECT a FROM t WHERE b = $2 AND c = $1 OR d = $2");

    CHECK(statement.numbered == "SELECT a FROM t WHERE b = ?2 AND c = ?1 OR d = ?2");
    CHECK(statement.parameters == 2);
}

TEST_CASE("what looks like a parameter in a literal, a quoted name or a comment is none") {
    const auto* const sql = R"(SELECT '$1 it''s $2', "$3" /* $4 */ FROM t$5 -- $6
 WHERE a = $1)";

    const auto statement = read_statement(sql);

    CHECK(statement.numbered == R"(SELECT '$1 it''s $2', "$3" /* $4 */ FROM t$5 -- $6
 WHERE a = ?1)");
    CHECK(statement.parameters == 1);
}

TEST_CASE("a literal that is never closed ends with the statement") {
    CHECK(read_statement("SELECT 'a $1").parameters == 0);
    CHECK(read_statement("SELECT /* $1").parameters == 0);
}

TEST_CASE("a wrong number of values is refused with the statement's text") {
    const auto statement = read_statement("SELECT a FROM t WHERE b = $1");

    CHECK_NOTHROW(check_values(statement, {std::int64_t{1}}));
    CHECK_THROWS_WITH_AS(
        check_values(statement, {}),
        "0 values for 1 parameters\nSELECT a FROM t WHERE b = $1",
        std::invalid_argument
    );
}

TEST_CASE("a value that only one engine could store is refused on both") {
    const auto statement = read_statement("SELECT $1");
    const auto check = [&](Value value) { check_values(statement, {std::move(value)}); };

    CHECK_NOTHROW(check(std::string("Điện Biên")));
    CHECK_THROWS_AS(check(std::string("a\0b", 3)), std::invalid_argument);
    CHECK_THROWS_AS(check(std::string("\xc3")), std::invalid_argument);
    CHECK_THROWS_AS(check(std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
    CHECK_NOTHROW(check(Bytes{std::string("a\0\xc3", 3)}));
}

}  // namespace nangluc::db
