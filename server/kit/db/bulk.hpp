#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc::db {

// Runs `work`, which loads millions of rows, while these indexes are away, and makes them again
// from the whole: a row that is put into a large index by itself touches a page of its own. Keys
// and unique indexes stay, as do indexes that the rows come in the order of. For an installation
// that serves nobody yet. Where `work` throws, the indexes are made again all the same.
void load_without(
    Db& db, const std::vector<std::string>& indexes, const std::function<void()>& work
);

// Tells the engine how many rows there are now, where it plans by that (PostgreSQL) and would learn
// it only later.
void count_rows_anew(Db& db);

}  // namespace nangluc::db
