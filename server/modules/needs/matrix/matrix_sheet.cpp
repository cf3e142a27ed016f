#include "modules/needs/matrix/matrix_sheet.hpp"

#include "kit/sheet/writer.hpp"

namespace nangluc::needs {

namespace {

using sheet::Column;
using sheet::Look;
using sheet::Value;
using sheet::Writer;

// An export leaves the house: its few words are written here, in its two languages.
struct Titles {
    const char* file;
    const char* with_gap;
    const char* unknown;
    const char* unit;
    const char* people;
    const char* total;
    const char* as_of;
};
constexpr Titles vietnamese = {
    "Nhu cầu",
    "Số người chưa đạt",
    "Số người chưa đánh giá",
    "Đơn vị",
    "Số người",
    "Tổng",
    "Tính đến",
};
constexpr Titles english = {
    "Needs",
    "People with a gap",
    "People not assessed",
    "Unit",
    "People",
    "Total",
    "As of",
};

const Titles& titles_in(std::string_view language) {
    return language == "en" ? english : vietnamese;
}

std::vector<Value> row_of(const std::string& name, const MatrixRow& row, int Cell::*figure) {
    std::vector<Value> values = {name, std::int64_t{row.people}};
    for (const auto& cell : row.cells) values.emplace_back(std::int64_t{cell.*figure});
    return values;
}

void fill_sheet(
    Writer& writer,
    const MatrixPage& page,
    const Titles& titles,
    const char* name,
    int Cell::*figure
) {
    std::vector<Column> columns = {
        {.title = titles.unit, .width = 30},
        {.title = titles.people, .look = Look::whole, .width = 10},
    };
    for (const auto column : page.matrix.columns) {
        columns.push_back({.title = page.names.at(column).name, .look = Look::whole, .width = 14});
    }
    writer.begin_sheet({
        .name = name,
        .heading = {page.unit.full_name, std::string(titles.as_of) + " " + to_text(page.on)},
        .columns = std::move(columns),
        .frozen_columns = 1,
        .page_header = page.unit.full_name,
    });
    for (std::size_t i = 0; i < page.matrix.rows.size(); ++i) {
        writer.add_row(row_of(page.units[i].full_name, page.matrix.rows[i], figure));
    }
    writer.add_row(row_of(titles.total, page.matrix.total, figure), sheet::Weight::total);
}

std::string file_name(const MatrixPage& page, const Titles& titles, std::string_view ending) {
    return std::string(titles.file) + " " + page.unit.name + " " + to_text(page.on) +
           std::string(ending);
}

}  // namespace

http::Download xlsx_of(const MatrixPage& page, std::string_view language) {
    const auto& titles = titles_in(language);
    return {
        .bytes = sheet::xlsx_bytes([&](Writer& writer) {
            fill_sheet(writer, page, titles, titles.with_gap, &Cell::with_gap);
            fill_sheet(writer, page, titles, titles.unknown, &Cell::unknown);
        }),
        .content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .file_name = file_name(page, titles, ".xlsx"),
    };
}

http::Download csv_of(const MatrixPage& page, std::string_view language) {
    const auto& titles = titles_in(language);
    return {
        .bytes = sheet::csv_bytes([&](Writer& writer) {
            fill_sheet(writer, page, titles, titles.with_gap, &Cell::with_gap);
        }),
        .content_type = "text/csv; charset=utf-8",
        .file_name = file_name(page, titles, ".csv"),
    };
}

}  // namespace nangluc::needs
