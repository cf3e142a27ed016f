#include "kit/sheet/marker.hpp"

#include <algorithm>

#include "kit/sheet/address.hpp"
#include "kit/sheet/formats.hpp"
#include "kit/sheet/reader.hpp"
#include "kit/sheet/row_marks.hpp"

namespace nangluc::sheet {

static const std::string& word_of(MarkKind kind, const MarkWords& words) {
    if (kind == MarkKind::error) return words.error;
    return kind == MarkKind::question ? words.question : words.ok;
}

MarksByRow rows_of(const MarkPlan& plan, std::size_t sheet) {
    MarksByRow rows;
    for (const auto& mark : plan.marks) {
        if (mark.sheet != sheet) continue;
        auto& row = rows[mark.row];
        row.worst = std::max(row.worst, mark.kind);
        if (mark.column > 0) {
            auto& cell = row.cells.try_emplace(mark.column, mark.kind).first->second;
            cell = std::max(cell, mark.kind);
        }
        if (mark.note.empty()) continue;
        if (!row.status.empty()) row.status += "; ";
        if (mark.column > 0) row.status += column_letters(mark.column) + ' ';
        row.status += mark.note;
    }
    for (auto& [number, row] : rows) {
        const auto& word = word_of(row.worst, plan.words);
        row.status = row.status.empty() ? word : word + ": " + row.status;
    }
    auto& titles = rows[plan.title_row];
    titles.is_title = true;
    titles.status = plan.words.status;
    return rows;
}

Result<StatusColumn> find_status_column(
    const std::string& path, std::size_t sheet, const MarkPlan& plan, const Limits& limits
) {
    const auto reader = TRY(open(path, limits));
    StatusColumn found;
    const auto summary = TRY(reader->read(sheet, [&](const Row& row) {
        if (row.number != plan.title_row) return Next::more;
        for (const auto& cell : row.cells) {
            if (cell.text == plan.words.status) found = {cell.column, true};
        }
        return Next::more;
    }));
    if (found.exists) return found;
    found.column = summary.last_column + 1;
    for (const auto& range : summary.merged) {
        if (range.last_row >= plan.title_row && range.last_column < limits.columns) {
            found.column = std::max(found.column, range.last_column + 1);
        }
    }
    if (found.column > limits.columns) return invalid("sheet.not_markable", {{"", "columns"}});
    return found;
}

Result<> mark(
    const std::string& source, const std::string& target, const MarkPlan& plan, const Limits& limits
) {
    const auto content = TRY(recognise(source, limits));
    if (content == Content::csv) return mark_csv(source, target, plan, limits);
    return mark_xlsx(source, target, plan, limits);
}

}  // namespace nangluc::sheet
