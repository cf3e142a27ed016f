#include "kit/sheet/marker.hpp"

#include <doctest/doctest.h>

#include "kit/sheet/tests/books.hpp"
#include "kit/sheet/writer.hpp"

using namespace nangluc;
using namespace nangluc::sheet;
using namespace std::string_literals;

static const MarkWords words{"Kết quả", "Đạt", "Cần xác nhận", "Lỗi"};

static MarkPlan plan_of(std::vector<Mark> marks) {
    return {.marks = std::move(marks), .words = words};
}

static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// The bytes of a file after marking; the refusal where there is one.
static std::string marked(const std::string& bytes, const MarkPlan& plan) {
    const Folder folder;
    write_file(folder / "source", bytes);
    const auto done = mark(folder / "source", folder / "target", plan);
    return done ? read_file(folder / "target") : done.error().code;
}

static std::string zipped(const Parts& parts) {
    const Folder folder;
    write_zip(folder / "book", parts);
    return read_file(folder / "book");
}

static Parts unzipped(const std::string& bytes) {
    const Folder folder;
    write_file(folder / "book", bytes);
    return read_zip(folder / "book");
}

static std::string roster() {
    return xlsx_bytes([](Writer& writer) {
        writer.begin_sheet(
            {.name = "Danh sách",
             .columns = {{.title = "Mã", .look = Look::code}, {.title = "Tên"}, {.title = "Sinh"}}}
        );
        writer.add_row({"001"s, "Lan"s, Date{1985, 2, 28}});
        writer.add_row({"002"s, {}, Date{1990, 1, 1}});
        writer.add_row({"001"s, "Mai"s});
    });
}

static const std::string marked_text =
    "1: A:Mã B:Tên C:Sinh D:Kết quả\n"
    "2: A:001 B:Lan C:1985-02-28 D:Đạt\n"
    "3: A:002 C:1990-01-01 D:Lỗi: B thiếu tên\n"
    "4: A:001 B:Mai D:Lỗi: A trùng mã; C ngày sinh?\n";

static std::vector<Mark> faults() {
    return {
        {0, 2, 0, MarkKind::ok, ""},
        {0, 3, 2, MarkKind::error, "thiếu tên"},
        {0, 4, 1, MarkKind::error, "trùng mã"},
        {0, 4, 3, MarkKind::question, "ngày sinh?"},
    };
}

TEST_CASE("the user's own workbook comes back with a status of each marked row") {
    CHECK(read_bytes(marked(roster(), plan_of(faults()))).text() == marked_text);
}

TEST_CASE("marked cells are coloured, also those that were not in the file") {
    auto parts = unzipped(marked(roster(), plan_of(faults())));
    const auto& sheet = parts["xl/worksheets/sheet1.xml"];
    CHECK(has(sheet, "<c r=\"B3\" s="));
    CHECK(has(sheet, "<c r=\"C4\" s="));
    CHECK(has(parts["xl/styles.xml"], "FFFBC8C6"));
    CHECK(has(parts["xl/styles.xml"], "FFFFE8A9"));
}

TEST_CASE("notes are laid over the marked cells") {
    auto parts = unzipped(marked(roster(), plan_of(faults())));
    CHECK(has(parts["xl/comments1.xml"], "<comment ref=\"A4\""));
    CHECK(has(parts["xl/comments1.xml"], "trùng mã"));
    CHECK(has(parts["xl/drawings/vmlDrawing1.vml"], "<x:Row>3</x:Row><x:Column>0</x:Column>"));
    CHECK(has(parts["[Content_Types].xml"], "/xl/comments1.xml"));
    CHECK(has(parts["xl/worksheets/_rels/sheet1.xml.rels"], "Target=\"/xl/comments1.xml\""));
    CHECK(has(parts["xl/worksheets/sheet1.xml"], "<legacyDrawing "));
}

TEST_CASE("every other part passes through byte for byte") {
    auto before = unzipped(roster());
    before["custom/thing.bin"] = std::string(5'000, '\x07') + "\x00\xFF"s;
    const auto source = zipped(before);
    auto after = unzipped(marked(source, plan_of(faults())));
    for (const auto& name : {"xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"}) {
        before.erase(name);
    }
    for (const auto& [name, bytes] : before) {
        CAPTURE(name);
        CHECK(after[name] == bytes);
    }
}

TEST_CASE("marking again replaces the status, the colours and the notes of before") {
    const auto first = marked(roster(), plan_of(faults()));
    const auto second = marked(first, plan_of({{0, 4, 2, MarkKind::question, "tên?"}}));
    CHECK(
        read_bytes(second).text() ==
        "1: A:Mã B:Tên C:Sinh D:Kết quả\n2: A:001 B:Lan C:1985-02-28\n"
        "3: A:002 C:1990-01-01\n4: A:001 B:Mai D:Cần xác nhận: B tên?\n"
    );
    auto parts = unzipped(second);
    CHECK(has(parts["xl/comments1.xml"], "<comment ref=\"B4\""));
    CHECK_FALSE(has(parts["xl/comments1.xml"], "trùng mã"));
    CHECK_FALSE(parts.contains("xl/comments2.xml"));

    // A third time as the first: the colours do not pile up.
    const auto third = unzipped(marked(second, plan_of(faults())));
    const auto fourth = unzipped(marked(marked(second, plan_of(faults())), plan_of(faults())));
    CHECK(third.at("xl/styles.xml").size() == fourth.at("xl/styles.xml").size());
    CHECK(
        third.at("xl/worksheets/sheet1.xml").size() == fourth.at("xl/worksheets/sheet1.xml").size()
    );
}

TEST_CASE("a colour of before is gone when the fault is") {
    const auto first = marked(roster(), plan_of(faults()));
    auto parts = unzipped(marked(first, plan_of({{0, 2, 0, MarkKind::ok, ""}})));
    // The style of A4 is again one without a fill.
    const auto& sheet = parts["xl/worksheets/sheet1.xml"];
    const auto at = sheet.find("<c r=\"A4\" s=\"") + 13;
    const auto style = std::stoul(sheet.substr(at));
    const auto& styles = parts["xl/styles.xml"];
    auto xf = styles.find("<cellXfs");
    for (std::size_t i = 0; i <= style; ++i) xf = styles.find("<xf ", xf + 1);
    CHECK(has(styles.substr(xf, styles.find('>', xf) - xf), "fillId=\"0\""));
}

TEST_CASE("notes that the user wrote stay, and ours come and go beside them") {
    const auto source = xlsx_bytes([](Writer& writer) {
        writer.begin_sheet({.name = "S", .columns = {{.title = "T", .note = "của tôi"}}});
        writer.add_row({"x"s});
    });
    const auto first = marked(
        source, plan_of({{0, 1, 1, MarkKind::error, "tên cột"}, {0, 2, 1, MarkKind::error, "sai"}})
    );
    auto parts = unzipped(first);
    const auto& comments = parts["xl/comments1.xml"];
    CHECK(has(comments, "của tôi"));
    CHECK(has(comments, "sai"));
    CHECK_FALSE(has(comments, "tên cột"));  // the cell has a note of the user's
    CHECK_FALSE(parts.contains("xl/comments2.xml"));
    CHECK(has(parts["xl/drawings/vmlDrawing1.vml"], "mark_1_0"));

    auto after = unzipped(marked(first, plan_of({{0, 2, 0, MarkKind::ok, ""}})));
    CHECK(has(after["xl/comments1.xml"], "của tôi"));
    CHECK_FALSE(has(after["xl/comments1.xml"], "sai"));
    CHECK_FALSE(has(after["xl/drawings/vmlDrawing1.vml"], "mark_1_0"));
    CHECK(has(after["xl/drawings/vmlDrawing1.vml"], "_x0000_s1025"));
}

TEST_CASE("rows and cells without addresses, closed rows and rows that are missing are marked") {
    const auto source =
        zipped(book_of("<row spans=\"1:2\"><c><v>1</v></c><c><v>2</v></c></row><row r=\"3\"/>"
                       "<row r='5' spans='1:2'><c r='B5' s='1' ><v>45839</v></c></row>"));
    const auto bytes = marked(
        source,
        plan_of(
            {{0, 3, 2, MarkKind::error, "a"},
             {0, 4, 1, MarkKind::error, "b"},
             {0, 5, 1, MarkKind::error, "c"},
             {0, 5, 2, MarkKind::question, "d"},
             {0, 9, 0, MarkKind::ok, ""}}
        )
    );
    CHECK(
        read_bytes(bytes).text() ==
        "1: A:1 B:2 C:Kết quả\n3: C:Lỗi: B a\n4: C:Lỗi: A b\n"
        "5: B:2025-07-01 C:Lỗi: A c; B d\n9: C:Đạt\n"
    );
    CHECK_FALSE(has(unzipped(bytes)["xl/worksheets/sheet1.xml"], "spans"));
}

TEST_CASE("a sheet without rows, and one in a prefixed namespace, are marked") {
    auto parts = book_of("");
    parts["xl/worksheets/sheet1.xml"] =
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        "<x:dimension ref=\"A1\"/><x:sheetData/></x:worksheet>";
    const auto bytes = marked(zipped(parts), plan_of({{0, 2, 1, MarkKind::error, "thiếu"}}));
    CHECK(read_bytes(bytes).text() == "1: A:Kết quả\n2: A:Lỗi: A thiếu\n");
    CHECK_FALSE(has(unzipped(bytes)["xl/worksheets/sheet1.xml"], "dimension"));
}

TEST_CASE("a workbook without styles is given some") {
    auto parts = book_of("<row><c><v>1</v></c></row>");
    parts.erase("xl/styles.xml");
    auto& links = parts["xl/_rels/workbook.xml.rels"];
    const auto at = links.find("<Relationship Id=\"rId2\"");
    links.erase(at, links.find("/>", at) + 2 - at);
    auto after = unzipped(marked(zipped(parts), plan_of({{0, 1, 1, MarkKind::error, "x"}})));
    CHECK(has(after["xl/styles.xml"], "FFFBC8C6"));
    CHECK(has(after["xl/_rels/workbook.xml.rels"], "/xl/styles.xml"));
}

TEST_CASE("the column list keeps its order and the status column stands beyond merged cells") {
    auto parts = book_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    auto& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet.insert(
        sheet.find("<sheetData>"),
        "<cols><col min=\"1\" max=\"3\" width=\"9\"/>"
        "<col min=\"7\" max=\"9\" width=\"9\"/></cols>"
    );
    sheet.insert(
        sheet.find("</worksheet>"),
        "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>"
        "<pageMargins left=\"1\"/><tableParts/>"
    );
    const auto bytes = marked(zipped(parts), plan_of({{0, 2, 1, MarkKind::error, "x"}}));
    CHECK(read_bytes(bytes).text() == "1: A:1 E:Kết quả\n2: E:Lỗi: A x\n");
    const auto after = unzipped(bytes)["xl/worksheets/sheet1.xml"];
    CHECK(after.find("min=\"5\"") < after.find("min=\"7\""));
    CHECK(after.find("min=\"5\"") > after.find("min=\"1\""));
    CHECK(after.find("<legacyDrawing") < after.find("<tableParts"));
}

TEST_CASE("a large sheet is marked in pieces and stays what it was") {
    const auto source = xlsx_bytes([](Writer& writer) {
        writer.begin_sheet({.name = "S", .columns = {{.title = "A"}, {.title = "B"}}});
        for (int i = 0; i < 20'000; ++i) writer.add_row({"tên " + std::to_string(i), i});
    });
    std::vector<Mark> marks;
    for (int row = 2; row <= 20'001; row += 3) marks.push_back({0, row, 2, MarkKind::error, "x"});
    const auto before = read_bytes(source);
    const auto after = read_bytes(marked(source, plan_of(marks)));
    REQUIRE(after.rows.size() == before.rows.size());
    std::size_t statuses = 0;
    for (std::size_t i = 0; i < after.rows.size(); ++i) {
        auto row = after.rows[i];
        if (row.cells.size() == 3) {
            ++statuses;
            row.cells.pop_back();
        }
        if (row != before.rows[i]) FAIL_CHECK("row " << i << " has changed");
    }
    CHECK(statuses == marks.size() + 1);
}

TEST_CASE("what cannot be marked safely is refused, and leaves no file behind") {
    auto parts = book_of("");
    parts["xl/worksheets/sheet1.xml"] =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + parts["xl/worksheets/sheet1.xml"];
    CHECK(marked(zipped(parts), plan_of({{0, 2, 1}})) == "sheet.not_markable");
    CHECK(marked(roster(), plan_of({{7, 2, 1}})) == "sheet.no_such_sheet");
    const Folder folder;
    write_zip(folder / "source", parts);
    CHECK_FALSE(mark(folder / "source", folder / "target", plan_of({{0, 2, 1}})));
    CHECK(read_file(folder / "target").empty());
}

TEST_CASE("a CSV file comes back the same with a status column") {
    const auto bytes = "\xEF\xBB\xBFmã;tên\r\n001;\"Lan\r\nMai\"\r\n\r\n002\r\n"s;
    const auto plan =
        plan_of({{0, 2, 1, MarkKind::error, "trùng"}, {0, 4, 2, MarkKind::question, "tên?"}});
    const auto first = marked(bytes, plan);
    CHECK(
        first ==
        "\xEF\xBB\xBFmã;tên;\"Kết quả\"\r\n001;\"Lan\r\nMai\";\"Lỗi: A trùng\"\r\n\r\n"
        "002;;\"Cần xác nhận: B tên?\"\r\n"
    );
    CHECK(marked(first, plan) == first);
    CHECK(
        marked(first, plan_of({})) ==
        "\xEF\xBB\xBFmã;tên;\"Kết quả\"\r\n001;\"Lan\r\nMai\";\r\n\r\n002;;\r\n"
    );
}

TEST_CASE("a CSV file in UTF-16 comes back in UTF-16") {
    const auto bytes = marked(
        "\xFF\xFE"
        "a\0,\0b\0\n\0"
        "1\0,\0"
        "\x3D\xD8\x00\xDE"s,
        plan_of({{0, 2, 1}})
    );
    CHECK(
        bytes.starts_with("\xFF\xFE"
                          "a\0,\0b\0,\0\"\0K\0"s)
    );
    CHECK(read_bytes(bytes).text() == "1: A:a B:b C:Kết quả\n2: A:1 B:\xF0\x9F\x98\x80 C:Lỗi\n");
}
