#include <doctest/doctest.h>

#include "kit/events.hpp"

#include "modules/competency/tests/competency_app.hpp"
#include "testing/merger.hpp"

using namespace nangluc;
using namespace nangluc::competency;

struct Asked : CompetencyApp {
    // Requires the level from the beginning of 2026, by the planner. Returns the id.
    std::string require(
        const std::string& kind, std::int64_t reason, CompetencyId competency, int minimum
    ) {
        return value_of(
            post(planner_account(), "/requirements", body(kind, reason, competency, minimum)), "id"
        );
    }
    static std::string body(
        const std::string& kind, std::int64_t reason, CompetencyId competency, int minimum
    ) {
        return R"({"reason_kind":")" + kind + R"(","reason_id":")" + to_text(reason) +
               R"(","scope":")" + id(province) + R"(","competency":")" + id(competency) +
               R"(","minimum":)" + std::to_string(minimum) +
               R"(,"decision_number":"12/QĐ-UBND","from":"2026-01-01"})";
    }
    http::Reply end(const std::string& requirement, const std::string& on) {
        return post(
            planner_account(),
            "/requirements/" + requirement + "/end",
            R"({"on":")" + on + R"(","decision_number":"20/QĐ-UBND"})"
        );
    }
    http::Reply asked_of(PersonId person, const std::string& query = "") {
        return get(planner_account(), "/people/" + id(person) + "/requirements" + query);
    }
};

TEST_CASE("F1: a requirement holds while any of its reasons holds, and every reason stays visible"
) {
    Asked app;
    const auto by_post = app.require("position", app.culture_officer.value, app.data_use, 3);
    app.require("position_group", app.professionals.value, app.data_use, 2);
    app.require("occupational_group", app.culture.value, app.data_use, 2);
    app.require("rank", app.rank.value, app.data_use, 1);
    app.require("person", app.specialist.value, app.data_use, 2);
    auto level = app.body("administrative_level", 0, app.data_use, 1);
    level.replace(level.find(R"("reason_id":"0")"), 15, R"("reason_word":"commune")");
    REQUIRE(app.post(app.planner_account(), "/requirements", level).status == 201);

    const auto before = app.asked_of(app.specialist);
    CHECK(says(before, R"("minimum":3,"desired":3,"reasons":)"));
    for (const auto* kind :
         {"position",
          "position_group",
          "occupational_group",
          "rank",
          "person",
          "administrative_level"}) {
        CAPTURE(kind);
        CHECK(says(before, R"("reason_kind":")" + std::string(kind) + '"'));
    }
    CHECK(says(before, R"("decision_number":"12/QĐ-UBND")"));
    CHECK(says(before, R"("from":"2026-01-01")"));

    REQUIRE(app.end(by_post, "2026-11-01").status == 200);
    const auto after = app.asked_of(app.specialist);
    CHECK(says(after, R"("minimum":2,"desired":2,"reasons":)"));
    CHECK_FALSE(says(after, R"("reason_kind":"position",)"));
    CHECK(says(app.asked_of(app.specialist, "?on=2026-10-31"), R"("minimum":3,"desired":3)"));
}

TEST_CASE("E22: a post inherits what its groups, rank and level require, and adds its own") {
    Asked app;
    app.require("occupational_group", app.culture.value, app.data_use, 2);
    app.require("position_group", app.professionals.value, app.drafting, 3);
    app.require("post", app.culture_post.value, app.artificial_intelligence, 4);

    const auto post =
        app.get(app.hr_officer(), "/posts/" + app.id(app.culture_post) + "/requirements");
    CHECK(says(post, R"("code":"data.use")"));
    CHECK(says(post, R"("code":"office.drafting")"));
    CHECK(says(post, R"("code":"data.ai")"));
    CHECK(says(post, R"("reason_name":"Văn hóa")"));

    const auto other = app.get(
        app.planner_account(), "/posts/" + app.id(app.other_culture_post) + "/requirements"
    );
    CHECK(says(other, R"("code":"data.use")"));
    CHECK_FALSE(says(other, R"("code":"data.ai")"));
}

TEST_CASE("E23: leaders, managers and professionals are asked for different digital competencies") {
    Asked app;
    app.load_frameworks();
    const auto competency = [&](const std::string& code) {
        return app.db.read([&](db::Tx& tx) {
            for (const auto& one : list_competencies(tx, "vi")) {
                if (one.code == code) return one.id;
            }
            throw std::runtime_error(code);
        });
    };
    app.require("position_group", app.leaders.value, competency("cs.leading-digital-change"), 4);
    app.require("position_group", app.leaders.value, competency("vn.6.1"), 2);
    app.require("position_group", app.managers.value, competency("vn.6.1"), 4);
    app.require("position_group", app.professionals.value, competency("dc3.1.3"), 4);

    CHECK(says(app.asked_of(app.leader), "Lãnh đạo chuyển đổi số"));
    CHECK(says(app.asked_of(app.leader), R"("code":"vn.6.1","name":"Hiểu biết về AI",)"));
    CHECK_FALSE(says(app.asked_of(app.manager), "Lãnh đạo chuyển đổi số"));
    CHECK(says(app.asked_of(app.manager), R"("minimum":4)"));
    CHECK(says(app.asked_of(app.specialist), "Quản lý dữ liệu"));
    CHECK_FALSE(says(app.asked_of(app.specialist), "Hiểu biết về AI"));
    const auto of_leaders = app.get(
        app.planner_account(),
        "/requirements?unit=" + app.id(app.province) +
            "&reason_kind=position_group&reason_id=" + app.id(app.leaders)
    );
    CHECK(says(of_leaders, R"("reason_name":"Lãnh đạo")"));
    CHECK_FALSE(says(of_leaders, R"("reason_name":"Quản lý")"));
}

TEST_CASE("E16: what prepares a change of post is asked for apart from the post held") {
    Asked app;
    app.require("position", app.culture_officer.value, app.data_use, 2);
    app.require("position", app.division_head.value, app.drafting, 4);
    const auto target = app.post(
        app.hr_officer(),
        "/people/" + app.id(app.specialist) + "/next-positions",
        R"({"position":")" + app.id(app.division_head) +
            R"(","from":"2026-01-01","note":"Quy hoạch"})"
    );
    REQUIRE(target.status == 201);

    const auto present = app.asked_of(app.specialist);
    CHECK(says(present, R"("code":"data.use")"));
    CHECK_FALSE(says(present, R"("code":"office.drafting")"));
    const auto next = app.asked_of(app.specialist, "?goal=next");
    CHECK(says(next, R"("code":"office.drafting")"));
    CHECK_FALSE(says(next, R"("code":"data.use")"));

    REQUIRE(
        app.post(
               app.hr_officer(),
               "/next-positions/" + value_of(target, "id") + "/end",
               R"({"on":"2026-11-01"})"
        )
            .status == 200
    );
    CHECK_FALSE(says(app.asked_of(app.specialist, "?goal=next"), R"("code":"office.drafting")"));
}

TEST_CASE("a correction changes what is known, not what was known then") {
    Asked app;
    const auto id = app.require("position", app.culture_officer.value, app.data_use, 2);
    const auto then = to_text(app.clock.now());
    const auto corrected = app.post(
        app.planner_account(),
        "/requirements/" + id + "/correction",
        R"({"minimum":3,"desired":4,"note":"Ghi nhầm bậc"})"
    );
    REQUIRE(corrected.status == 200);

    CHECK(says(app.asked_of(app.specialist), R"("minimum":3,"desired":4)"));
    CHECK(says(app.asked_of(app.specialist, "?known_at=" + then), R"("minimum":2,"desired":2)"));
    const auto again = app.post(
        app.planner_account(),
        "/requirements/" + id + "/correction",
        R"({"minimum":1,"note":"Lần nữa"})"
    );
    CHECK(testing::code_of(again) == "requirement");
}

TEST_CASE("a requirement outside its scale, without a decision or said twice is refused") {
    Asked app;
    const auto add = [&](std::string body) {
        return testing::code_of(app.post(app.planner_account(), "/requirements", std::move(body)));
    };
    const auto sound = app.body("position", app.culture_officer.value, app.data_use, 2);
    auto undecided = sound;
    auto unreasoned = app.body("position", 0, app.data_use, 2);
    unreasoned.replace(unreasoned.find(R"("reason_id":"0",)"), 16, "");
    undecided.replace(undecided.find("12/QĐ-UBND"), std::string("12/QĐ-UBND").size(), "");

    CHECK(
        add(app.body("position", app.culture_officer.value, app.data_use, 6)) ==
        "requirement.no_such_level"
    );
    CHECK(add(unreasoned) == "requirement.reason_missing");
    CHECK(add(undecided) == "requirement.decision_missing");
    CHECK(add(sound) == "none");
    CHECK(add(sound) == "requirement.repeated");
}

TEST_CASE("requirements are changed by whoever may at the unit they hold for, and announced") {
    Asked app;
    UnitId heard;
    on<RequirementsChanged>(app.kit.outbox, "test", [&](db::Tx&, const RequirementsChanged& news) {
        heard = news.scope;
    });
    const auto body = app.body("position", app.culture_officer.value, app.data_use, 2);

    CHECK(app.post(app.civil_servant(app.specialist), "/requirements", body).status == 403);
    // The HR officer of the commune may not require for the whole province.
    CHECK(app.post(app.hr_officer(), "/requirements", body).status == 404);
    const auto id = app.require("position", app.culture_officer.value, app.data_use, 2);
    const auto ending = R"({"on":"2026-11-01","decision_number":"20"})";
    CHECK(app.post(app.hr_officer(), "/requirements/" + id + "/end", ending).status == 404);

    app.work.outbox.deliver();
    CHECK(heard == app.province);
}

TEST_CASE("a person reads what is required of them; a colleague does not") {
    Asked app;
    app.require("person", app.specialist.value, app.data_use, 2);
    const auto address = "/people/" + app.id(app.specialist) + "/requirements";
    const auto list = "/requirements?unit=" + app.id(app.commune);

    CHECK(says(app.get(app.civil_servant(app.specialist), address), R"("code":"data.use")"));
    CHECK(app.get(app.civil_servant(app.leader), address).status == 403);
    CHECK(says(app.get(app.hr_officer(), list), "Vừ A Páo"));
    CHECK_FALSE(says(app.get(app.civil_servant(app.leader), list), "Vừ A Páo"));
}

TEST_CASE("a long list of requirements is read page by page, each once") {
    Asked app;
    app.require("position", app.culture_officer.value, app.data_use, 2);
    app.require("position", app.division_head.value, app.data_use, 2);
    app.require("position", app.chair.value, app.drafting, 2);
    const auto list = "/requirements?limit=2&unit=" + app.id(app.province);

    const auto first = app.get(app.planner_account(), list);
    CHECK_FALSE(says(first, "office.drafting"));
    const auto second = app.get(app.planner_account(), list + "&cursor=" + value_of(first, "next"));
    CHECK(says(second, "office.drafting"));
    CHECK_FALSE(says(second, "data.use"));
    CHECK(says(second, R"("next":null)"));
}

TEST_CASE("the form of a requirement offers groups, positions, ranks, levels and competencies") {
    Asked app;
    const auto choices = app.get(app.hr_officer(), "/requirement-choices");

    CHECK(says(choices, R"({"kind":"position_group","id":"61","word":"","name":"Lãnh đạo",)"));
    CHECK(says(choices, R"("kind":"occupational_group","id":"64")"));
    CHECK(says(choices, R"("kind":"rank")"));
    CHECK(says(choices, R"({"kind":"administrative_level","id":"0","word":"commune")"));
    CHECK(says(choices, R"("code":"data.use")"));
}

TEST_CASE("E3: what is asked comes from the rank, from the post or from both, each for itself") {
    Asked app;
    const auto by_rank = app.require("rank", app.rank.value, app.data_use, 1);
    const auto by_post = app.require("position", app.culture_officer.value, app.data_use, 3);

    const auto mixed = app.asked_of(app.specialist);
    CHECK(says(mixed, R"("minimum":3)"));
    CHECK(says(mixed, R"("reason_kind":"rank")"));
    CHECK(says(mixed, R"("reason_kind":"position")"));

    REQUIRE(app.end(by_post, "2026-12-01").status == 200);
    const auto career_based = app.asked_of(app.specialist, "?on=2026-12-01");
    CHECK(says(career_based, R"("minimum":1)"));
    CHECK_FALSE(says(career_based, R"("reason_kind":"position")"));

    REQUIRE(app.end(by_rank, "2026-12-15").status == 200);
    const auto neither = app.asked_of(app.specialist, "?on=2026-12-15");
    CHECK_FALSE(says(neither, R"("reason_kind":"rank")"));
    CHECK(says(app.asked_of(app.specialist, "?on=2026-11-30"), R"("minimum":3)"));
}

TEST_CASE("a correction says why, and the audit keeps the reason") {
    Asked app;
    const auto id = app.require("position", app.culture_officer.value, app.data_use, 2);
    const auto correct = [&](const std::string& body) {
        return testing::code_of(
            app.post(app.planner_account(), "/requirements/" + id + "/correction", body)
        );
    };

    CHECK(correct(R"({"minimum":3,"desired":3})") == "requirement.correction_unexplained");
    CHECK(correct(R"({"minimum":3,"desired":3,"note":"Ghi nhầm bậc"})") == "none");
    const auto list = app.get(app.planner_account(), "/requirements?unit=" + app.id(app.province));
    CHECK(says(list, R"("note":"Ghi nhầm bậc")"));
}

TEST_CASE("E16: a civil servant chooses a target post, sees what it and its groups ask, clears it"
) {
    Asked app;
    app.require("position", app.division_head.value, app.drafting, 4);
    app.require("position_group", app.managers.value, app.data_use, 3);
    const auto self = app.civil_servant(app.specialist);
    const auto targets = "/people/" + app.id(app.specialist) + "/next-positions";
    const auto body = R"({"position":")" + app.id(app.division_head) + R"(","from":"2026-11-23"})";

    CHECK(app.post(app.civil_servant(app.leader), targets, body).status == 403);
    const auto chosen = app.post(self, targets, body);
    REQUIRE(chosen.status == 201);
    const auto next = app.asked_of(app.specialist, "?goal=next");
    CHECK(says(next, R"("code":"office.drafting")"));
    CHECK(says(next, R"("code":"data.use")"));
    CHECK(says(app.asked_of(app.specialist), R"("items":[])"));
    CHECK(says(app.get(self, targets), R"("actions":["end","clear"])"));

    const auto target = "/next-positions/" + value_of(chosen, "id");
    const auto clear = [&](const Actor& who) {
        return app.as(who, [&](auto& browser) { return browser.del(target); }).status;
    };
    CHECK(clear(app.civil_servant(app.leader)) == 403);
    CHECK(clear(self) == 204);
    CHECK(says(app.get(self, targets), R"("items":[])"));
    CHECK(says(app.asked_of(app.specialist, "?goal=next"), R"("items":[])"));
    CHECK(clear(self) == 404);
}

TEST_CASE("a target cleared later than it was chosen was one until then") {
    Asked app;
    const auto self = app.civil_servant(app.specialist);
    const auto targets = "/people/" + app.id(app.specialist) + "/next-positions";
    const auto chosen = app.post(
        app.hr_officer(),
        targets,
        R"({"position":")" + app.id(app.chair) + R"(","from":"2026-01-01"})"
    );
    const auto cleared = app.as(self, [&](auto& browser) {
        return browser.del("/next-positions/" + value_of(chosen, "id"));
    });

    CHECK(cleared.status == 204);
    CHECK(says(app.get(self, targets + "?on=2026-06-01"), app.id(app.chair)));
    CHECK(says(app.get(self, targets), R"("items":[])"));
}

TEST_CASE("the list of requirements leaves as CSV and XLSX, and no cell of it is a formula") {
    Asked app;
    auto body = app.body("position", app.culture_officer.value, app.data_use, 2);
    body.replace(body.find("12/QĐ-UBND"), std::string("12/QĐ-UBND").size(), "=1+1");
    REQUIRE(app.post(app.planner_account(), "/requirements", body).status == 201);
    app.require("position", app.chair.value, app.drafting, 2);
    const auto query = "?unit=" + app.id(app.commune) + "&language=vi";

    const auto csv = app.get(app.planner_account(), "/requirements.csv" + query);
    CHECK(says(csv, R"("Áp dụng cho")"));
    CHECK(says(csv, "Văn hóa - xã hội"));
    CHECK(says(csv, "'=1+1"));
    CHECK(says(app.get(app.planner_account(), "/requirements.xlsx" + query), "PK"));
    const auto one = app.get(
        app.planner_account(), "/requirements.csv" + query + "&competency=" + app.id(app.drafting)
    );
    CHECK_FALSE(says(one, "'=1+1"));
}

TEST_CASE("who may ask of an earlier day is judged by where people and units stand today") {
    Asked app;
    const auto reader_of = [&](UnitId unit) {
        return app.actor({7}, {}, unit, {Permission::read_people});
    };
    const auto then = "?on=2026-02-01";
    const auto of_clerk = "/people/" + app.id(app.clerk) + "/requirements" + then;
    CHECK(app.get(reader_of(app.commune), of_clerk).status == 200);

    app.move_person(app.clerk, app.commune, app.other_commune, {2026, 10, 1});

    CHECK(app.get(reader_of(app.commune), of_clerk).status == 404);
    CHECK(app.get(reader_of(app.other_commune), of_clerk).status == 200);

    const auto of_unit = "/requirements?unit=" + app.id(app.other_commune) + "&on=2026-02-01";
    CHECK(app.get(reader_of(app.commune), of_unit).status == 404);
    testing::merge_unit(app, app.other_commune, app.commune, {2026, 11, 1});
    CHECK(app.get(reader_of(app.commune), of_unit).status == 200);
}
