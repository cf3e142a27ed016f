#include <doctest/doctest.h>

#include <random>

#include "modules/organisation/tests/import_desk.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

TEST_CASE("an import is undone as a whole, and was known until then, over several random rosters") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        ImportDesk desk;
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
        const auto applied = desk.dump();
        CHECK(applied != before);
        const auto known_then = desk.clock.now();
        desk.clock.advance(1'000'000);

        desk.act(id, "reversal");

        CHECK(field(desk.read(id), "status") == "undone");
        CHECK(desk.dump() == before);
        CHECK(desk.dump(known_then) == applied);
    }
}

TEST_CASE("what an import said that was undone is found by who asks as it was known then") {
    ImportDesk desk;
    desk.apply(desk.tried(everybody));
    const auto known_then = to_text(desk.clock.now());
    desk.clock.advance(1'000'000);

    desk.act(field(desk.client.get("/units/3/roster-imports").body, "id"), "reversal");

    const auto people = "/units/3/roster?search=mai";
    CHECK(desk.client.get(people).body.find("Lường Thị Mai") == std::string::npos);
    const auto then = desk.client.get(people + ("&known_at=" + known_then)).body;
    CHECK(then.find("Lường Thị Mai") != std::string::npos);
}

TEST_CASE("who was taken back with an import is new again, in a roster and by hand") {
    ImportDesk desk;
    const auto first = desk.tried(everybody);
    desk.apply(first);
    desk.clock.advance(1'000'000);
    desk.act(first, "reversal");
    auto rows = std::vector<Cells>{everybody[0], everybody[1]};
    rows[0][1] = "Lường Thị Mái";

    const auto again = desk.tried(rows);
    CHECK(field(desk.read(again), "added") == "2");
    desk.apply(again);

    CHECK(field(desk.read(again), "status") == "applied");
    CHECK(desk.dump().find("Lường Thị Mái") != std::string::npos);
    CHECK(desk.dump().find("Lường Thị Mai") == std::string::npos);
    desk.come_as({Permission::edit_people, Permission::read_people});
    const auto by_hand = desk.client.post(
        "/people",
        R"({"staff_number":"N3","birth_date":"1990-12-25","name":{"name":"Quàng Thị Ly"},)"
        R"("holding":{"post":"43","kind":"main","from":"2026-11-23"}})"
    );
    CHECK(by_hand.status == 201);
    const auto twice = desk.client.post(
        "/people",
        R"({"staff_number":"N1","birth_date":"1990-12-25","name":{"name":"Lường Thị Mai"},)"
        R"("holding":{"post":"43","kind":"main","from":"2026-11-23"}})"
    );
    CHECK(field(twice.body, "code") == "person.exists");
}

TEST_CASE("two imports, one upon the other, are undone one after the other") {
    ImportDesk desk;
    const auto before = desk.dump();
    const auto first = desk.tried(everybody);
    desk.apply(first);
    auto rows = everybody;
    rows[1][6] = "80";
    rows[2][9] = "ly@tinh.gov.vn";
    desk.clock.advance(1'000'000);
    const auto second = desk.tried(rows);
    desk.apply(second);
    REQUIRE(field(desk.read(second), "status") == "applied");

    for (const auto& id : {second, first}) {
        desk.clock.advance(1'000'000);
        desk.act(id, "reversal");
        CHECK(field(desk.read(id), "status") == "undone");
    }

    CHECK(desk.dump() == before);
}

TEST_CASE("an application is refused where people have changed since it was checked") {
    ImportDesk desk;
    const auto id = desk.tried(everybody);
    desk.clock.advance(1'000'000);
    const auto other = desk.tried({everybody[0]});
    desk.apply(other);
    REQUIRE(field(desk.read(other), "status") == "applied");

    const auto job = field(desk.act(id, "application", R"({"rows":"all"})"), "job");

    CHECK(field(desk.read(id), "status") == "checked");
    CHECK(desk.dump().find("Cà Văn Hương") == std::string::npos);
    CHECK(desk.refusal_of(job) == "roster_import.changed_since_check");
}

TEST_CASE("an import on which a later change rests is not undone, and the rows are named") {
    ImportDesk desk;
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
    ImportDesk desk;
    const auto id = desk.tried(everybody);
    desk.apply(id);
    desk.clock.advance(30LL * 86'400'000'000);

    CHECK(field(desk.act(id, "reversal"), "code") == "roster_import.undo_too_late");
}
