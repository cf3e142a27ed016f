#include "kit/sheet/mark_sheet.hpp"

#include <algorithm>
#include <array>
#include <climits>

#include "kit/sheet/address.hpp"

namespace nangluc::sheet {

namespace {

// The elements that the schema puts behind <legacyDrawing>.
constexpr std::array<std::string_view, 8> behind_notes = {
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst"};

}  // namespace

void SheetMarker::start(std::string_view name, const Attributes& attributes) {
    ++depth_;
    if (in_cell_) return;
    if (in_rows_) {
        if (name == "row") start_row(attributes);
        if (name == "c") start_cell(attributes);
        return;
    }
    if (name == "worksheet") prefix_ = prefix_of(raw());
    // It is a summary only, and would be wrong.
    if (name == "dimension") out().start_skipping(place().from);
    if (name == "cols") had_columns_ = true;
    if (name == "col") start_column(attributes);
    if (name == "sheetData") start_rows();
    if (depth_ == 2 && name == "legacyDrawing") drawing_link_ = attributes.get("r:id");
    const bool behind =
        std::find(behind_notes.begin(), behind_notes.end(), name) != behind_notes.end();
    if (behind) write_notes_link();
}

void SheetMarker::end(std::string_view name) {
    --depth_;
    if (in_cell_) {
        if (name == "c") end_cell();
        return;
    }
    if (name == "dimension") out().stop_skipping(place().until);
    if (name == "cols" && !column_written_) {
        out().copy_until(place().from);
        out().write(own_column());
        column_written_ = true;
    }
    if (name == "row" && in_rows_ && !row_closed_) {
        out().copy_until(place().from);
        write_cells_before(INT_MAX);
    }
    if (name == "sheetData" && in_rows_) end_rows();
    if (name == "worksheet") write_notes_link();
}

std::string SheetMarker::own_column() const {
    const auto number = std::to_string(task_.status.column);
    return '<' + prefix_ + "col min=\"" + number + "\" max=\"" + number +
           "\" width=\"60\" customWidth=\"1\"/>";
}

// Columns stand in order and may not overlap. Where the file has the column, it stays as it is.
void SheetMarker::start_column(const Attributes& attributes) {
    const auto first = attributes.number("min").value_or(0);
    const auto last = attributes.number("max").value_or(0);
    if (column_written_ || last < task_.status.column) return;
    column_written_ = true;
    if (first <= task_.status.column) return;
    out().copy_until(place().from);
    out().write(own_column());
}

void SheetMarker::start_rows() {
    in_rows_ = true;
    out().copy_until(place().from);
    if (!had_columns_) {
        out().write('<' + prefix_ + "cols>" + own_column() + "</" + prefix_ + "cols>");
    }
    if (!is_self_closing()) return;
    out().write('<' + prefix_ + "sheetData>");
    out().skip_until(place().until);
    write_rows_before(INT_MAX);
    out().write("</" + prefix_ + "sheetData>");
}

void SheetMarker::end_rows() {
    in_rows_ = false;
    out().copy_until(place().from);
    write_rows_before(INT_MAX);
}

void SheetMarker::start_row(const Attributes& attributes) {
    const auto number = attributes.number("r").value_or(row_ + 1);
    out().copy_until(place().from);
    write_rows_before(static_cast<int>(number));
    open_row(
        static_cast<int>(number),
        attributes.is_true("customFormat") ? static_cast<int>(attributes.number("s").value_or(0))
                                           : 0
    );

    // The spans say which columns are used, which may no longer be true.
    auto tag = with_attribute(raw(), "spans", std::nullopt);
    row_closed_ = tag.ends_with("/>");
    if (row_closed_) tag.replace(tag.size() - 2, 2, ">");
    out().write(tag);
    out().skip_until(place().until);
    if (!row_closed_) return;
    write_cells_before(INT_MAX);
    out().write("</" + prefix_ + "row>");
}

void SheetMarker::open_row(int number, int style) {
    row_ = number;
    row_style_ = style;
    last_style_ = style;
    column_ = 0;
    marks_ = nullptr;
    status_written_ = false;
    if (next_row_ == task_.rows.end() || next_row_->first != number) return;
    marks_ = &next_row_->second;
    next_mark_ = marks_->cells.begin();
    ++next_row_;
}

void SheetMarker::write_rows_before(int number) {
    while (next_row_ != task_.rows.end() && next_row_->first < number) {
        open_row(next_row_->first, 0);
        out().write('<' + prefix_ + "row r=\"" + std::to_string(row_) + "\">");
        write_cells_before(INT_MAX);
        out().write("</" + prefix_ + "row>");
    }
}

void SheetMarker::start_cell(const Attributes& attributes) {
    const auto address = parse_address(attributes.get("r"));
    column_ = address ? address->column : column_ + 1;
    in_cell_ = true;
    out().copy_until(place().from);
    write_cells_before(column_);

    if (column_ == task_.status.column) {
        write_cells_before(column_ + 1);
        drops_cell_ = true;
        out().start_skipping(place().from);
        return;
    }
    const auto style = static_cast<int>(attributes.number("s").value_or(0));
    last_style_ = style;
    const bool is_marked =
        marks_ && next_mark_ != marks_->cells.end() && next_mark_->first == column_;
    if (!is_marked && !styles_.is_marked(style)) return;
    const int changed =
        is_marked ? styles_.coloured(style, next_mark_->second) : styles_.plain(style);
    out().write(with_attribute(raw(), "s", std::to_string(changed)));
    out().skip_until(place().until);
    if (is_marked) ++next_mark_;
}

void SheetMarker::end_cell() {
    in_cell_ = false;
    if (drops_cell_) out().stop_skipping(place().until);
    drops_cell_ = false;
}

// What the row still owes in columns before this one: marks on cells that are not there, and the
// status.
void SheetMarker::write_cells_before(int column) {
    if (!marks_) return;
    for (; next_mark_ != marks_->cells.end() && next_mark_->first < column; ++next_mark_) {
        if (next_mark_->first > task_.status.column) write_status();
        if (next_mark_->first != task_.status.column) {
            write_mark(next_mark_->first, next_mark_->second);
        }
    }
    if (task_.status.column < column) write_status();
}

void SheetMarker::write_mark(int column, MarkKind kind) {
    out().write(
        '<' + prefix_ + "c r=\"" + address_text(row_, column) + "\" s=\"" +
        std::to_string(styles_.coloured(row_style_, kind)) + "\"/>"
    );
}

void SheetMarker::write_status() {
    if (status_written_ || !marks_) return;
    status_written_ = true;
    // The title looks like its neighbour.
    const int style =
        marks_->is_title ? styles_.plain(last_style_) : styles_.coloured(0, marks_->worst);
    const auto& p = prefix_;
    out().write(
        '<' + p + "c r=\"" + address_text(row_, task_.status.column) + "\" s=\"" +
        std::to_string(style) + "\" t=\"inlineStr\"><" + p + "is><" + p +
        "t xml:space=\"preserve\">" + escape_xml(encode_escapes(marks_->status)) + "</" + p +
        "t></" + p + "is></" + p + "c>"
    );
}

void SheetMarker::write_notes_link() {
    if (!drawing_link_.empty() || task_.notes_link.empty()) return;
    drawing_link_ = task_.notes_link;
    out().copy_until(place().from);
    out().write(
        '<' + prefix_ +
        "legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships\" r:id=\"" +
        task_.notes_link + "\"/>"
    );
}

}  // namespace nangluc::sheet
