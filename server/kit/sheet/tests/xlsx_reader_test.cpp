#include <doctest/doctest.h>

#include "kit/sheet/tests/books.hpp"

using namespace nangluc;
using namespace nangluc::sheet;

static void replace(std::string& text, const std::string& old, const std::string& by) {
    const auto at = text.find(old);
    REQUIRE(at != std::string::npos);
    text.replace(at, old.size(), by);
}

TEST_CASE("cells are found by their addresses, and rows keep their numbers across gaps") {
    const auto seen = read_parts(
        book_of(R"(<row r="2"><c r="C2"><v>5</v></c><c r="AB2"><v>6</v></c></row>)"
                R"(<row r="3"><c r="A3" s="1"/></row><row r="7"><c r="A7"><v>7</v></c></row>)")
    );
    CHECK(seen.text() == "2: C:5 AB:6\n7: A:7\n");
    CHECK(seen.summary.rows == 2);
    CHECK(seen.summary.last_row == 7);
    CHECK(seen.summary.last_column == 28);
}

TEST_CASE("cells and rows without an address follow the one before") {
    const auto seen = read_parts(book_of(
        R"(<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>)"
    ));
    CHECK(seen.text() == "1: A:1 D:2 E:3\n2: A:4\n");
}

TEST_CASE("a text keeps its leading zeros and an ambiguous date stays the text it is") {
    const auto seen =
        read_parts(book_of(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>001</t></is></c>)"
                           R"(<c r="B1" t="inlineStr"><is><t>03/04/2026</t></is></c></row>)"));
    CHECK(seen.text() == "1: A:001 B:03/04/2026\n");
    CHECK(seen.rows[0].cells[0].kind == Kind::text);
    CHECK(seen.rows[0].cells[1].kind == Kind::text);
}

TEST_CASE("a number is given exactly as it is stored, and as a value") {
    const auto cell =
        read_parts(book_of(R"(<row r="1"><c r="A1"><v>1.2345678901200001E9</v></c></row>)"))
            .first();
    CHECK(cell.kind == Kind::number);
    CHECK(cell.text == "1.2345678901200001E9");
    CHECK(cell.number == doctest::Approx(1234567890.12));
    CHECK(cell.whole.empty());
}

TEST_CASE("a number shown by a format of zeros is given with the zeros that are shown") {
    const auto seen = read_parts(book_of(
        R"(<row r="1"><c r="A1" s="2"><v>12345</v></c><c r="B1"><v>1.2345E4</v></c></row>)",
        {"000000000"}
    ));
    CHECK(seen.rows[0].cells[0].whole == "000012345");
    CHECK(seen.rows[0].cells[1].whole == "12345");
}

TEST_CASE("a serial is a date where a built-in or a custom format shows a date") {
    const std::string row =
        R"(<row r="1"><c r="A1" s="1"><v>45839</v></c><c r="B1" s="2"><v>45839</v></c>)"
        R"(<c r="C1" s="3"><v>45839.354166666664</v></c><c r="D1" s="4"><v>45839</v></c></row>)";
    const auto seen = read_parts(book_of(
        row, {"[$-42A]dd\\/mm\\/yyyy;@", "YYYY-MM-DD hh:mm", "&quot;ng\xC3\xA0y &quot;d m yy"}
    ));
    CHECK(seen.text() == "1: A:2025-07-01 B:2025-07-01 C:2025-07-01T08:30:00 D:2025-07-01\n");
    for (const auto& cell : seen.rows[0].cells) CHECK(cell.kind == Kind::date);
    CHECK(seen.rows[0].cells[2].date == Date{2025, 7, 1});
    CHECK(seen.rows[0].cells[2].second == 8 * 3600 + 30 * 60);
}

TEST_CASE("a format with date letters in quotes, of money, of times or of scale makes no date") {
    for (const std::string format :
         {"0.00&quot; days&quot;",
          "[$VND] #,##0",
          "0.00E+00",
          "General",
          "[Red]0",
          "h:mm AM/PM",
          "[h]:mm:ss",
          "#,##0\\d",
          "mm:ss.0"}) {
        CAPTURE(format);
        const auto cell =
            read_parts(book_of(R"(<row r="1"><c r="A1" s="2"><v>45839</v></c></row>)", {format}))
                .first();
        CHECK(cell.kind == Kind::number);
    }
}

TEST_CASE("the 29 February 1900 that never was is no date, and the days around it are right") {
    const auto seen = read_parts(book_of(
        R"(<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c>)"
        R"(<c r="C1" s="1"><v>60</v></c><c r="D1" s="1"><v>61</v></c><c r="E1" s="1"><v>-5</v></c></row>)"
    ));
    CHECK(seen.text() == "1: A:1900-01-01 B:1900-02-28 C:60 D:1900-03-01 E:-5\n");
    CHECK(seen.rows[0].cells[2].kind == Kind::number);
}

TEST_CASE("a workbook that counts from 1904 has other dates for the same serials") {
    auto parts = book_of(R"(<row r="1"><c r="A1" s="1"><v>44377</v></c></row>)");
    replace(parts["xl/workbook.xml"], "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    CHECK(read_parts(parts).first().date == Date{2025, 7, 1});
}

TEST_CASE("an ISO date cell of the strict format is a date") {
    const auto seen =
        read_parts(book_of(R"(<row r="1"><c r="A1" t="d"><v>2025-07-01</v></c>)"
                           R"(<c r="B1" t="d"><v>1965-03-01T08:30:00.000</v></c></row>)"));
    CHECK(seen.text() == "1: A:2025-07-01 B:1965-03-01T08:30:00\n");
    CHECK(seen.rows[0].cells[0].number == 45839);
}

TEST_CASE("booleans, errors and results of formulas are told apart") {
    const auto seen = read_parts(book_of(
        R"(<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c>)"
        R"(<c r="C1" t="str"><f>A1&amp;"x"</f><v>TRUEx</v></c><c r="D1"><f>1+1</f><v>2</v></c>)"
        R"(<c r="E1"><f>NOW()</f></c></row>)"
    ));
    CHECK(seen.text() == "1: A:TRUE B:#N/A C:TRUEx D:2 E:\n");
    const auto& cells = seen.rows[0].cells;
    CHECK(cells[0].kind == Kind::boolean);
    CHECK(cells[1].kind == Kind::error);
    CHECK((cells[2].kind == Kind::text && cells[2].from_formula));
    CHECK((cells[3].kind == Kind::number && cells[3].from_formula));
    CHECK((cells[4].kind == Kind::empty && cells[4].from_formula));
}

TEST_CASE("shared strings join their runs, leave phonetic aids out and keep preserved spaces") {
    const auto seen = read_parts(book_with_strings(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>)"
        R"(<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>)",
        {"<r><t>Mường </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> Ảng</t></r>",
         "<t>課長</t><rPh sb=\"0\" eb=\"2\"><t>カチョウ</t></rPh>",
         "<t xml:space=\"preserve\">  x </t>",
         "<t>\n  y\n</t>",
         "<t>a_x000A_b_x005F_x0041_</t>"}
    ));
    REQUIRE(seen.rows.size() == 1);
    CHECK(seen.rows[0].cells[0].text == "Mường Ảng");
    CHECK(seen.rows[0].cells[1].text == "課長");
    CHECK(seen.rows[0].cells[2].text == "  x ");
    CHECK(seen.rows[0].cells[3].text == "y");
    CHECK(seen.rows[0].cells[4].text == "a\nb_x0041_");
}

TEST_CASE("hidden sheets and rows and merged cells are reported") {
    auto parts = book_of(R"(<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>)");
    replace(parts["xl/workbook.xml"], "sheetId=\"1\"", "sheetId=\"1\" state=\"veryHidden\"");
    replace(
        parts["xl/worksheets/sheet1.xml"],
        "</sheetData>",
        "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells>"
    );
    const Folder folder;
    write_zip(folder / "book", parts);
    const auto reader = open(folder / "book");
    REQUIRE(reader);
    REQUIRE(reader.value()->sheets().size() == 1);
    CHECK(reader.value()->sheets()[0].name == "Sheet1");
    CHECK(reader.value()->sheets()[0].visibility == Visibility::very_hidden);
    const auto seen = read_file_seen(folder / "book");
    CHECK(seen.rows[0].hidden);
    CHECK(seen.summary.merged == std::vector<Range>{{1, 1, 2, 3}});
}

TEST_CASE("a strict workbook with prefixes, absolute targets and other letter cases is read") {
    auto parts = book_of("");
    parts.erase("xl/worksheets/sheet1.xml");
    parts["xl/Worksheets/Sheet1.xml"] =
        R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>)"
        R"(<x:row r="1"><x:c r="A1"><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
    replace(
        parts["xl/_rels/workbook.xml.rels"], "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"
    );
    auto& book = parts["xl/workbook.xml"];
    replace(
        book,
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    );
    replace(
        book,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    );
    CHECK(read_parts(parts).text() == "1: A:9\n");
}

TEST_CASE("elements of other namespaces are not taken for cells") {
    const auto seen = read_parts(book_of(
        R"(<row r="1"><c r="A1"><v>1</v></c><y:c xmlns:y="urn:y" r="B1"><y:v>2</y:v></y:c></row>)"
    ));
    CHECK(seen.text() == "1: A:1\n");
}

TEST_CASE("reading stops where the caller says so, and may begin again") {
    const Folder folder;
    write_zip(folder / "book", book_of(R"(<row><c><v>1</v></c></row><row><c><v>2</v></c></row>)"));
    const auto reader = open(folder / "book");
    REQUIRE(reader);
    int rows = 0;
    CHECK(reader.value()->read(0, [&](const Row&) { return ++rows, Next::stop; }));
    CHECK(rows == 1);
    CHECK(reader.value()->read(0, [&](const Row&) { return ++rows, Next::more; }));
    CHECK(rows == 3);
}

TEST_CASE("a fault thrown by the caller comes out of the reading") {
    const Folder folder;
    write_zip(folder / "book", book_of(R"(<row><c><v>1</v></c></row>)"));
    const auto reader = open(folder / "book");
    REQUIRE(reader);
    const auto fail = [](const Row&) -> Next { throw std::runtime_error("disk full"); };
    CHECK_THROWS_AS((void)reader.value()->read(0, fail), std::runtime_error);
}

TEST_CASE("what no spreadsheet program writes is refused with its place") {
    const auto refused = [](const std::string& rows) {
        const auto seen = read_parts(book_of(rows));
        return seen.refused + ' ' + seen.place;
    };
    CHECK(refused(R"(<row r="1"><c r="A1"><v>x</v></c></row>)") == "sheet.broken A1 value");
    CHECK(refused(R"(<row r="2"/><row r="1"/>)") == "sheet.broken A2 row");
    CHECK(refused(R"(<row r="1"><c r="A1" t="s"><v>4</v></c></row>)") == "sheet.broken A1 value");
    CHECK(refused(R"(<row r="1"><c r="B9"><v>1</v></c></row>)") == "sheet.broken A1 cell");
    CHECK(
        refused(R"(<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row>)") ==
        "sheet.broken B1 cell"
    );
    CHECK(refused("<row r=\"1\"><c>").starts_with("sheet.broken 1:"));
}

TEST_CASE("cells out of order are put in order") {
    const auto seen =
        read_parts(book_of(R"(<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>)"));
    CHECK(seen.text() == "1: A:1 C:3\n");
}
