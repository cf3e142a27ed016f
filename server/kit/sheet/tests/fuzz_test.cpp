#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>

#include "kit/sheet/marker.hpp"
#include "kit/sheet/tests/books.hpp"
#include "kit/sheet/writer.hpp"

using namespace nangluc;
using namespace nangluc::sheet;
using namespace std::string_literals;

namespace {

// Spoils a text the same way each time.
class Spoiler {
public:
    explicit Spoiler(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most - 1)(random_);
    }

    void spoil(std::string& bytes) {
        for (auto times = 1 + below(4); times > 0 && !bytes.empty(); --times) spoil_once(bytes);
    }

private:
    void spoil_once(std::string& bytes) {
        static const std::vector<std::string> pieces = {
            "<",
            ">",
            "/>",
            "\"",
            "&#0;",
            "&amp;",
            "<c/>",
            "</row>",
            "<row r=\"3\"/>",
            "\r\n",
            ",",
            "r=\"ZZZ999999999999\"",
            "t=\"s\"",
            "s=\"-1\"",
            "99999999999999999999",
            "1e999",
            "-1",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE a>",
            "\xFF\xFE",
            "\xC3",
            "PK\x01\x02",
            "PK\x05\x06",
            "</worksheet>",
            "<sheetData/>",
            "<mergeCell ref=\"A1:A\"/>",
            "_x0000_",
            "\0"s};
        const auto at = below(bytes.size());
        const auto length = std::min(bytes.size() - at, 1 + below(40));
        switch (below(6)) {
            case 0:
                bytes[at] = static_cast<char>(below(256));
                break;
            case 1:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
                break;
            case 2:
                bytes.erase(at, length);
                break;
            case 3:
                bytes.insert(at, bytes.substr(below(bytes.size()), length));
                break;
            case 4:
                bytes.insert(at, pieces[below(pieces.size())]);
                break;
            default:
                bytes.resize(at);
        }
    }

    std::mt19937 random_;
};

const MarkPlan plan{
    .marks =
        {{0, 1, 1, MarkKind::error, "a"},
         {0, 2, 2, MarkKind::question, "b"},
         {0, 7, 9, MarkKind::ok, "c"}},
    .words = {"Kết quả", "Đạt", "Cần xác nhận", "Lỗi"},
};

// Reads it, marks it and reads the marked one. What could be read can still be read.
void try_out(const std::string& bytes) {
    Limits limits;
    limits.cells = 10'000;
    limits.total_bytes = limits.entry_bytes = 1'000'000;
    const Folder folder;
    write_file(folder / "source", bytes);
    const auto before = read_file_seen(folder / "source", limits);
    if (!mark(folder / "source", folder / "target", plan, limits)) return;
    const auto after = read_file_seen(folder / "target");
    CHECK(before.refused == "");
    CHECK(after.refused == "");
    CHECK(after.rows.size() >= before.rows.size());
}

Parts full_book() {
    const Folder folder;
    write_file(
        folder / "book", xlsx_bytes([](Writer& writer) {
            writer.begin_sheet(
                {.name = "S",
                 .heading = {"x"},
                 .columns = {{.title = "A", .note = "n"}, {.title = "B", .choices = {"1", "2"}}}}
            );
            for (int i = 0; i < 5; ++i) writer.add_row({"t" + std::to_string(i), Date{2025, 7, 1}});
        })
    );
    REQUIRE(mark(folder / "book", folder / "marked", plan));
    return read_zip(folder / "marked");
}

Parts shared_book() {
    return book_with_strings(
        "<row r=\"1\" spans=\"1:2\"><c r=\"A1\" t=\"s\"><v>0</v></c><c "
        "s=\"1\"><v>45839</v></c></row>"
        "<row r=\"2\"><c r=\"B2\" t=\"b\"><v>1</v></c><c "
        "t=\"inlineStr\"><is><t>x</t></is></c></row>",
        {"<t>một</t>", "<r><t>hai</t></r><rPh><t>x</t></rPh>"}
    );
}

}  // namespace

TEST_CASE("spoiled archives are read or refused, and never more") {
    const Folder folder;
    write_zip(folder / "a", full_book());
    write_zip(folder / "b", shared_book());
    const std::string sources[] = {read_file(folder / "a"), read_file(folder / "b")};
    for (unsigned seed = 0; seed < 1'000; ++seed) {
        CAPTURE(seed);
        Spoiler spoiler(seed);
        auto bytes = sources[seed % 2];
        spoiler.spoil(bytes);
        try_out(bytes);
    }
}

TEST_CASE("workbooks with spoiled parts are read or refused, and never more") {
    const Parts sources[] = {full_book(), shared_book()};
    const Folder folder;
    for (unsigned seed = 0; seed < 1'000; ++seed) {
        CAPTURE(seed);
        Spoiler spoiler(seed);
        auto parts = sources[seed % 2];
        auto part = std::next(parts.begin(), static_cast<long>(spoiler.below(parts.size())));
        if (spoiler.below(3) > 0) part = parts.find("xl/worksheets/sheet1.xml");
        spoiler.spoil(part->second);
        write_zip(folder / "book", parts);
        try_out(read_file(folder / "book"));
    }
}

TEST_CASE("spoiled CSV files are read or refused, and never more") {
    const std::string sources[] = {
        "\xEF\xBB\xBFmã;tên\r\n001;\"Lan \"\"x\"\"\r\nMai\"\r\n",
        "\xFF\xFE"
        "a\0,\0b\0\n\0"
        "1\0,\0"
        "\x3D\xD8\x00\xDE\n\0"s,
        "sep=,\na,b\n1,2\n\"3\",4",
    };
    for (unsigned seed = 0; seed < 2'000; ++seed) {
        CAPTURE(seed);
        Spoiler spoiler(seed);
        auto bytes = sources[seed % 3];
        spoiler.spoil(bytes);
        try_out(bytes);
    }
}
