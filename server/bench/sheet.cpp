#include <sys/resource.h>

#include <fstream>
#include <stdexcept>

#include "bench/bench.hpp"
#include "kit/sheet/archive.hpp"
#include "kit/sheet/marker.hpp"
#include "kit/sheet/reader.hpp"
#include "kit/sheet/temporary_file.hpp"
#include "kit/sheet/writer.hpp"

namespace nangluc::bench {

namespace {

constexpr int rows = 100'000;
constexpr int columns = 20;
const std::string sheet_part = "xl/worksheets/sheet1.xml";

sheet::Value value_at(int row, int column) {
    switch (column % 4) {
        case 0:
            return "chuyên viên " + std::to_string(row * 7 + column);
        case 1:
            return std::int64_t{row} * column;
        case 2:
            return add_days({1970, 1, 1}, row % 20'000);
        default:
            return std::string("Phòng Nội vụ");
    }
}

void fill(sheet::Writer& writer) {
    sheet::SheetPlan plan{.name = "S", .columns = std::vector<sheet::Column>(columns)};
    for (int i = 0; i < columns; ++i) {
        plan.columns[static_cast<std::size_t>(i)].title = "column " + std::to_string(i);
    }
    writer.begin_sheet(plan);
    std::vector<sheet::Value> values(columns);
    for (int row = 0; row < rows; ++row) {
        for (int i = 0; i < columns; ++i) values[static_cast<std::size_t>(i)] = value_at(row, i);
        writer.add_row(values);
    }
    writer.finish();
}

template <class Value>
Value taken(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().code);
    return std::move(result.value());
}

void read_all(const std::string& path) {
    const auto reader = taken(sheet::open(path));
    std::size_t bytes = 0;
    const auto summary = taken(reader->read(0, [&](const sheet::Row& row) {
        for (const auto& cell : row.cells) bytes += cell.text.size();
        return sheet::Next::more;
    }));
    if (summary.rows != rows + 1) throw std::runtime_error("rows are missing");
    keep(bytes);
}

void inflate(const std::string& path) {
    const auto archive = taken(sheet::Archive::open(path, {}));
    const auto entry = taken(archive->entry(sheet_part));
    std::size_t bytes = 0;
    for (auto piece = taken(entry->next()); !piece.empty(); piece = taken(entry->next())) {
        bytes += piece.size();
    }
    keep(bytes);
}

void mark_every_tenth(const std::string& path) {
    sheet::MarkPlan plan{.marks = {}, .words = {"status", "ok", "question", "error"}};
    for (int row = 2; row <= rows; row += 10) {
        plan.marks.push_back({0, row, 3, sheet::MarkKind::error, "not a date"});
    }
    const sheet::TemporaryFile target;
    if (!sheet::mark(path, target.path(), plan)) throw std::runtime_error("not marked");
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// 100,000 rows of 20 cells. The peak is that of the process until then: run the group alone.
void measure(Report& report) {
    const sheet::TemporaryFile book;
    const sheet::TemporaryFile text;
    const auto written = seconds([&] { fill(*sheet::xlsx_writer(book.path())); });
    report.add({"write_xlsx", rows / written, "rows/s"});
    std::ofstream out(text.path(), std::ios::binary);
    report.add({"write_csv", rows / seconds([&] { fill(*sheet::csv_writer(out)); }), "rows/s"});
    report.add({"write_peak", peak_megabytes(), "MB"});

    const auto compared = compare(
        3, [&] { read_all(book.path()); }, [&] { inflate(book.path()); }
    );
    report.add({"inflate_xlsx", rows / compared.reference, "rows/s"});
    report.add({"read_xlsx", rows / compared.work, "rows/s", "inflate_xlsx", 1 / compared.ratio});
    report.add({"read_csv", rows / median_seconds(3, [&] { read_all(text.path()); }), "rows/s"});
    report.add({"read_peak", peak_megabytes(), "MB"});
    const auto marked = seconds([&] { mark_every_tenth(book.path()); });
    report.add({"mark_xlsx", rows / marked, "rows/s"});
    report.add({"mark_peak", peak_megabytes(), "MB"});
}

const Registration sheets("sheet", measure);

}  // namespace

}  // namespace nangluc::bench
