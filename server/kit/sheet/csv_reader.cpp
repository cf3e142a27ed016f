#include <algorithm>
#include <stdexcept>

#include "kit/sheet/csv_parser.hpp"
#include "kit/sheet/formats.hpp"

namespace nangluc::sheet {

namespace {

// A file of texts: one sheet, in which everything that is not empty is a text.
class CsvReader final : public Reader {
public:
    CsvReader(std::string path, const CsvShape& shape, const Limits& limits)
        : path_(std::move(path)), shape_(shape), limits_(limits) {}

    Format format() const override { return Format::csv; }
    const std::vector<SheetInfo>& sheets() const override { return infos_; }

    Result<Summary> read(std::size_t sheet, const std::function<Next(const Row&)>& use) override {
        if (sheet != 0) throw std::out_of_range("sheet::Reader::read");
        Summary summary;
        Row row;
        TRY(parse_csv(path_, shape_, limits_, [&](const CsvRecord& record) {
            fill(row, record);
            if (row.cells.empty()) return Next::more;
            ++summary.rows;
            summary.cells += static_cast<std::int64_t>(row.cells.size());
            summary.last_row = row.number;
            summary.last_column = std::max(summary.last_column, row.cells.back().column);
            return use(row);
        }));
        return summary;
    }

private:
    static void fill(Row& row, const CsvRecord& record) {
        row.number = record.number;
        row.line = record.line;
        row.cells.clear();
        int column = 0;
        for (const auto& field : record.fields) {
            ++column;
            if (field.length == 0) continue;
            row.cells.push_back(
                {.column = column, .kind = Kind::text, .text = record.text_of(field)}
            );
        }
    }

    std::string path_;
    CsvShape shape_;
    Limits limits_;
    std::vector<SheetInfo> infos_{SheetInfo{}};
};

}  // namespace

Result<std::unique_ptr<Reader>> open_csv(const std::string& path, const Limits& limits) {
    const auto shape = TRY(look_at_csv(path, limits));
    return std::unique_ptr<Reader>(new CsvReader(path, shape, limits));
}

}  // namespace nangluc::sheet
