#include <doctest/doctest.h>

#include <algorithm>

#include "kit/events.hpp"
#include "kit/sheet/writer.hpp"
#include "modules/competency/tests/library.hpp"

using namespace nangluc;
using namespace nangluc::competency;

TEST_CASE("E29: every institution asks for the same competency by the same identity") {
    Library library;
    const auto of = [&](const std::string& framework) {
        return library.get(
            library.civil_servant(library.specialist),
            "/framework-versions/" + library.version_of(framework)
        );
    };
    const auto reference =
        R"("id":")" + library.id(library.competency("dc3.1.3").id) + R"(","code":"dc3.1.3")";

    CHECK(says(of("digcomp-3.0"), reference));
    CHECK(says(of("vn-digital-2025"), reference));
    CHECK(says(of("demo-commune"), reference));
}

TEST_CASE("a framework is read in the language asked for, and says where it fell back") {
    Library library;
    const auto read = [&](const std::string& framework, const std::string& language) {
        return library.get(
            library.civil_servant(library.specialist),
            "/framework-versions/" + library.version_of(framework) + "?language=" + language
        );
    };

    CHECK(says(read("demo-commune", "vi"), R"({"text":"Quản lý dữ liệu","language":"vi"})"));
    CHECK(says(read("demo-commune", "en"), R"({"text":"Managing data","language":"en"})"));
    CHECK(says(read("demo-commune", "th"), R"({"text":"Managing data","language":"en"})"));
    CHECK(says(read("uk-gdd", "vi"), R"({"text":"Agile working","language":"en"})"));
    CHECK(says(read("vn-digital-2025", "vi"), R"("remarks":["partial","for_learners"])"));
    CHECK(
        library.get(library.civil_servant(library.specialist), "/framework-versions/12345")
            .status == 404
    );
}

TEST_CASE("the roles of a published framework become requirements of a position") {
    Library library;
    const auto version = "/framework-versions/" + library.version_of("uk-gdd");
    const auto roles = library.get(library.planner_account(), version + "/roles");
    CHECK(says(roles, R"("code":"business-architect/lead-business-architect")"));

    const auto adopt = [&](const Actor& who) {
        return library.post(
            who,
            version + "/adoptions",
            R"({"role":"business-architect/lead-business-architect","reason_kind":"position",)"
            R"("reason_id":")" +
                library.id(library.division_head) + R"(","scope":")" +
                library.id(library.province) + R"(","decision_number":"9","from":"2026-01-01"})"
        );
    };
    CHECK(adopt(library.civil_servant(library.specialist)).status == 403);
    const auto count = value_of(adopt(library.planner_account()), "added");
    CHECK(count != "0");
    CHECK(value_of(adopt(library.planner_account()), "added") == "0");
    const auto asked = library.get(
        library.planner_account(), "/people/" + library.id(library.manager) + "/requirements"
    );
    CHECK(says(asked, R"("code":"gdd.business-architecture")"));
}

TEST_CASE("E25: versions have a decision and dates; comparing lists what changed and for whom") {
    Library library;
    library.require(library.competency("cs.budget").id, library.managers);
    library.require(library.competency("cs.drafting").id, library.managers);
    library.require(library.competency("cs.drafting").id, library.professionals);
    const auto old_version = library.version_of("demo-commune");
    const auto version = library.draft();
    const auto at = "/framework-versions/" + version + "/competencies/";
    REQUIRE(library.remove(at + "cs.budget").status == 200);
    REQUIRE(
        library.put(at + "cs.drafting", library.competency_text("service", "Soạn thảo")).status ==
        200
    );
    REQUIRE(
        library.put(at + "cs.ethics", library.competency_text("service", "Đạo đức")).status == 200
    );

    const auto compared = library.get(
        library.planner_account(),
        "/framework-versions/" + version + "/comparison?with=" + old_version +
            "&unit=" + library.id(library.province)
    );
    CHECK(says(compared, R"("added":1,"changed":1,"removed":1,"people":2,)"));
    CHECK(says(
        compared,
        R"({"code":"cs.budget","change":"removed","aspects":[],"name":{"text":"Quản lý ngân sách","language":"vi"},"people":1})"
    ));
    CHECK(says(
        compared,
        R"("code":"cs.drafting","change":"changed","aspects":["name","description","levels"])"
    ));
    CHECK(says(compared, R"("code":"cs.ethics","change":"added")"));

    REQUIRE(library.approve({9}, version, "2027-01-01").status == 204);
    const auto list = library.get(library.planner_account(), "/frameworks");
    CHECK(says(
        list, R"("decision_number":"88/QĐ-UBND","decided_on":"2026-11-20","from":"2027-01-01")"
    ));
    CHECK(says(list, R"("from":"2026-01-01","until":"2027-01-01")"));
}

TEST_CASE("C24 part: competencies added in a new version leave the others where they were") {
    Library library;
    library.require(library.competency("dc3.1.3").id, library.managers);
    const auto before = library.competency("dc3.1.3");
    const auto version = library.draft();
    REQUIRE(
        library
            .put(
                "/framework-versions/" + version + "/competencies/cs.ai-ethics",
                library.competency_text("ai", "Đạo đức AI")
            )
            .status == 200
    );
    REQUIRE(library.approve({9}, version, "2026-11-23").status == 204);

    const auto after = library.competency("dc3.1.3");
    CHECK(after.id == before.id);
    CHECK(after.block == before.block);
    CHECK(after.slot == before.slot);
    CHECK(after.levels == before.levels);
    CHECK(library.competency("cs.ai-ethics").name == "Đạo đức AI");
    const auto asked = library.get(
        library.planner_account(), "/people/" + library.id(library.manager) + "/requirements"
    );
    CHECK(says(asked, R"("code":"dc3.1.3","name":"Quản lý dữ liệu")"));
}

TEST_CASE("whoever drafted a version does not approve it, and nobody edits it afterwards") {
    Library library;
    const auto version = library.draft();
    const auto page = "/framework-versions/" + version;

    CHECK(testing::code_of(library.approve({1}, version, "2027-01-01")) == "framework.own_draft");
    CHECK(says(library.get(library.planner_account({9}), page), R"("actions":["edit","approve"])"));
    CHECK(says(library.get(library.planner_account({1}), page), R"("actions":["edit"])"));
    CHECK(
        testing::code_of(library.approve({9}, version, "2026-01-01")) == "framework.before_decision"
    );
    REQUIRE(library.approve({9}, version, "2027-01-01").status == 204);
    CHECK(
        testing::code_of(library.remove(page + "/competencies/cs.budget")) ==
        "framework.not_a_draft"
    );
    CHECK(testing::code_of(library.approve({9}, version, "2027-01-01")) == "framework.not_a_draft");
}

TEST_CASE("two people editing one draft do not overwrite each other unseen") {
    Library library;
    const auto version = library.draft();
    const auto target = "/framework-versions/" + version + "/competencies/cs.budget";
    const auto unseen =
        library.as(library.planner_account(), [&](auto& browser) { return browser.del(target); });
    CHECK(unseen.status == 428);

    REQUIRE(library.remove(target).status == 200);
    const auto outdated = library.as(library.planner_account(), [&](auto& browser) {
        return browser.with("if-match", "\"1\"")
            .del("/framework-versions/" + version + "/competencies/cs.drafting");
    });
    CHECK(outdated.status == 412);
}

TEST_CASE("a framework is edited only where its owner's unit allows it") {
    Library library;
    const auto sample = "/framework-versions/" + library.version_of("demo-commune") + "/copies";
    const auto published = "/framework-versions/" + library.version_of("digcomp-3.0") + "/copies";
    const auto label = R"({"label":"2027"})";

    CHECK(library.post(library.hr_officer(), sample, label).status == 403);
    CHECK(
        testing::code_of(library.post(library.planner_account(), published, label)) ==
        "edit_frameworks"
    );
    const auto national = library.actor({7}, {}, library.nation, {Permission::edit_frameworks});
    CHECK(library.post(national, published, label).status == 201);
    CHECK(
        testing::code_of(library.post(library.planner_account(), sample, R"({"label":"2026"})")) ==
        "framework.label_taken"
    );
}

// A workbook of the template: titles, then rows.
static std::string workbook(const std::vector<std::vector<std::string>>& rows) {
    return sheet::xlsx_bytes([&](sheet::Writer& writer) {
        sheet::SheetPlan plan{.name = "Năng lực"};
        for (const auto& title : rows.front()) plan.columns.push_back({.title = title});
        writer.begin_sheet(plan);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            writer.add_row({rows[i].begin(), rows[i].end()});
        }
    });
}

struct Importing : Library {
    http::Reply look(const std::string& bytes, const std::string& query = "") {
        return as(planner_account(), [&](auto& browser) {
            return browser.with("content-type", "application/octet-stream")
                .post("/framework-imports" + query, bytes);
        });
    }
    http::Reply apply(const http::Reply& looked, const std::string& code, UnitId owner) {
        return post(
            planner_account(),
            "/framework-imports/" + value_of(looked, "file") + "/application",
            R"({"code":")" + code + R"(","label":"1","name_vi":"Khung mẫu","owner":")" + id(owner) +
                R"("})"
        );
    }
};

TEST_CASE("E24: a framework comes from a spreadsheet after a dry run, and goes out in the same form"
) {
    Importing app;
    const std::vector<std::string> titles = {
        "Mã nhóm", "Nhóm năng lực", "Mã năng lực", "Tên năng lực", "Mức 1", "Mức 2", "Ghi chú"};
    const auto faulty = app.look(workbook({
        titles,
        {"A", "Chung", "so.1", "Soạn thảo", "Biết", "Làm được", ""},
        {"A", "Chung", "so.1", "Trùng mã", "", "", ""},
        {"B", "", "so.2", "Tiếp dân", "", "", ""},
        {"A", "Chung", "so.3", "", "", "", ""},
        {"A", "Chung", "dc3.1.3", "Quản lý dữ liệu", "Biết", "Làm được", ""},
    }));
    CHECK(says(
        faulty, R"({"sheet":1,"row":3,"column":3,"code":"competency.repeated","value":"so.1"})"
    ));
    CHECK(says(faulty, R"({"sheet":1,"row":4,"column":1,"code":"area.unknown","value":"B"})"));
    CHECK(says(faulty, R"({"sheet":1,"row":5,"column":4,"code":"name.missing","value":""})"));
    CHECK(says(faulty, R"("unknown_columns":["Ghi chú"])"));
    CHECK(testing::code_of(app.apply(faulty, "so-tay", app.province)) == "framework.faulty");
    CHECK_FALSE(says(app.get(app.planner_account(), "/frameworks"), "so-tay"));

    const auto sound = app.look(workbook({
        titles,
        {"A", "Chung", "so.1", "Soạn thảo", "Biết", "Làm được", ""},
        {"A", "Chung", "so.2", "Tiếp dân", "Nghe", "Giải thích", ""},
        {"A", "Chung", "dc3.1.3", "Quản lý dữ liệu", "Biết", "Làm được", ""},
    }));
    CHECK(says(sound, R"("competencies":3,"known":1,"areas":1,"levels":2,"faults":[])"));
    const auto applied = app.apply(sound, "so-tay", app.province);
    REQUIRE(applied.status == 201);
    const auto version = value_of(applied, "id");

    const auto out = app.get(app.planner_account(), "/framework-versions/" + version + "/workbook");
    REQUIRE(out.status == 200);
    const auto back = app.look(out.body);
    CHECK(says(back, R"("competencies":3,"known":3,"areas":1,"levels":2,"faults":[])"));
    const auto again = app.apply(back, "so-tay-2", app.province);
    CHECK(compare(app.content(version), app.content(value_of(again, "id"))).empty());
}

TEST_CASE("a published table is read by its own columns") {
    Importing app;
    const std::string table =
        "competence_id,area_id,name\n9.1,,Quantum computing\n1.3,,Managing information\n";

    CHECK(says(app.look(table, "?prefix=dc3."), R"("code":"level.missing")"));
    CHECK(says(
        app.look(table, "?prefix=dc3.&levels=8&scale=digital-8"),
        R"("competencies":2,"known":1,"areas":0,"levels":8,"faults":[])"
    ));
    CHECK(says(app.look(table, "?prefix=dc3.&levels=9"), R"("code":"scale.too_long")"));
    CHECK(testing::code_of(app.look("a,b\n1,2\n")) == "framework.no_codes");
    CHECK(testing::code_of(app.look(std::string("\x01\x02\x03", 3))) != "none");
}

TEST_CASE("a framework is imported for a unit by those who may edit frameworks there") {
    Importing app;
    const auto looked = app.look("code,name,level_1_en\nx.1,One,Begins\n");

    CHECK(testing::code_of(app.apply(looked, "mine", app.nation)) != "none");
    CHECK(app.apply(looked, "mine", app.commune).status == 201);
    const auto refused = app.as(app.hr_officer(), [&](auto& browser) {
        return browser.post("/framework-imports", "code,name\nx.1,One\n");
    });
    CHECK(refused.status == 403);
}
