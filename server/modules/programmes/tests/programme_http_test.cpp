#include <doctest/doctest.h>

#include "modules/programmes/module.hpp"
#include "modules/programmes/participation_store.hpp"
#include "testing/client.hpp"
#include "testing/merger.hpp"

using namespace nangluc;
using namespace nangluc::programmes;
using testing::code_of;

// The catalogue of the small country behind its routes: one who drafts, one who approves.
struct Catalogue : testing::Office {
    Catalogue() { module.add_routes(router); }

    Actor author() { return actor({1}, planner, province, {Permission::edit_programmes}); }
    Actor approver() {
        return actor({2}, head, province, {Permission::edit_programmes, Permission::read_people});
    }
    Actor leader() { return actor({4}, head, province, {Permission::approve_plans}); }
    Actor officer_account() { return actor({3}, officer, commune, {}); }

    http::Reply send(
        const Actor& who, http::Method method, const std::string& target, std::string body = "{}"
    ) {
        asking = who;
        clock.advance(1'000);
        return client.send(method, target, method == http::Method::get ? "" : std::move(body));
    }
    http::Reply get(const Actor& who, const std::string& target) {
        return send(who, http::Method::get, target);
    }
    http::Reply post(const Actor& who, const std::string& target, std::string body = "{}") {
        return send(who, http::Method::post, target, std::move(body));
    }
    http::Reply at(
        int version,
        const Actor& who,
        const std::string& target,
        std::string body = "{}",
        http::Method method = http::Method::post
    ) {
        client.with("if-match", '"' + std::to_string(version) + '"');
        return send(who, method, target, std::move(body));
    }

    std::string body(const std::string& code, CompetencyId competency, int from, int to) {
        return R"({"owner":")" + to_text(province.value) + R"(","code":")" + code +
               R"(","title":"Khóa )" + code + R"(","title_en":"Course )" + code +
               R"(","provider":"","purpose":"","audience":"","content":"digital","form":"class",)" +
               R"("languages":"vi","legal_basis":"","source":"","hours":16,"days":2,)" +
               R"("min_class":20,"max_class":40,"cost_per_class":0,"cost_per_person":0,)" +
               R"("outcomes":[{"competency":")" + to_text(competency.value) + R"(","from_level":)" +
               std::to_string(from) + R"(,"to_level":)" + std::to_string(to) +
               R"(}],"prerequisites":[]})";
    }
    // The address of an approved version.
    std::string approved(const std::string& code, CompetencyId competency, int from, int to) {
        const auto drafted = post(author(), "/programmes", body(code, competency, from, to));
        const auto address = "/programme-versions/" + id_of(drafted);
        REQUIRE(at(1, approver(), address + "/approval").status == 200);
        return address;
    }
    static std::string id_of(const http::Reply& reply, const std::string& name = "id") {
        const auto from = reply.body.find('"' + name + R"(":")");
        if (reply.status >= 300 || from == std::string::npos) throw std::runtime_error(reply.body);
        const auto start = from + name.size() + 4;
        return reply.body.substr(start, reply.body.find('"', start) - start);
    }
    static bool says(const http::Reply& reply, std::string_view part) {
        return reply.status < 300 && reply.body.find(part) != std::string::npos;
    }

    void takes_part(
        PersonId person, ProgrammeVersionId version, const std::string& run, int month
    ) {
        bool given = false;
        db.transaction([&](db::Tx& tx) {
            load_participations(tx, kit, [&](Participation& row) {
                if (given) return false;
                row = {person, version, commune, run, {2026, month, 2}, {2026, month, 3}};
                return given = true;
            });
        });
    }

    Actor asking;
    Module module{kit};
    http::Router router;
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return asking; }}};
};

TEST_CASE("C8: three programmes with three competencies stand apart in the catalogue") {
    Catalogue app;
    app.approved("VB", Catalogue::drafting, 1, 3);
    app.approved("CDS", Catalogue::data_use, 0, 2);
    app.approved("VNEID", Catalogue::artificial_intelligence, 0, 1);
    const auto all = app.get(app.officer_account(), "/programmes");

    CHECK(Catalogue::says(all, R"("code":"VB")"));
    CHECK(Catalogue::says(all, R"("code":"CDS")"));
    CHECK(Catalogue::says(all, R"("code":"VNEID")"));
    const auto of_drafting = app.get(
        app.officer_account(), "/programmes?competency=" + to_text(Catalogue::drafting.value)
    );
    CHECK(Catalogue::says(of_drafting, R"("code":"VB")"));
    CHECK_FALSE(Catalogue::says(of_drafting, R"("code":"CDS")"));
    CHECK(Catalogue::says(app.get(app.officer_account(), "/programmes?search=khoa+vneid"), "VNEID")
    );
}

TEST_CASE("A7: a change of topics makes a new version, and the first run keeps the one it had") {
    Catalogue app;
    const auto first = app.approved("VB", Catalogue::drafting, 1, 3);
    const auto first_page = app.get(app.author(), first);
    app.takes_part(Catalogue::officer, {std::stoll(Catalogue::id_of(first_page))}, "K1", 3);
    const auto sheet = app.get(app.author(), first + "/topics.xlsx").body;
    CHECK(code_of(app.at(2, app.author(), first + "/topics", sheet)) == "programme.not_draft");

    const auto drafted = app.post(app.author(), first + "/next");
    const auto second = "/programme-versions/" + Catalogue::id_of(drafted);
    REQUIRE(app.at(1, app.author(), second + "/topics", sheet).status == 200);
    REQUIRE(app.at(2, app.approver(), second + "/approval").status == 200);

    CHECK(Catalogue::says(app.get(app.author(), second), R"("number":2)"));
    CHECK(Catalogue::says(app.get(app.author(), first), R"("topics":[])"));
    CHECK(Catalogue::says(app.get(app.author(), first), R"("until":"2026-11-23")"));
    const auto catalogue = app.get(app.officer_account(), "/programmes");
    CHECK_FALSE(Catalogue::says(catalogue, R"("number":1)"));
}

TEST_CASE("who drafted a programme does not approve it, and nobody else sees the draft") {
    Catalogue app;
    const auto drafted =
        app.post(app.author(), "/programmes", app.body("VB", Catalogue::drafting, 1, 3));
    const auto address = "/programme-versions/" + Catalogue::id_of(drafted);

    CHECK(code_of(app.at(1, app.author(), address + "/approval")) == "programme.own_draft");
    CHECK(app.get(app.officer_account(), address).status == 404);
    CHECK_FALSE(Catalogue::says(app.get(app.author(), "/programmes"), R"("code":"VB")"));
    CHECK(Catalogue::says(app.get(app.approver(), address), R"("actions":["edit","approve"])"));
}

TEST_CASE("drafts are listed to who edits or approves them, and the leader approves unedited") {
    Catalogue app;
    const auto draft = app.body("VB", Catalogue::drafting, 1, 3);
    const auto address =
        "/programme-versions/" + Catalogue::id_of(app.post(app.author(), "/programmes", draft));
    using http::Method;

    CHECK(Catalogue::says(app.get(app.author(), "/programme-drafts"), R"("code":"VB")"));
    CHECK(Catalogue::says(app.get(app.leader(), "/programme-drafts"), R"("code":"VB")"));
    CHECK(Catalogue::says(app.get(app.officer_account(), "/programme-drafts"), R"("items":[])"));
    CHECK(Catalogue::says(app.get(app.leader(), address), R"("actions":["approve"])"));
    CHECK(app.at(1, app.leader(), address, draft, Method::put).status == 403);
    CHECK(app.at(1, app.officer_account(), address + "/approval").status == 404);
    CHECK(app.at(2, app.leader(), address + "/approval").status == 412);
    CHECK(app.at(1, app.leader(), address + "/approval").status == 200);
    CHECK(Catalogue::says(app.get(app.leader(), "/programme-drafts"), R"("items":[])"));
}

TEST_CASE("a draft is edited by who read it last, and says what is wrong in its place") {
    Catalogue app;
    const auto drafted =
        app.post(app.author(), "/programmes", app.body("VB", Catalogue::drafting, 1, 3));
    const auto address = "/programme-versions/" + Catalogue::id_of(drafted);
    const auto changed = app.body("VB", Catalogue::drafting, 1, 4);
    using http::Method;

    CHECK(app.at(1, app.author(), address, changed, Method::put).status == 200);
    CHECK(app.at(1, app.approver(), address, changed, Method::put).status == 412);
    const auto wrong =
        app.at(2, app.author(), address, app.body("VB", Catalogue::drafting, 3, 9), Method::put);
    CHECK(wrong.body.find(R"({"path":"/outcomes/0/to_level")") != std::string::npos);
    CHECK(
        code_of(app.post(app.author(), "/programmes", app.body("VB", Catalogue::drafting, 1, 3))) ==
        "programme.twice"
    );
    CHECK(app.post(app.officer_account(), "/programmes", changed).status == 403);
}

TEST_CASE("E28 part: overlaps by competency and level are computed, equivalences are stated") {
    Catalogue app;
    const auto basic = app.approved("VB1", Catalogue::drafting, 0, 2);
    const auto wider = app.approved("VB2", Catalogue::drafting, 1, 3);
    app.approved("CDS", Catalogue::data_use, 0, 2);

    const auto overlaps = app.get(app.officer_account(), basic + "/overlaps");
    CHECK(Catalogue::says(overlaps, R"("code":"VB2")"));
    CHECK(Catalogue::says(overlaps, R"("percent":50)"));
    CHECK_FALSE(Catalogue::says(overlaps, R"("code":"CDS")"));
    CHECK(Catalogue::says(
        app.get(app.officer_account(), basic + "/overlaps?percent=51"), R"("items":[])"
    ));

    const auto of_basic = Catalogue::id_of(app.get(app.author(), basic), "programme");
    const auto of_wider = Catalogue::id_of(app.get(app.author(), wider), "programme");
    const auto stated = R"({"stands_for":")" + of_basic + R"(","months_valid":36})";
    const auto to = "/programmes/" + of_wider + "/equivalences";
    CHECK(app.post(app.author(), to, stated).status == 204);
    CHECK(code_of(app.post(app.author(), to, stated)) == "equivalence.twice");
    CHECK(Catalogue::says(app.get(app.author(), basic), R"("months_valid":36)"));
}

TEST_CASE("C7 part: participations, persons and who is still there are three figures") {
    Catalogue app;
    const auto address = app.approved("VB", Catalogue::drafting, 1, 3);
    const ProgrammeVersionId version{std::stoll(Catalogue::id_of(app.get(app.author(), address)))};
    app.takes_part(Catalogue::officer, version, "K1", 3);
    app.takes_part(Catalogue::officer, version, "K2", 5);
    app.takes_part(Catalogue::clerk, version, "K2", 5);
    app.move_person(Catalogue::clerk, Catalogue::commune, Catalogue::other_commune, {2026, 6, 1});
    const auto counts = "/units/" + to_text(Catalogue::commune.value) + "/participation-counts";

    CHECK(
        app.get(app.approver(), counts).body ==
        R"({"participations":3,"persons":2,"still_here":1,"elsewhere":1,"left":0})"
    );
    CHECK(app.get(app.officer_account(), counts).status == 403);
}

TEST_CASE("C14: training before a merger stays with the person and tells the unit of then") {
    Catalogue app;
    const auto address = app.approved("VB", Catalogue::drafting, 1, 3);
    const ProgrammeVersionId version{std::stoll(Catalogue::id_of(app.get(app.author(), address)))};
    app.takes_part(Catalogue::officer, version, "K1", 3);
    const auto self = app.officer_account();
    const auto colleague = app.actor({5}, Catalogue::clerk, Catalogue::other_commune, {});
    const auto there =
        app.actor({6}, Catalogue::far_officer, Catalogue::other_commune, {Permission::read_people});
    const auto record = "/people/" + to_text(Catalogue::officer.value) + "/training-record";
    CHECK(app.get(there, record).status == 404);
    CHECK(Catalogue::says(app.get(self, record), R"("now":null)"));

    testing::merge_unit(app, Catalogue::commune, Catalogue::other_commune, {2026, 6, 1});

    for (const auto& reader : {self, there}) {
        const auto kept = app.get(reader, record);
        CHECK(Catalogue::says(
            kept, R"("run":"K1","from":"2026-03-02","until":"2026-03-03","completed":true)"
        ));
        CHECK(Catalogue::says(kept, R"("unit":{"id":"3","full_name":"Xã Đồi Sim")"));
        CHECK(Catalogue::says(kept, R"("now":{"id":"4","full_name":"Xã Bến Lau")"));
    }
    CHECK(app.get(colleague, record).status == 403);
    CHECK(Catalogue::says(app.get(self, record + "?on=2026-03-01"), R"("items":[])"));
}
