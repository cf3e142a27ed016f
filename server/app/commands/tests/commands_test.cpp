#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "app/world/accounts.hpp"
#include "app/world/world.hpp"
#include "testing/client.hpp"
#include "testing/dom.hpp"
#include "testing/test_kit.hpp"

using namespace nangluc;
using app::Arguments;
using testing::dom_of;
using testing::number_at;
using testing::TestClient;
using testing::TestDatabase;
using testing::TestFolder;
using testing::text_at;

namespace {

constexpr auto time_zone = "Asia/Ho_Chi_Minh";

// The demo as it is today, since the commands go by the computer's clock.
class Installation {
public:
    Installation()
        : clock_(system_clock(time_zone)),
          database_(TestDatabase::from_template("demo_of_today", build)),
          application_(config_in(folder), database_.db(), *clock_) {
        for (auto& login : world::renew_demo_passwords(application_.kit())) {
            passwords_[login.role] = {login.login, login.password};
        }
    }

    // As the program would run it; its exit code.
    int run(std::string_view name, Arguments words) const {
        words.insert(words.end(), {"--database.address", database_.address()});
        words.insert(words.end(), {"--data.folder", folder.path().string()});
        words.insert(words.end(), {"--share.folder", NANGLUC_SOURCE_FOLDER "/data"});
        for (const auto& command : app::commands()) {
            if (command.name == name) return command.run(words);
        }
        return -1;
    }

    TestClient as(const std::string& role) {
        const auto& [login, password] = passwords_.at(role);
        TestClient client(application_.router(), application_.hooks());
        client.sign_in(login, password);
        return client;
    }

    std::string unit_coded(std::string_view code) {
        auto planner = as("planner");
        const auto found = dom_of(planner.get("/units?search=" + std::string(code)));
        for (const auto& unit : testing::items_of(found)) {
            if (text_at(unit, "/code") == code) return text_at(unit, "/id");
        }
        throw std::runtime_error("no unit has that code");
    }

    std::string file(const std::string& name) const { return (folder.path() / name).string(); }
    int next_year() const { return clock_->today().year + 1; }

    std::int64_t count(const std::string& table) const {
        return application_.kit().db.read([&](db::Tx& tx) {
            return tx.one("SELECT COUNT(*) AS rows_of FROM " + table)->get<std::int64_t>("rows_of");
        });
    }
    void change(std::string_view sql) {
        application_.kit().db.transaction([&](db::Tx& tx) { tx.run(sql); });
    }

    TestFolder folder;

private:
    static Config config_in(const TestFolder& folder) {
        Config config;
        config.data.folder = folder.path();
        config.share.folder = NANGLUC_SOURCE_FOLDER "/data";
        return config;
    }
    static void build(db::Db& db) {
        const auto clock = system_clock(time_zone);
        const TestFolder folder;
        app::Application application(config_in(folder), db, *clock);
        const auto made = world::build_world(
            application.kit(), {.share = NANGLUC_SOURCE_FOLDER "/data", .people = 0}
        );
        if (!made) throw std::runtime_error(made.error().code);
    }

    std::unique_ptr<Clock> clock_;
    TestDatabase database_;
    app::Application application_;
    std::map<std::string, std::pair<std::string, std::string>> passwords_;
};

constexpr auto province = "11";
constexpr auto commune = "03256";

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every command that takes somebody's name tells how it is called, and refuses half a call"
) {
    const Installation here;
    for (const auto* const command : {"export", "import", "plan"}) {
        CAPTURE(command);
        CHECK(here.run(command, {"--help"}) == 0);
        CHECK(here.run(command, {}) == 2);
        CHECK(here.run(command, {"--as", "kehoach.dienbien", "--colour", "red"}) == 2);
    }
}

TEST_CASE("an export holds what the interface hands out to the same person") {
    Installation here;
    auto planner = here.as("planner");
    const auto unit = here.unit_coded(commune);
    const auto file = here.file("matrix.csv");

    const Arguments order = {"matrix", "--unit", commune, "--as", "kehoach.dienbien", "--to", file};
    CHECK(here.run("export", order) == 0);

    CHECK((content_of(file) == planner.get("/units/" + unit + "/needs-matrix.csv").body));
    CHECK(here.run("export", order) == 1);  // the file is there already
    CHECK(
        here.run(
            "export",
            {"roster",
             "--unit",
             commune,
             "--as",
             "kehoach.dienbien",
             "--to",
             here.file("roster.xlsx")}
        ) == 0
    );
    CHECK(content_of(here.file("roster.xlsx")).starts_with("PK"));
}

TEST_CASE("an export is refused to whom the interface refuses it, and leaves no file") {
    const Installation here;
    const auto file = here.file("matrix.csv");

    CHECK(
        here.run(
            "export", {"matrix", "--unit", province, "--as", "nhansu.muongang", "--to", file}
        ) == 1
    );
    CHECK(here.run("export", {"matrix", "--unit", province, "--as", "nobody", "--to", file}) == 1);
    CHECK(
        here.run(
            "export", {"matrix", "--unit", "99999", "--as", "kehoach.dienbien", "--to", file}
        ) == 1
    );
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a roster is tried without a trace, and its good rows are applied when asked") {
    Installation here;
    auto officer = here.as("hr_officer");
    const auto roster = "/units/" + here.unit_coded(commune) + "/roster";
    std::ofstream(here.file("roster.csv"))
        << "Mã số cán bộ,Họ và tên,Ngày sinh,Phòng,Vị trí việc làm,Từ ngày\r\n"
           "N9001,Lò Thị Thử,15/03/1990,Văn phòng HĐND và UBND,Quản trị công nghệ thông tin,"
           "15/08/2025\r\n"
           "N9002,Vàng A Thử,31/02/1988,Văn phòng HĐND và UBND,Văn thư,15/08/2025\r\n";
    Arguments order = {
        here.file("roster.csv"),
        "--as",
        "nhansu.muongang",
        "--unit",
        commune,
        "--marked",
        here.file("marked.csv")};
    const auto persons = [&] { return number_at(dom_of(officer.get(roster)), "/totals/persons"); };
    const auto before = persons();

    CHECK(here.run("import", order) == 1);
    CHECK(persons() == before);
    CHECK_FALSE(content_of(here.file("marked.csv")).empty());

    order.resize(5);
    order.insert(order.end(), {"--apply", "all"});
    CHECK(here.run("import", order) == 1);  // not while a row has a fault
    order.back() = "good";
    CHECK(here.run("import", order) == 0);
    CHECK(persons() == before + 1);
}

TEST_CASE("a plan is drafted for a target group and its seats are assigned") {
    Installation here;
    auto planner = here.as("planner");
    const auto unit = here.unit_coded(province);
    const auto matrix = dom_of(planner.get("/units/" + unit + "/needs-matrix"));
    const auto formed = dom_of(planner.post(
        "/target-groups",
        R"({"title":"Nhóm thử","unit":")" + unit + R"(","rule":{"units":[")" + unit +
            R"("],"conditions":[{"competency":")" + text_at(matrix, "/columns/2/id") +
            R"(","min_gap":1,"held_from":2,"held_until":3}],"combine":"any","position_groups":[]}})"
    ));
    const auto group = text_at(formed, "/id");
    const auto year = std::to_string(here.next_year());
    const Arguments order = {"--as", "kehoach.dienbien", "--unit", province, "--year", year};

    CHECK(here.run("plan", order) == 1);  // nothing is drafted yet
    auto drafting = order;
    drafting.insert(
        drafting.end(),
        {"--group", group, "--session", "03256," + year + "-03-08," + year + "-03-12,30"}
    );
    CHECK(here.run("plan", drafting) == 0);

    const auto plans = dom_of(planner.get("/plans?unit=" + unit + "&year=" + year));
    REQUIRE(testing::items_of(plans).size() == 1);
    CHECK(text_at(plans, "/items/0/status") == "draft");
    CHECK(number_at(plans, "/items/0/totals/seats") > 0);
    CHECK(here.run("plan", order) == 0);     // its seats can be assigned anew
    CHECK(here.run("plan", drafting) == 1);  // the same line is not added twice
    CHECK(
        here.run(
            "export",
            {"participants",
             "--plan",
             text_at(plans, "/items/0/id"),
             "--as",
             "kehoach.dienbien",
             "--to",
             here.file("people.csv")}
        ) == 0
    );
}

TEST_CASE("the bank of items is loaded by a command, and the same bank not twice") {
    const Installation here;
    const auto share = std::string(NANGLUC_SOURCE_FOLDER "/data");
    CHECK(here.run("items", {}) == 2);
    CHECK(here.run("items", {here.file("nothing")}) == 1);
    CHECK(here.run("items", {share + "/items"}) == 0);
    const auto versions = [&] { return here.count("assessment_banks"); };
    CHECK(versions() == 1);

    const std::filesystem::path copy = here.file("items");
    std::filesystem::copy(share + "/items", copy);
    auto test = content_of(copy / "test.json");
    const auto most = test.find("\"at_most\": 8");
    REQUIRE(most != std::string::npos);
    test[most + 11] = '7';
    std::ofstream(copy / "test.json") << test;
    CHECK(here.run("items", {copy.string()}) == 0);
    CHECK(versions() == 2);
}

TEST_CASE("the check gives every finished test again and tells which comes out otherwise") {
    Installation here;
    auto officer = here.as("civil_servant");
    const auto tests = dom_of(officer.get("/me/tests"));
    auto state = dom_of(officer.post(
        "/me/sittings", R"({"competency":")" + text_at(tests, "/items/0/competency/id") + "\"}"
    ));
    while (!state.at("question").is_null()) {
        state = dom_of(officer.post(
            "/sittings/" + text_at(state, "/id") + "/answers",
            R"({"position":)" + std::to_string(number_at(state, "/question/position")) +
                R"(,"item":")" + text_at(state, "/question/item") + R"(","option":"b"})"
        ));
    }
    CHECK(here.run("check", {}) == 0);

    here.change(R"sql(
        UPDATE assessment_sittings
           SET level = level + 1
    )sql");
    CHECK(here.run("check", {}) == 1);
}
