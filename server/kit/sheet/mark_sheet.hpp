#pragma once

#include <string>
#include <vector>

#include "kit/sheet/mark_styles.hpp"
#include "kit/sheet/rewrite.hpp"
#include "kit/sheet/row_marks.hpp"

namespace nangluc::sheet {

// Copies the part of one sheet with its marks: colours, the status column, cells and rows that a
// mark names but the file does not, and the link to the drawing of the notes.
class SheetMarker final : public RewritingHandler {
public:
    struct Task {
        const MarksByRow& rows;
        StatusColumn status;
        // The relationship of a drawing of notes, named if the sheet has none; or nothing.
        std::string notes_link;
    };
    SheetMarker(Rewriter& rewriter, const Task& task, MarkStyles& styles)
        : RewritingHandler(rewriter), task_(task), styles_(styles), next_row_(task.rows.begin()) {}

    void start(std::string_view name, const Attributes& attributes) override;
    void end(std::string_view name) override;

    // The relationship of the drawing that the sheet names now; nothing if it names none.
    const std::string& drawing_link() const { return drawing_link_; }

private:
    void start_rows();
    void start_row(const Attributes& attributes);
    void start_cell(const Attributes& attributes);
    void start_column(const Attributes& attributes);
    void end_cell();
    void end_rows();

    void open_row(int number, int style);
    void write_rows_before(int number);
    void write_cells_before(int column);
    void write_mark(int column, MarkKind kind);
    void write_status();
    std::string own_column() const;
    void write_notes_link();

    Task task_;
    MarkStyles& styles_;
    std::string prefix_;
    MarksByRow::const_iterator next_row_;

    int depth_ = 0;
    bool in_rows_ = false;
    bool in_cell_ = false;
    bool drops_cell_ = false;
    bool had_columns_ = false;
    bool column_written_ = false;
    std::string drawing_link_;

    int row_ = 0;
    int row_style_ = 0;
    bool row_closed_ = false;
    const RowMarks* marks_ = nullptr;  // of the row being copied
    std::map<int, MarkKind>::const_iterator next_mark_;
    bool status_written_ = false;
    int column_ = 0;
    int last_style_ = 0;
};

}  // namespace nangluc::sheet
