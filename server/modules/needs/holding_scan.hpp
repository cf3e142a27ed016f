#pragma once

#include <functional>

#include "kit/db/db.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::needs {

// The ranks of people are facts of their own, which need not be read where nothing depends on them.
enum class PersonRanks { read, left_out };

// Every holding in force, in no order: for who reads millions and has the units in memory. Only
// what requirements may come from is filled, and whether it is the main one.
void each_holding(
    db::Tx& tx,
    AsOf at,
    PersonRanks ranks,
    const std::function<void(const organisation::Holding&)>& use
);

}  // namespace nangluc::needs
