#include "kit/sheet/writer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "kit/sheet/serial.hpp"
#include "kit/sheet/tests/books.hpp"

using namespace nangluc;
using namespace nangluc::sheet;
using namespace std::string_literals;

static SheetPlan roster() {
    return {
        .name = "Danh sách",
        .columns =
            {{.title = "Mã", .look = Look::code},
             {.title = "Họ và tên"},
             {.title = "Ngày sinh", .look = Look::date},
             {.title = "Lương", .look = Look::whole},
             {.title = "Đảng viên"}},
    };
}

static Parts parts_of(const std::string& bytes) {
    const Folder folder;
    write_file(folder / "book", bytes);
    return read_zip(folder / "book");
}

static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("what is written to a workbook is read back alike") {
    const auto seen = read_bytes(xlsx_bytes([](Writer& writer) {
        writer.begin_sheet(roster());
        CHECK(writer.add_row({"001"s, "Lò Thị Mây"s, Date{1985, 2, 28}, 12'000'000, true}) == 2);
        CHECK(writer.add_row({"002"s, {}, Date{1900, 1, 1}, 0.25}) == 3);
    }));
    CHECK(
        seen.text() ==
        "1: A:Mã B:Họ và tên C:Ngày sinh D:Lương E:Đảng viên\n"
        "2: A:001 B:Lò Thị Mây C:1985-02-28 D:12000000 E:TRUE\n"
        "3: A:002 C:1900-01-01 D:0.25\n"
    );
    CHECK(seen.rows[1].cells[0].kind == Kind::text);
    CHECK(seen.rows[1].cells[2].date == Date{1985, 2, 28});
    CHECK(seen.rows[1].cells[3].whole == "12000000");
}

TEST_CASE("no text becomes a formula in a workbook") {
    for (const auto& text : {"=1+1"s, "+84"s, "-5"s, "@SUM(A1)"s, "=HYPERLINK(\"http://x\")"s}) {
        const auto bytes = xlsx_bytes([&](Writer& writer) {
            writer.begin_sheet({.name = "S", .columns = {{.title = "T"}}});
            writer.add_row({text});
        });
        CHECK_FALSE(has(parts_of(bytes)["xl/worksheets/sheet1.xml"], "<f>"));
        const auto cell = read_bytes(bytes).rows[1].cells[0];
        CHECK(cell.text == text);
        CHECK(cell.kind == Kind::text);
    }
}

TEST_CASE("texts with line ends, control letters, edges of space and escapes survive") {
    for (const auto& text : {"a\nb"s, "  x  "s, "_x0041_"s, "_x005F_"s, "a\x01z"s, "<&>\"'"s}) {
        CAPTURE(text);
        const auto seen = read_bytes(xlsx_bytes([&](Writer& writer) {
            writer.begin_sheet({.name = "S", .columns = {{.title = "T", .look = Look::wrapped}}});
            writer.add_row({text});
        }));
        REQUIRE(seen.rows.size() == 2);
        CHECK(seen.rows[1].cells[0].text == text);
    }
}

TEST_CASE("a text longer than a cell is cut between letters, and a long number stays whole") {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "đ";
    const auto seen = read_bytes(xlsx_bytes([&](Writer& writer) {
        writer.begin_sheet({.name = "S", .columns = {{.title = "T"}, {.title = "N"}}});
        writer.add_row({text, std::int64_t{1234567890123456789}});
    }));
    REQUIRE(seen.rows.size() == 2);
    CHECK(seen.rows[1].cells[0].text == text.substr(0, 2 * 32'767));
    CHECK(seen.rows[1].cells[1].text == "1234567890123456789");
}

TEST_CASE("a template has drop-down lists of any length, notes and a frozen header") {
    auto plan = roster();
    plan.heading = {"Mẫu nhập danh sách"};
    plan.columns[1].note = "Họ, đệm và tên";
    for (int i = 0; i < 100; ++i)
        plan.columns[4].choices.push_back("Có, loại " + std::to_string(i));
    auto parts = parts_of(xlsx_bytes([&](Writer& writer) {
        writer.begin_sheet(plan);
        writer.add_row({"001"s});
        writer.add_note(1, "một ghi chú");
    }));
    const auto& sheet = parts["xl/worksheets/sheet1.xml"];
    CHECK(has(sheet, "<formula1>'_lists'!$A$1:$A$100</formula1>"));
    CHECK(has(sheet, "sqref=\"E3:E1048576\""));
    CHECK(has(sheet, "<pane ySplit=\"2\""));
    CHECK(has(parts["xl/comments1.xml"], "Họ, đệm và tên"));
    CHECK(has(parts["xl/comments1.xml"], "ref=\"A3\""));
    CHECK(has(parts["xl/workbook.xml"], "name=\"_lists\" sheetId=\"2\" state=\"hidden\""));
}

TEST_CASE("an export prints on A4 landscape with its titles and page numbers on each page") {
    auto plan = roster();
    plan.page_header = "Sở Nội vụ & đơn vị";
    auto parts = parts_of(xlsx_bytes([&](Writer& writer) { writer.begin_sheet(plan); }));
    const auto& sheet = parts["xl/worksheets/sheet1.xml"];
    CHECK(has(sheet, "paperSize=\"9\""));
    CHECK(has(sheet, "orientation=\"landscape\""));
    CHECK(has(sheet, "&amp;LSở Nội vụ &amp;&amp; đơn vị&amp;R&amp;A"));
    CHECK(has(sheet, "&amp;P/&amp;N"));
    CHECK(has(parts["xl/workbook.xml"], "_xlnm.Print_Titles"));
}

TEST_CASE("a workbook names nobody") {
    auto parts = parts_of(xlsx_bytes(
        [](Writer& writer) {
            writer.begin_sheet(roster());
            writer.add_row({"1"s});
            writer.add_note(1, "x");
        },
        {.title = "Báo cáo"}
    ));
    CHECK(has(parts["docProps/core.xml"], "<dc:title>Báo cáo</dc:title>"));
    CHECK(has(parts["docProps/core.xml"], "<dc:creator></dc:creator>"));
    CHECK(has(parts["xl/comments1.xml"], "<author></author>"));
}

TEST_CASE("names of sheets are made acceptable and different") {
    const auto bytes = xlsx_bytes([](Writer& writer) {
        for (const auto& name :
             {"Quý 1/2026"s, "quý 1 2026"s, ""s, "Danh sách cán bộ, công chức xã Mường Ảng"s}) {
            writer.begin_sheet({.name = name, .columns = {{.title = "T"}}});
        }
    });
    const Folder folder;
    write_file(folder / "book", bytes);
    const auto reader = open(folder / "book");
    REQUIRE(reader);
    std::vector<std::string> names;
    for (const auto& sheet : reader.value()->sheets()) names.push_back(sheet.name);
    CHECK(
        names ==
        std::vector<std::string>{
            "Quý 1 2026", "quý 1 2026 (2)", "Sheet", "Danh sách cán bộ, công chức xã"}
    );
}

TEST_CASE("a CSV file guards against formulas, quotes texts and leaves numbers bare") {
    const auto bytes = csv_bytes([](Writer& writer) {
        writer.begin_sheet(roster());
        writer.add_row({"=1+1"s, "a \"b\", c"s, Date{2025, 7, 1}, -5, false});
        writer.add_row({"－1"s, {}, {}, 0.1});
    });
    CHECK(
        bytes ==
        "\xEF\xBB\xBF\"Mã\",\"Họ và tên\",\"Ngày sinh\",\"Lương\",\"Đảng viên\"\r\n"
        "\"'=1+1\",\"a \"\"b\"\", c\",2025-07-01,-5,FALSE\r\n"
        "\"'－1\",,,0.1,\r\n"
    );
}

TEST_CASE("a CSV file for machines is exact and has no mark") {
    const auto bytes = csv_bytes(
        [](Writer& writer) {
            writer.begin_sheet({.name = "", .columns = {{.title = "T"}, {.title = "U"}}});
            writer.add_row({"=1"s, "\t-"s});
        },
        {';', CsvStyle::Mark::without_mark, CsvStyle::Formulas::exact}
    );
    CHECK(bytes == "\"T\";\"U\"\r\n\"=1\";\"\t-\"\r\n");
}

namespace {

// Sheets of random values, the same each time.
class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}
    int below(int most) { return std::uniform_int_distribution<int>(0, most - 1)(random_); }

    std::string text() {
        static const std::vector<std::string> letters = {
            "a",  "Z", "0", "7", " ", "đ",  "ờ",  "課", "\xF0\x9F\x98\x80", "\"", ",", ";",
            "\n", "=", "'", "<", "&", "_x", "\t", "]]>"};
        std::string all = "x";
        for (int i = below(12); i > 0; --i) {
            all += letters[static_cast<std::size_t>(below(static_cast<int>(letters.size())))];
        }
        return all;
    }

    Value value() {
        switch (below(6)) {
            case 0:
                return {};
            case 1:
                return std::int64_t{below(2'000'000'000)} * (below(2) ? 1 : -1000);
            case 2:
                return below(1'000'000) / 64.0;
            case 3:
                return below(2) == 1;
            case 4:
                return add_days({1900, 1, 1}, below(80'000));
            default:
                return text();
        }
    }

private:
    std::mt19937 random_;
};

SeenCell expected(int column, const Value& value) {
    SeenCell cell{.column = column};
    if (const auto* text = std::get_if<std::string>(&value)) cell.text = *text;
    if (const auto* date = std::get_if<Date>(&value)) {
        cell.text = to_text(*date);
        cell.date = *date;
        cell.number = serial_of(*date);
    }
    if (const auto* yes = std::get_if<bool>(&value)) {
        cell.number = *yes ? 1 : 0;
        cell.text = *yes ? "TRUE" : "FALSE";
    }
    if (const auto* number = std::get_if<double>(&value)) cell.number = *number;
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        cell.number = static_cast<double>(*number);
    }
    const Kind kinds[] = {
        Kind::empty, Kind::text, Kind::number, Kind::number, Kind::boolean, Kind::date};
    cell.kind = kinds[value.index()];
    return cell;
}

}  // namespace

TEST_CASE("random sheets are read back as they were written") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        std::vector<std::vector<Value>> rows(static_cast<std::size_t>(chance.below(30)));
        for (auto& row : rows) {
            for (int i = 0; i < 6; ++i) row.push_back(chance.value());
        }
        const auto seen = read_bytes(xlsx_bytes([&](Writer& writer) {
            SheetPlan plan{.name = "S", .columns = std::vector<Column>(6, {.title = "T"})};
            plan.columns.push_back({.title = "D", .look = Look::date});
            writer.begin_sheet(plan);
            for (const auto& row : rows) writer.add_row(row);
        }));
        REQUIRE(seen.refused == "");

        std::vector<SeenCell> wanted;
        std::vector<SeenCell> found;
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i].index() != 0)
                    wanted.push_back(expected(static_cast<int>(i) + 1, row[i]));
            }
        }
        for (std::size_t i = 1; i < seen.rows.size(); ++i) {
            for (auto cell : seen.rows[i].cells) {
                if (cell.kind == Kind::number) cell.text.clear();
                cell.whole.clear();
                found.push_back(cell);
            }
        }
        CHECK(found.size() == wanted.size());
        CHECK(std::equal(found.begin(), found.end(), wanted.begin(), wanted.end()));
    }
}

TEST_CASE("random texts survive a CSV file") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        std::vector<Value> row;
        for (int i = 0; i < 5; ++i) row.emplace_back(chance.text());
        const CsvStyle style{
            ";,\t"[seed % 3], CsvStyle::Mark::with_mark, CsvStyle::Formulas::exact};
        const auto seen = read_bytes(csv_bytes(
            [&](Writer& writer) {
                writer.begin_sheet({.name = "", .columns = std::vector<Column>(5, {.title = "T"})});
                writer.add_row(row);
            },
            style
        ));
        REQUIRE(seen.rows.size() == 2);
        for (std::size_t i = 0; i < row.size(); ++i) {
            CHECK(seen.rows[1].cells[i].text == std::get<std::string>(row[i]));
        }
    }
}
