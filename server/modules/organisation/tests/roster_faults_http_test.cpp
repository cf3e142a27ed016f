// The dry run of real workbooks, through the routes: what it finds, what it gives back, and what it
// leaves alone.

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

#include "kit/sheet/tests/books.hpp"
#include "kit/work/job_runner.hpp"
#include "modules/organisation/tests/roster_office.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

namespace {

std::set<Found> places_of(const std::vector<ToldFault>& faults) {
    std::set<Found> places;
    for (const auto& fault : faults) places.emplace(fault.row, fault.column, fault.code);
    return places;
}

// A file in which every one of `count` people is new.
std::string large_roster(int count) {
    std::string text = "Mã số cán bộ;Họ và tên;Ngày sinh;Phòng, ban;Vị trí việc làm;Từ ngày\r\n";
    for (int i = 0; i < count; ++i) {
        text += "L" + std::to_string(i) + ";Lò Văn Dài;25/12/1990;Văn phòng;Văn thư;2025-07-01\r\n";
    }
    return text;
}

std::int64_t peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

}  // namespace

TEST_CASE(
    "C1 part: of every kind of fault, 25 drawn by seed into a workbook are found and none invented"
) {
    RosterDesk desk(1'600);
    const auto planted = plant_by_seed(desk, 82, 25);
    RosterOffice office(desk);
    const auto before = office.written();

    const auto id = office.tried(RosterOffice::workbook_of(desk));
    const auto faults = office.faults(id);

    const auto found = places_of(faults);
    CHECK(text_of(without(planted, found)) == "");
    CHECK(text_of(without(found, planted)) == "");
    CHECK(faults.size() == found.size());
    CHECK(office.written() == before);
}

TEST_CASE("the workbook comes back with its cells marked, each with its reason") {
    RosterDesk desk(90);
    const auto planted = plant_by_seed(desk, 7, 1);
    RosterOffice office(desk);
    const auto id = office.tried(RosterOffice::workbook_of(desk));

    const auto reply = office.client.get("/roster-imports/" + id + "/marked.xlsx?language=vi");

    REQUIRE(reply.status == 200);
    const sheet::Folder folder;
    sheet::write_file(folder / "marked.xlsx", reply.body);
    const auto seen = sheet::read_file_seen(folder / "marked.xlsx");
    CHECK(seen.rows.size() == desk.rows.size() + 1);
    const auto status_of = [&](int row) {
        for (const auto& each : seen.rows) {
            if (each.number == row) return each.cells.back().text;
        }
        return std::string();
    };
    CHECK(status_of(1) == "Kết quả kiểm tra");
    for (const auto& [row, column, code] : planted) {
        if (severity_of(code) == FaultSeverity::notice) continue;
        CAPTURE(row);
        CAPTURE(name_of(code));
        CHECK_FALSE(status_of(row).empty());
        CHECK(status_of(row) != "Đúng");
    }
    const auto parts = sheet::read_zip(folder / "marked.xlsx");
    CHECK(std::ranges::any_of(parts, [](const auto& part) {
        return part.first.find("comments") != std::string::npos;
    }));
}

TEST_CASE("the template names every column, offers the unit's own words and carries its version") {
    RosterDesk desk(0);
    RosterOffice office(desk);

    const auto reply = office.client.get("/roster-imports/template.xlsx?unit=1&language=vi");

    REQUIRE(reply.status == 200);
    const sheet::Folder folder;
    sheet::write_file(folder / "template.xlsx", reply.body);
    const auto seen = sheet::read_file_seen(folder / "template.xlsx");
    CHECK(seen.rows.front().cells.size() == roster_columns - 1);
    CHECK(seen.rows.size() == 2);  // the titles and the example
    const auto parts = sheet::read_zip(folder / "template.xlsx");
    const auto& first = parts.at("xl/worksheets/sheet1.xml");
    CHECK(first.find("dataValidation") != std::string::npos);
    CHECK(first.find("state=\"frozen\"") != std::string::npos);
    CHECK(parts.at("xl/workbook.xml").find("_nangluc") != std::string::npos);
    CHECK(field(office.upload(reply.body), "missing") == "[]");
}

TEST_CASE("a dry run of thousands of rows lets others write all the while") {
    RosterDesk desk(0);
    RosterOffice office(desk);
    const auto id = field(office.upload(large_roster(6'000)), "id");
    office.post(id, "check");
    constexpr auto touch = R"sql(
        UPDATE organisation_ranks
           SET seq = seq + 1
         WHERE id = 1
    )sql";

    std::atomic<bool> has_ended = false;
    std::thread runner([&] {
        office.run_jobs();
        has_ended = true;
    });
    int written = 0;
    while (!has_ended) {
        office.test.db().transaction([&](db::Tx& tx) { tx.run(touch); });
        if (!has_ended) ++written;
    }
    runner.join();

    CHECK(written > 5);
    CHECK(field(office.read(id), "added") == "6000");
}

TEST_CASE("a dry run that is cancelled leaves the import where it was, and can be started again") {
    RosterDesk desk(0);
    RosterOffice office(desk);
    const auto id = field(office.upload(large_roster(20'000)), "id");
    const JobId job{parse_id(field(office.post(id, "check"), "job")).value()};

    constexpr auto select_running = R"sql(
        SELECT id
          FROM platform_jobs
         WHERE id = $1 AND status = 'running'
    )sql";
    const auto runs = [&](db::Tx& tx) { return tx.one(select_running, job).has_value(); };

    std::thread runner([&] { office.run_jobs(); });
    while (!office.test.db().read(runs)) continue;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto is_cancelled = office.test.db().transaction([&](db::Tx& tx) {
        return office.test.work.jobs.cancel(tx, job);
    });
    runner.join();

    CHECK(is_cancelled);
    CHECK(field(office.read(id), "status") == "uploaded");
    office.post(id, "check");
    office.run_jobs();
    CHECK(field(office.read(id), "status") == "checked");
}

TEST_CASE("a dry run, an application or an undo that is cancelled while it waits never happened") {
    RosterDesk desk(0);
    RosterOffice office(desk);
    const auto id = field(office.upload(large_roster(3)), "id");
    const auto cancel = [&](const std::string& act) {
        const JobId job{parse_id(field(office.post(id, act, R"({"rows":"all"})"), "job")).value()};
        office.test.db().transaction([&](db::Tx& tx) { office.test.work.jobs.cancel(tx, job); });
        office.run_jobs();
        return field(office.read(id), "status");
    };
    const auto finish = [&](const std::string& act) {
        office.post(id, act, R"({"rows":"all"})");
        office.run_jobs();
    };

    CHECK(cancel("check") == "uploaded");
    finish("check");
    CHECK(cancel("check") == "checked");
    CHECK(cancel("application") == "checked");
    finish("application");
    CHECK(cancel("reversal") == "applied");
}

TEST_CASE("an application that is cancelled writes nobody") {
    RosterDesk desk(0);
    RosterOffice office(desk);
    const auto id = office.tried(large_roster(10'000));
    const auto before = office.written();
    const auto reply = office.post(id, "application", R"({"rows":"all"})");
    const JobId job{parse_id(field(reply, "job")).value()};

    std::thread runner([&] { office.run_jobs(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    office.test.db().transaction([&](db::Tx& tx) { office.test.work.jobs.cancel(tx, job); });
    runner.join();

    CHECK(office.written() == before);
    CHECK(field(office.read(id), "status") != "applied");
}

TEST_CASE("a workbook that inflates to 200 MB is refused before it is in memory") {
    RosterDesk desk(0);
    RosterOffice office(desk);
    const sheet::Folder folder;
    for (int i = 0; i < 200; ++i) {
        std::ofstream(folder / "sheet.xml", std::ios::app) << std::string(1'000'000, ' ');
    }
    sheet::write_zip(folder / "bomb.xlsx", sheet::book_of(""));
    sheet::put_file(folder / "bomb.xlsx", "xl/worksheets/sheet1.xml", folder / "sheet.xml");
    const auto bomb = sheet::read_file(folder / "bomb.xlsx");
    CHECK(bomb.size() < 1'000'000);
    const auto before = peak_megabytes();

    CHECK(field(office.upload(bomb), "code") == "sheet.too_compressed");
    CHECK(peak_megabytes() - before < 32);
}

TEST_CASE("nobody whom an import added and who was rated since is taken back with it") {
    RosterDesk desk(3);
    RosterOffice office(desk);
    const auto id = office.tried(RosterOffice::workbook_of(desk));
    office.post(id, "application", R"({"rows":"all"})");
    office.run_jobs();
    REQUIRE(field(office.read(id), "status") == "applied");
    const auto rated = office.test.db().read([](db::Tx& tx) {
        return tx.one("SELECT MAX(id) AS person FROM organisation_people")->get<PersonId>("person");
    });
    office.module.ask_before_undo([rated](db::Tx&, PersonId first, PersonId last) {
        return first <= rated && rated <= last ? std::vector{rated} : std::vector<PersonId>();
    });

    const auto refused = office.post(id, "reversal");

    CHECK(field(refused, "code") == "roster_import.undo_blocked");
    CHECK(refused.find(R"("code":"person_in_use")") != std::string::npos);
    CHECK(field(office.read(id), "status") == "applied");
}
