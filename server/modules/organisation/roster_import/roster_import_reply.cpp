#include "modules/organisation/roster_import/roster_import_reply.hpp"

#include <algorithm>

namespace nangluc::organisation {

static std::vector<std::string> acts_open_on(
    const RosterImport& import, const RosterImportService& imports
) {
    switch (import.status) {
        case ImportStatus::uploaded:
        case ImportStatus::checking:
        case ImportStatus::applying:
            return {"map", "answer", "check"};
        case ImportStatus::checked: {
            std::vector<std::string> acts{"map", "answer", "check"};
            const auto& counts = import.counts;
            const bool has_changes = counts.added + counts.changed > 0;
            const bool is_clean = counts.rejected + counts.question == 0;
            if (has_changes) acts.emplace_back(is_clean ? "apply_all" : "apply_good");
            return acts;
        }
        case ImportStatus::applied:
        case ImportStatus::undoing:
            if (imports.may_still_be_undone(import)) return {"undo"};
            return {};
        case ImportStatus::undone:
            return {};
    }
    return {};
}

RosterImportReply reply_of(
    const RosterImport& import, const RosterImportService& imports, std::size_t answers
) {
    RosterImportReply reply{
        .id = import.id,
        .unit = import.unit,
        .file_name = import.file_name,
        .format = import.format,
        .status = import.status,
        .title_row = import.title_row,
        .titles = import.titles,
        .missing = import.mapping.missing(),
        .date_order = import.mapping.date_order,
        .counts = import.counts,
        .answers = static_cast<int>(answers),
        .job = import.job ? std::optional(import.job) : std::nullopt,
        .applied_rows = import.applied_rows,
        .created_at = import.created_at,
        .checked_at = import.checked_at,
        .applied_at = import.applied_at,
        .undone_at = import.undone_at,
        .actions = acts_open_on(import, imports),
    };
    for (const auto& [column, at] : import.mapping.columns) reply.columns.push_back({column, at});
    for (const auto& title : import.titles) {
        if (std::ranges::find(reply.columns, title.column, &MappedColumn::at) ==
            reply.columns.end()) {
            reply.unknown.push_back(title);
        }
    }
    if (import.applied_at && !import.undone_at) {
        constexpr std::int64_t day = 86'400'000'000;
        const auto until = import.applied_at->microseconds + RosterImportService::undo_days * day;
        reply.undo_until = Instant{until};
    }
    return reply;
}

}  // namespace nangluc::organisation
