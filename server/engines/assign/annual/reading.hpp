#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

#include "engines/assign/annual/files.hpp"
#include "engines/assign/annual/table.hpp"

namespace nangluc::annual {

// The files while they are read: what is understood so far, which ids there are, what is wrong.
struct Reading {
    using Ids = std::map<std::int64_t, int>;

    explicit Reading(const Files& the_files) : files(the_files) {}

    Table table(const std::string& name, std::vector<std::string> columns);
    // Nothing where there is no such file, which then limits nothing.
    std::optional<Table> further_table(const std::string& name, std::vector<std::string> columns);

    // The id in the first column of a row, which no row before may have.
    static std::int64_t new_id(const Table& rows, std::size_t row, Ids& ids);
    static int known(const Table& rows, std::size_t row, std::size_t column, const Ids& ids);
    // Nothing where no file knows the id, which then is a fault.
    static std::optional<int> find(
        const Table& rows, std::size_t row, std::size_t column, const Ids& ids
    );
    // A number of 0 or more; `places` grows with it.
    static Decimal not_negative(
        const Table& rows, std::size_t row, std::size_t column, int& places
    );

    const Files& files;
    std::vector<Fault> faults = {};
    Instance instance = {};
    Ids offices = {};
    Ids persons = {};
    Ids programmes = {};
    Ids sessions = {};
    Ids venues = {};
};

// The files that may be there beside the eight, read after them: what limits people, what is
// settled and what stands; and what there is to hold sessions with, and for whom.
void read_further(Reading& reading);
void read_supply(Reading& reading);

}  // namespace nangluc::annual
