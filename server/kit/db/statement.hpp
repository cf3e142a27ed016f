#pragma once

#include <string>
#include <string_view>

#include "kit/db/db.hpp"

namespace nangluc::db {

// A statement as it was read once: SQLite takes $1 for a name and numbers it by first appearance,
// so it gets ?1; PostgreSQL gets the source text.
struct Statement {
    std::string source;
    std::string numbered;  // $N outside of literals, quoted names and comments written as ?N
    std::size_t parameters = 0;
};

Statement read_statement(std::string_view sql);

// Refuses (std::invalid_argument, with the statement's text) another number of values than the
// statement has parameters, and what only one of the two engines could store: a text that holds a
// zero byte or is not UTF-8, a number that is not finite.
void check_values(const Statement& statement, const Values& values);

}  // namespace nangluc::db
