#include <doctest/doctest.h>

#include "kit/sheet/tests/books.hpp"

using namespace nangluc;
using namespace nangluc::sheet;
using namespace std::string_literals;

static const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');

static std::string utf16(std::string_view ascii) {
    std::string wide;
    for (const char c : ascii) wide += std::string{c, '\0'};
    return wide;
}

TEST_CASE("a file is recognised by what it holds, not by its name") {
    const Folder folder;
    write_zip(folder / "roster.csv", book_of(R"(<row><c><v>1</v></c></row>)"));
    write_file(folder / "roster.xlsx", "a,b\n");
    CHECK(open(folder / "roster.csv").value()->format() == Format::xlsx);
    CHECK(open(folder / "roster.xlsx").value()->format() == Format::csv);
}

TEST_CASE("what is no spreadsheet of today says which kind it is") {
    CHECK(read_bytes("").refused == "sheet.empty");
    CHECK(read_bytes("\xEF\xBB\xBF \r\n\r\n").refused == "sheet.empty");
    CHECK(read_bytes(compound + utf16("EncryptedPackage")).refused == "sheet.encrypted");
    CHECK(read_bytes(compound + utf16("Workbook")).refused == "sheet.old_format");
    CHECK(read_bytes("\x09\x08\x10\x00"s).refused == "sheet.old_format");
    CHECK(read_bytes("%PDF-1.7\n").refused == "sheet.unknown_format");
    CHECK(read_bytes("<html><table>").refused == "sheet.unknown_format");
    CHECK(read_bytes("PK\x03\x04 but nothing more").refused == "sheet.broken");
    CHECK(read_bytes("PK\x05\x06"s + std::string(18, '\0')).refused == "sheet.empty");
    CHECK(read_file_seen("/nowhere/at/all").refused == "file");
}

TEST_CASE("an archive that is no workbook says so") {
    CHECK(read_parts({{"a.txt", "a"}}).refused == "sheet.unknown_format");
    CHECK(
        read_parts({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}).refused ==
        "sheet.open_document"
    );
    auto word = book_of("");
    auto& links = word["_rels/.rels"];
    links.replace(links.find("xl/workbook.xml"), 15, "word/document.xml");
    CHECK(read_parts(word).refused == "sheet.unknown_format");
    links.replace(links.find("word/document.xml"), 17, "xl/workbook.bin");
    CHECK(read_parts(word).refused == "sheet.binary_workbook");
}

TEST_CASE("a workbook whose parts are missing is broken") {
    auto parts = book_of("");
    parts.erase("xl/worksheets/sheet1.xml");
    CHECK(read_parts(parts).refused == "sheet.broken");
}

TEST_CASE("a workbook cut short is broken") {
    const Folder folder;
    write_zip(folder / "book", book_of(R"(<row><c><v>1</v></c></row>)"));
    const auto bytes = read_file(folder / "book");
    for (std::size_t kept = 4; kept < bytes.size(); kept += 97) {
        CHECK(read_bytes(std::string_view(bytes).substr(0, kept)).refused == "sheet.broken");
    }
}
