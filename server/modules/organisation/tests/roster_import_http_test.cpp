#include <doctest/doctest.h>

#include <random>

#include "kit/sheet/writer.hpp"
#include "modules/organisation/tests/roster_office.hpp"
#include "testing/office.hpp"

using namespace nangluc;
using namespace nangluc::organisation;
using testing::Office;

namespace {

using Cells = std::vector<std::string>;
const Cells titles = {
    "Mã số cán bộ",
    "Họ và tên",
    "Ngày sinh",
    "Đơn vị",
    "Vị trí",
    "Hình thức",
    "Tỷ lệ",
    "Từ ngày",
    "Ngạch",
    "E-mail",
    "Ghi chú riêng"};

std::string csv_of(const std::vector<Cells>& rows) {
    std::string text;
    const auto add = [&](const Cells& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) text += (i ? ";" : "") + cells[i];
        text += "\r\n";
    };
    add(titles);
    for (const auto& row : rows) add(row);
    return text;
}

Cells row_of(const std::string& number, const std::string& name) {
    return {
        number, name, "25/12/1990", "", "Chuyên viên", "Chính", "100", "2025-07-01", "", "", ""};
}

// The small office, with an officer who may import into one commune.
struct Desk : Office {
    Desk() { module.add_routes(router); }

    void come_as(std::vector<Permission> rights, UnitId unit = commune) {
        reader = actor({1}, {}, unit, std::move(rights));
        work.jobs.resolve_actors_with([this](AccountId) { return reader; });
    }

    std::string upload(const std::string& bytes, UnitId unit = commune) {
        const auto reply =
            client.with("content-type", "application/octet-stream")
                .send(
                    http::Method::post,
                    "/units/" + to_text(unit.value) + "/roster-imports?file_name=a.csv",
                    bytes
                );
        return reply.body;
    }
    std::string act(const std::string& id, const std::string& what, std::string body = "{}") {
        const auto body_of =
            client.post("/roster-imports/" + id + '/' + what, std::move(body)).body;
        while (work.jobs.run_one()) {
        }
        return body_of;
    }
    std::string read(const std::string& id, const std::string& part = "") {
        return client.get("/roster-imports/" + id + part).body;
    }
    // Sent and tried.
    std::string tried(const std::vector<Cells>& rows) {
        const auto id = field(upload(csv_of(rows)), "id");
        act(id, "check");
        return id;
    }
    void apply(const std::string& id, const std::string& rows = "all") {
        act(id, "application", R"({"rows":")" + rows + R"("})");
    }
    // Every row of people, holdings and facts.
    std::string dump() {
        return db.read([](db::Tx& tx) {
            std::string text;
            const auto add = [&](const db::Row& row) {
                for (const auto& value : row.values()) {
                    std::visit(
                        [&](const auto& held) {
                            using Held = std::decay_t<decltype(held)>;
                            if constexpr (std::is_same_v<Held, std::string>) text += held;
                            if constexpr (std::is_same_v<Held, std::int64_t>) {
                                text += std::to_string(held);
                            }
                            text += '|';
                        },
                        value
                    );
                }
                text += '\n';
            };
            tx.each(
                "SELECT id, staff_number, birth_date, name, family, middle, given, folded, "
                "sort_key, version, "
                "recorded_at "
                "FROM organisation_people ORDER BY id",
                add
            );
            tx.each(
                "SELECT id, person_id, post_id, unit_id, kind, share_percent, decision_id, note, "
                "from_date, "
                "until_date, recorded_at, superseded_at "
                "FROM organisation_holdings ORDER BY id",
                add
            );
            tx.each(
                "SELECT id, person_id, kind, value, year, source, from_date, until_date, "
                "recorded_at, "
                "superseded_at "
                "FROM organisation_person_facts ORDER BY id",
                add
            );
            tx.each(
                "SELECT id, unit_id, position_id, rank_id "
                "FROM organisation_posts ORDER BY id",
                add
            );
            return text;
        });
    }

    Module module{kit};
    http::Router router;
    Actor reader = actor({1}, {}, commune, {Permission::import_people, Permission::read_people});
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return reader; }}};
    bool ready = (come_as({Permission::import_people, Permission::read_people}), true);
};

const auto everybody = std::vector<Cells>{
    row_of("N1", "Lường Thị Mai"), row_of("N2", "Cà Văn Hương"), row_of("N3", "Quàng Thị Ly")};

}  // namespace

TEST_CASE("C1 part: a roster is tried, its faults are named by row and column, mended and applied"
) {
    Desk desk;
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
    Desk desk;
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
    Desk desk;
    auto rows = everybody;
    rows[1][4] = "Phi công";
    const auto id = desk.tried(rows);
    desk.apply(id, "good");

    CHECK(field(desk.read(id), "status") == "applied");
    CHECK(desk.dump().find("Lường Thị Mai") != std::string::npos);
    CHECK(desk.dump().find("Cà Văn Hương") == std::string::npos);
}

TEST_CASE("an import is undone as a whole, row for row, over several random rosters") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Desk desk;
        std::mt19937 chance(seed);
        std::vector<Cells> rows;
        for (int i = 0; i < 4; ++i) {
            rows.push_back(
                row_of("R" + std::to_string(i), "Tòng Văn Bi" + std::string(1, char('a' + i)))
            );
            rows.back()[8] = "";
            rows.back()[9] = chance() % 2 ? "bi@tinh.gov.vn" : "";
        }
        // People whom the office has: another share, another first day, an address.
        for (const auto& [number, name] :
             {std::pair("T11", "Lò Thị Sen"),
              {"T12", "Nguyễn Văn Bách"},
              {"T13", "Trần Thị Cúc"}}) {
            auto row = row_of(number, name);
            row[2] = "1990-01-01";
            row[6] = std::to_string(50 + chance() % 50);
            row[7] = chance() % 2 ? "2020-01-01" : "2021-05-01";
            row[9] = chance() % 2 ? "moi@tinh.gov.vn" : "";
            rows.push_back(row);
        }
        const auto before = desk.dump();
        const auto id = desk.tried(rows);
        desk.clock.advance(1'000'000);
        desk.apply(id);
        REQUIRE(field(desk.read(id), "status") == "applied");
        CHECK(desk.dump() != before);

        desk.act(id, "reversal");

        CHECK(field(desk.read(id), "status") == "undone");
        CHECK(desk.dump() == before);
    }
}

TEST_CASE("an import on which a later change rests is not undone, and the rows are named") {
    Desk desk;
    const auto first = desk.tried(everybody);
    desk.apply(first);
    auto rows = everybody;
    rows[1][6] = "80";
    desk.clock.advance(1'000'000);
    desk.apply(desk.tried(rows));

    const auto refused = desk.act(first, "reversal");

    CHECK(field(refused, "code") == "roster_import.undo_blocked");
    CHECK(refused.find(R"({"path":"/rows/3","code":"holding_changed"})") != std::string::npos);
    CHECK(field(desk.read(first), "status") == "applied");
}

TEST_CASE("an import can be undone for 30 days and no longer") {
    Desk desk;
    const auto id = desk.tried(everybody);
    desk.apply(id);
    desk.clock.advance(30LL * 86'400'000'000);

    CHECK(field(desk.act(id, "reversal"), "code") == "roster_import.undo_too_late");
}

TEST_CASE("a row that names a unit outside is refused as if there were no such unit") {
    Desk desk;
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
    Desk desk;
    const auto id = desk.tried(everybody);
    desk.come_as({Permission::import_people}, Office::other_commune);
    CHECK(field(desk.read(id), "status") == "404");
    CHECK(field(desk.upload(csv_of(everybody)), "status") == "404");
    desk.come_as({Permission::read_people});
    CHECK(field(desk.read(id), "status") == "403");
}

TEST_CASE("a file that is no roster is refused with the reason") {
    Desk desk;
    CHECK(field(desk.upload(""), "code") == "sheet.empty");
    CHECK(field(desk.upload("%PDF-1.7 …"), "code") == "sheet.unknown_format");
}

TEST_CASE("columns are matched by their titles, and a mapping is remembered for the unit") {
    Desk desk;
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
    Desk desk;
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
