#include <doctest/doctest.h>

#include "kit/sheet/tests/books.hpp"

using namespace nangluc;
using namespace nangluc::sheet;
using namespace std::string_literals;

static std::string refused(std::string_view bytes) {
    const auto seen = read_bytes(bytes);
    return seen.refused + ' ' + seen.place;
}

static std::string utf16(std::string_view ascii, bool little) {
    std::string wide = little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : ascii) wide += little ? std::string{c, '\0'} : std::string{'\0', c};
    return wide;
}

TEST_CASE("the delimiter is seen in the first lines") {
    CHECK(read_bytes("a,b;x\n1,2\n").text() == "1: A:a B:b;x\n2: A:1 B:2\n");
    CHECK(read_bytes("a;b\n1,5;2\n").text() == "1: A:a B:b\n2: A:1,5 B:2\n");
    CHECK(read_bytes("a\tb\n1\t2\n").text() == "1: A:a B:b\n2: A:1 B:2\n");
    CHECK(read_bytes("\"a;b;c;d\",e\n1,2\n").text() == "1: A:a;b;c;d B:e\n2: A:1 B:2\n");
    CHECK(read_bytes("name\nLan\n").text() == "1: A:name\n2: A:Lan\n");
    CHECK(read_bytes("sep=;\r\na,b;c\r\n").text() == "1: A:a,b B:c\n");
}

TEST_CASE("every cell of a CSV file is a text as it stands") {
    const auto seen = read_bytes("001,03/04/2026, 5 ,TRUE\n");
    CHECK(seen.text() == "1: A:001 B:03/04/2026 C: 5  D:TRUE\n");
    for (const auto& cell : seen.rows[0].cells) CHECK(cell.kind == Kind::text);
}

TEST_CASE("quotes may hold delimiters, quotes and line breaks, and rows know their lines") {
    const auto seen = read_bytes("a,b\r\n\"x,\"\"y\"\"\r\nz\",2\r\n\r\n3,4");
    REQUIRE(seen.rows.size() == 3);
    CHECK(seen.rows[1].cells[0].text == "x,\"y\"\r\nz");
    CHECK(seen.rows[1].line == 2);
    CHECK(seen.rows[2].number == 4);
    CHECK(seen.rows[2].line == 5);
}

TEST_CASE("lines may end in any of the three ways, and the last may not end at all") {
    CHECK(read_bytes("a,b\rc,d").text() == "1: A:a B:b\n2: A:c B:d\n");
    CHECK(read_bytes("a,b\nc,d\n").text() == "1: A:a B:b\n2: A:c B:d\n");
    CHECK(read_bytes("a,b\r\nc,\"\"\r\n").text() == "1: A:a B:b\n2: A:c\n");
    CHECK(read_bytes("a,b\r\nc,").text() == "1: A:a B:b\n2: A:c\n");
}

TEST_CASE("a quote inside a field is a letter") {
    CHECK(read_bytes("5\" disk,b\n").text() == "1: A:5\" disk B:b\n");
}

TEST_CASE("a fault of quoting is told with its line and column") {
    CHECK(refused("a,b\nc,\"d\ne") == "sheet.broken 2:3 quote_not_closed");
    CHECK(refused("a,b\nĐ,\"d\"e\n") == "sheet.broken 2:6 letter_after_quote");
}

TEST_CASE("a file in UTF-16 with its mark, in either order, is read") {
    for (const bool little : {true, false}) {
        CHECK(read_bytes(utf16("a,b\r\n1,2", little)).text() == "1: A:a B:b\n2: A:1 B:2\n");
    }
    CHECK(read_bytes("\xFF\xFE\x3D\xD8\x00\xDE,\0x\0"s).text() == "1: A:\xF0\x9F\x98\x80 B:x\n");
}

TEST_CASE("a byte order mark is no part of the first cell") {
    CHECK(read_bytes("\xEF\xBB\xBFmã,tên\n").text() == "1: A:mã B:tên\n");
}

TEST_CASE("another encoding is refused at its first letter and never guessed") {
    CHECK(refused("m\xE3,t\xEAn\n") == "sheet.encoding 1:2 not_text");
    CHECK(refused("ok,ok\nđúng,\xC0\xAF\n") == "sheet.encoding 2:6 not_text");
    CHECK(refused("ok,\xED\xA0\x80\n") == "sheet.encoding 1:4 not_text");
    CHECK(refused("a\0,\0b\0"s) == "sheet.encoding 1:2 not_text");
    CHECK(
        refused("\xFF\xFE"
                "a\0\x00\xDC"s) == "sheet.encoding 1:2 not_text"
    );
    CHECK(refused("abc\x01,d\n") == "sheet.unknown_format 1:4 not_text");
}

TEST_CASE("a letter cut by the end of a piece of the file is whole again") {
    std::string text(65'535, 'x');
    text += "\xC4\x91,";
    text.append(131'069 - text.size(), 'y');
    text += '\n';
    const auto seen = read_bytes(text);
    REQUIRE(seen.refused.empty());
    CHECK(seen.rows[0].cells[0].text.ends_with("x\xC4\x91"));
}

TEST_CASE("a fault late in a large file is found at its line") {
    std::string text = "a,b\n";
    for (int i = 0; i < 20'000; ++i) text += "1234,5678\n";
    CHECK(refused(text + "\xFF") == "sheet.encoding 20002:1 not_text");
}
