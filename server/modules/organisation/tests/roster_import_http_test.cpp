#include <doctest/doctest.h>

#include "kit/sheet/writer.hpp"
#include "modules/organisation/tests/import_desk.hpp"

using namespace nangluc;
using namespace nangluc::organisation;
using testing::Office;

TEST_CASE("C1 part: a roster is tried, its faults are named by row and column, mended and applied"
) {
    ImportDesk desk;
    auto rows = everybody;
    rows[0][2] = "31/02/1988";
    rows[1][4] = "Phi công";
    rows[2][2] = "03/04/1990";
    const auto before = desk.dump();
    const auto id = desk.tried(rows);

    const auto tried = desk.read(id);
    CHECK(field(tried, "status") == "checked");
    CHECK(field(tried, "rejected") == "2");
    CHECK(field(tried, "question") == "1");
    CHECK(tried.find(R"("unknown":[{"column":11,"text":"Ghi chú riêng"}])") != std::string::npos);
    const auto faults = desk.read(id, "/faults");
    CHECK(
        faults.find(R"("row":2,"column_number":3,"column":"birth_date","code":"impossible_date")"
        ) != std::string::npos
    );
    CHECK(
        faults.find(R"("row":3,"column_number":5,"column":"position","code":"unknown_position")") !=
        std::string::npos
    );
    CHECK(faults.find(R"("code":"ambiguous_date","severity":"question")") != std::string::npos);
    CHECK(desk.dump() == before);
    CHECK(
        field(desk.act(id, "application", R"({"rows":"all"})"), "code") == "roster_import.not_clean"
    );

    desk.client.put(
        "/roster-imports/" + id + "/answers",
        R"({"answers":[{"row":2,"column":"birth_date","text":"28/02/1988"},)"
        R"({"row":3,"column":"position","text":"Chuyên viên"},)"
        R"({"row":4,"column":"birth_date","choice":"1990-04-03"}]})"
    );
    desk.act(id, "check");
    CHECK(field(desk.read(id), "added") == "3");
    desk.apply(id);

    CHECK(field(desk.read(id), "status") == "applied");
    const auto people = desk.dump();
    CHECK(people.find("Lường Thị Mai") != std::string::npos);
    CHECK(people.find("Quàng Thị Ly") != std::string::npos);
    CHECK(people.find("19900403") != std::string::npos);
}

TEST_CASE("the same roster sent again doubles nobody") {
    ImportDesk desk;
    desk.apply(desk.tried(everybody));
    const auto once = desk.dump();
    const auto again = desk.tried(everybody);

    CHECK(field(desk.read(again), "same") == "3");
    CHECK(
        field(desk.act(again, "application", R"({"rows":"all"})"), "code") ==
        "roster_import.nothing_to_apply"
    );
    CHECK(desk.dump() == once);
}

TEST_CASE("good rows only are applied where that is chosen, and the others stay out") {
    ImportDesk desk;
    auto rows = everybody;
    rows[1][4] = "Phi công";
    const auto id = desk.tried(rows);
    desk.apply(id, "good");

    CHECK(field(desk.read(id), "status") == "applied");
    CHECK(desk.dump().find("Lường Thị Mai") != std::string::npos);
    CHECK(desk.dump().find("Cà Văn Hương") == std::string::npos);
}

TEST_CASE("a row that names a unit outside is refused as if there were no such unit") {
    ImportDesk desk;
    auto rows = everybody;
    rows[0][3] = "Xã Bến Lau";
    rows[1][3] = "Xã Không Có";
    const auto id = desk.tried(rows);

    const auto faults = desk.read(id, "/faults");
    CHECK(
        faults.find(R"("row":2,"column_number":4,"column":"unit","code":"unknown_unit")") !=
        std::string::npos
    );
    CHECK(
        faults.find(R"("row":3,"column_number":4,"column":"unit","code":"unknown_unit")") !=
        std::string::npos
    );
}

TEST_CASE("who may not import at the unit neither sends a roster nor sees one") {
    ImportDesk desk;
    const auto id = desk.tried(everybody);
    desk.come_as({Permission::import_people}, Office::other_commune);
    CHECK(field(desk.read(id), "status") == "404");
    CHECK(field(desk.upload(csv_of(everybody)), "status") == "404");
    desk.come_as({Permission::read_people});
    CHECK(field(desk.read(id), "status") == "403");
}

TEST_CASE("a file that is no roster is refused with the reason") {
    ImportDesk desk;
    CHECK(field(desk.upload(""), "code") == "sheet.empty");
    CHECK(field(desk.upload("%PDF-1.7 …"), "code") == "sheet.unknown_format");
}

TEST_CASE("columns are matched by their titles, and a mapping is remembered for the unit") {
    ImportDesk desk;
    const std::string text =
        "Mã,Họ tên,Sinh ngày,Vị trí,Từ ngày\r\nN1,Lò Thị Ma,1990-01-01,"
        "Chuyên viên,2025-07-01\r\n";
    const auto sent = desk.upload(text);
    CHECK(sent.find(R"("missing":["staff_number","birth_date"])") != std::string::npos);
    const auto id = field(sent, "id");
    CHECK(field(desk.act(id, "check"), "code") == "roster_import.columns_missing");

    const auto mapped = desk.client.put(
        "/roster-imports/" + id + "/mapping",
        R"({"columns":[{"column":"staff_number","at":1},{"column":"name","at":2},)"
        R"({"column":"birth_date","at":3},{"column":"position","at":4},)"
        R"({"column":"from_date","at":5}]})"
    );
    CHECK(mapped.body.find(R"("missing":[])") != std::string::npos);

    CHECK(desk.upload(text).find(R"("missing":[])") != std::string::npos);
}

TEST_CASE("a workbook is read as a text is") {
    ImportDesk desk;
    const auto bytes = sheet::xlsx_bytes([](sheet::Writer& writer) {
        sheet::SheetPlan plan{.name = "Nhân sự"};
        for (const auto& title : titles) plan.columns.push_back({.title = title});
        writer.begin_sheet(plan);
        for (const auto& row : everybody) {
            std::vector<sheet::Value> values(row.begin(), row.end());
            values[2] = Date{1990, 12, 25};
            writer.add_row(values);
        }
    });
    const auto id = field(desk.upload(bytes), "id");
    desk.act(id, "check");

    CHECK(field(desk.read(id), "added") == "3");
}
