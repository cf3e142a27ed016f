#pragma once

// How imports look in replies. Included by roster_import*_http.cpp only.

#include "modules/organisation/roster_import/roster_import_service.hpp"

namespace nangluc::organisation {

struct MappedColumn {
    RosterColumn column{};
    int at = 0;  // A is 1
};
BOOST_DESCRIBE_STRUCT(MappedColumn, (), (column, at))

struct RosterImportReply {
    RosterImportId id;
    UnitId unit;
    std::string file_name;
    std::string format;
    ImportStatus status{};
    int title_row = 0;
    std::vector<RosterTitle> titles;
    std::vector<MappedColumn> columns;
    std::vector<RosterColumn> missing;  // required, and under no title
    std::vector<RosterTitle> unknown;   // titles under which nothing is read
    DateOrder date_order{};
    ImportCounts counts;
    int answers = 0;
    std::optional<JobId> job;
    std::optional<AppliedRows> applied_rows;
    Instant created_at;
    std::optional<Instant> checked_at;
    std::optional<Instant> applied_at;
    std::optional<Instant> undone_at;
    std::optional<Instant> undo_until;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    RosterImportReply,
    (),
    (id,
     unit,
     file_name,
     format,
     status,
     title_row,
     titles,
     columns,
     missing,
     unknown,
     date_order,
     counts,
     answers,
     job,
     applied_rows,
     created_at,
     checked_at,
     applied_at,
     undone_at,
     undo_until,
     actions)
)

RosterImportReply reply_of(
    const RosterImport& import, const RosterImportService& imports, std::size_t answers
);

}  // namespace nangluc::organisation
