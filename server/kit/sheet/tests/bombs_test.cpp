#include <doctest/doctest.h>

#include "kit/sheet/tests/books.hpp"

using namespace nangluc;
using namespace nangluc::sheet;

static std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

static std::string refused(const Parts& parts, const Limits& limits = {}) {
    return read_parts(parts, limits).refused;
}

// Lies about the size of every entry of an archive, in its own header and in the directory.
static std::string with_sizes(std::string bytes, std::uint32_t size) {
    for (std::size_t at = 0; at + 46 < bytes.size(); ++at) {
        const auto head = std::string_view(bytes).substr(at, 4);
        std::size_t field = 0;
        if (head == "PK\x03\x04") field = at + 22;
        if (head == "PK\x01\x02") field = at + 24;
        for (std::size_t i = 0; field != 0 && i < 4; ++i) {
            bytes[field + i] = static_cast<char>(size >> (8 * i) & 0xFF);
        }
    }
    return bytes;
}

TEST_CASE("entities and document types are refused before they grow") {
    auto parts = book_of("");
    parts["xl/worksheets/sheet1.xml"] =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;\">]><worksheet>&c;</worksheet>";
    CHECK(refused(parts) == "sheet.dtd");
    parts = book_of("");
    parts["xl/workbook.xml"] =
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + parts["xl/workbook.xml"];
    CHECK(refused(parts) == "sheet.dtd");
}

TEST_CASE("a part that inflates to far more than it weighs is refused") {
    CHECK(refused(book_of(std::string(30'000'000, ' '))) == "sheet.too_compressed");
}

TEST_CASE("bytes are counted as they are inflated, whatever the headers say") {
    const Folder folder;
    write_zip(folder / "book", book_of(std::string(30'000'000, ' ')));
    const auto bytes = read_file(folder / "book");
    for (const std::uint32_t size : {0U, 100U, 0x7FFFFFFFU}) {
        CAPTURE(size);
        const auto code = read_bytes(with_sizes(bytes, size)).refused;
        CHECK((code == "sheet.too_compressed" || code == "sheet.broken"));
    }
}

TEST_CASE("an entry and all entries have a most number of bytes") {
    Limits limits;
    limits.ratio = 1'000'000;
    limits.entry_bytes = 100'000;
    CHECK(refused(book_of(std::string(200'000, ' ')), limits) == "sheet.too_large");
    limits.entry_bytes = 150'000;
    limits.total_bytes = 200'000;
    auto parts = book_with_strings(std::string(120'000, ' '), {std::string(120'000, ' ')});
    CHECK(refused(parts, limits) == "sheet.too_large");
}

TEST_CASE("a file of more than the most bytes is not opened") {
    Limits limits;
    limits.file_bytes = 10;
    CHECK(read_bytes("12345678901", limits).refused == "sheet.too_large");
}

TEST_CASE("an archive of too many entries is not read into memory") {
    Parts parts;
    for (int i = 0; i < 2'001; ++i) parts["e" + std::to_string(i)] = "";
    CHECK(refused(parts) == "sheet.too_many_entries");

    // A directory that is larger than its count of entries admits.
    const Folder folder;
    write_zip(folder / "book", parts);
    auto bytes = read_file(folder / "book");
    const auto end = bytes.rfind("PK\x05\x06");
    Limits limits;
    limits.entries = 100;
    bytes[end + 8] = bytes[end + 10] = 1;
    bytes[end + 9] = bytes[end + 11] = 0;
    CHECK(read_bytes(bytes, limits).refused == "sheet.too_many_entries");
}

TEST_CASE("ten million cells are refused after five million, in bounded memory") {
    Limits limits;
    limits.ratio = 2'000;

    const auto row = "<row>" + repeated("<c/>", 10'000) + "</row>";
    CHECK(refused(book_of(repeated(row, 1'000)), limits) == "sheet.too_many_cells");
}

TEST_CASE("rows and columns end where a spreadsheet ends") {
    CHECK(refused(book_of("<row r=\"1048577\"/>")) == "sheet.too_many_rows");
    CHECK(refused(book_of("<row r=\"99999999999999999999\"/>")) == "sheet.broken");
    CHECK(refused(book_of("<row><c r=\"XFE1\"/></row>")) == "sheet.too_many_columns");
    CHECK(refused(book_of("<row><c r=\"ZZZZZZZZZZZZ1\"/></row>")) == "sheet.broken");
    CHECK(read_bytes(repeated(",", 16'384)).refused == "sheet.too_many_columns");
    CHECK(read_bytes(repeated("a\n", 1'048'577)).refused == "sheet.too_many_rows");
}

TEST_CASE("a text, a row and the shared texts have a most number of bytes") {
    const auto inlined = [](const std::string& text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const auto text = std::string(131'069, 'x');
    CHECK(refused(book_of("<row>" + inlined(text) + "</row>")) == "sheet.text_too_long");
    CHECK(read_bytes("a," + text).refused == "sheet.text_too_long");
    CHECK(read_bytes("a,\"" + text).refused == "sheet.broken");

    Limits limits;
    limits.row_bytes = 1'000;
    const auto wide = repeated(inlined(std::string(100, 'x')), 11);
    CHECK(refused(book_of("<row>" + wide + "</row>"), limits) == "sheet.row_too_long");
    CHECK(read_bytes(repeated("0123456789,", 100), limits).refused == "sheet.row_too_long");

    limits = {};
    limits.shared_bytes = 1'000;
    CHECK(
        refused(
            book_with_strings(
                "", std::vector<std::string>(2, "<t>" + std::string(600, 'x') + "</t>")
            ),
            limits
        ) == "sheet.too_many_strings"
    );
    limits = {};
    limits.shared_strings = 3;
    CHECK(
        refused(book_with_strings("", std::vector<std::string>(4, "<t/>")), limits) ==
        "sheet.too_many_strings"
    );
}

TEST_CASE("styles and merged ranges have a most number") {
    Limits limits;
    limits.styles = 3;
    CHECK(refused(book_of("", {"0", "0", "0", "0"}), limits) == "sheet.too_many_styles");
    limits = {};
    limits.merged = 1;
    auto parts = book_of("");
    auto& part = parts["xl/worksheets/sheet1.xml"];
    part.insert(part.find("</worksheet>"), repeated("<mergeCell ref=\"A1:B1\"/>", 2));
    CHECK(refused(parts, limits) == "sheet.too_many_merged");
}

TEST_CASE("markup without end, without bottom or of endless names is refused in bounded memory") {
    Limits limits;
    limits.ratio = 100'000;
    CHECK(
        refused(book_of("<row a=\"" + std::string(3'000'000, 'x') + "\"/>"), limits) ==
        "sheet.too_large"
    );
    CHECK(refused(book_of("<!--" + std::string(3'000'000, 'x')), limits) == "sheet.too_large");
    CHECK(refused(book_of(repeated("<a>", 1'000)), limits) == "sheet.broken");
    std::string names;
    for (int i = 0; i < 400'000; ++i) names += "<a" + std::to_string(i) + "/>";
    CHECK(refused(book_of(names), limits) == "sheet.too_large");
}
