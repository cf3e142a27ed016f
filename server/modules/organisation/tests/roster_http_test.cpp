#include <doctest/doctest.h>

#include <algorithm>

#include "modules/organisation/tests/staffed.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

TEST_CASE("C1: the commune has 82 people on a day, counted from dated holdings") {
    Staffed now;

    CHECK(now.has(
        now.text(now.at(now.muong_ang, "/roster?on=2026-11-23")),
        R"("totals":{"authorised":84,"persons":82,"vacancies":2,"concurrent":1,"temporary":0})"
    ));
    CHECK(now.has(now.text(now.at(now.muong_ang, "/headcount?on=2026-11-23")), R"("people":82)"));
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster?on=2025-06-30")), R"("code":"unit")"));
}

TEST_CASE("C2: posts are listed by division, and the vacant ones are computed and named") {
    Staffed now;

    const auto all = now.text(now.at(now.muong_ang, "/roster"));
    CHECK(now.has(
        all, R"("name":"Văn phòng HĐND và UBND","authorised":42,"persons":41,"vacancies":1)"
    ));
    CHECK(now.has(
        all, R"("name":"Phòng Văn hóa - Xã hội","authorised":42,"persons":41,"vacancies":1)"
    ));
    const auto vacant = now.text(now.at(now.muong_ang, "/roster?show=vacant"));
    CHECK(now.has(vacant, R"("matching":2)"));
    CHECK(now.has(vacant, "Quản trị công nghệ thông tin"));
    CHECK(now.has(vacant, "Thông tin - truyền thông"));
}

TEST_CASE("C3: one query lists the communes of the province that lack a duty") {
    Staffed now;
    now.act_as_planner();

    const auto it = now.text(now.at(now.dien_bien, "/lacking?duty=it_specialist"));
    const auto talk = now.text(now.at(now.dien_bien, "/lacking?duty=communications_officer"));

    CHECK(now.has(it, "Xã Mường Ảng"));
    CHECK(now.has(it, R"("authorised":1,"concurrent":1)"));
    CHECK(now.has(talk, R"("authorised":1,"concurrent":0)"));
    const auto file = now.client.get(now.at(now.dien_bien, "/lacking.xlsx?duty=it_specialist"));
    CHECK(file.status == 200);
    CHECK(file.body.starts_with("PK"));
}

TEST_CASE("C5 part: a concurrent duty stands with the person, and the roster finds it by name") {
    Staffed now;

    const auto found = now.text(now.at(now.muong_ang, "/roster?search=quan+tri+cong+nghe"));

    CHECK(now.has(found, "Quàng Văn Bình"));
    CHECK(now.has(found, R"("beside":[{"post":"7003")"));
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster?show=concurrent")), R"("matching":1)"));
}

TEST_CASE("the exported rows are exactly the rows seen") {
    Staffed now;

    const auto csv = now.client.get(now.at(now.muong_ang, "/roster.csv?show=vacant&language=en"));

    CHECK(csv.status == 200);
    CHECK(std::ranges::count(csv.body, '\n') == 3);
    CHECK(now.has(csv.body, "IT administration"));
    CHECK(now.client.get(now.at(now.muong_ang, "/roster.xlsx")).body.starts_with("PK"));
}

TEST_CASE("E30: how many people the posts still need is told by position") {
    Staffed now;

    const auto needs = now.text(now.at(now.muong_ang, "/staff-needs"));

    CHECK(now.has(
        needs,
        R"("name":"Quản trị công nghệ thông tin","name_en":"IT administration",)"
        R"("kind":"professional","duty":"it_specialist","posts":1,"authorised":1,"filled":0,)"
        R"("needed":1,"concurrent":1)"
    ));
    CHECK(now.has(needs, R"("posts":2,"authorised":81,"filled":81,"needed":0,"concurrent":0)"));
}

TEST_CASE("C14: a new commune appears from its founding day, and what came before stays traceable"
) {
    Staffed now;
    const auto unit = to_text(now.muong_ang.value);

    CHECK(now.has(now.text("/units/" + unit + "?on=2025-06-30"), R"("stands":false)"));
    CHECK(now.has(now.text("/units/" + unit + "?on=2025-07-01"), R"("stands":true)"));
    const auto career = now.text(now.at(now.binh, "/holdings"));
    CHECK(now.has(career, R"("unit_name":"Thị trấn Mường Ảng")"));
    CHECK(now.has(career, R"("from":"2024-02-01","until":"2025-07-01")"));
    const auto now_structure = now.text(now.at(now.muong_ang, "/headcount?on=2025-06-30&by=now"));
    CHECK(now.has(now_structure, R"("people":1)"));
}

TEST_CASE("F13 part: people of an earlier day are counted by the structure of then and of now") {
    Staffed now;
    now.act_as(now.root, {Permission::read_people});

    const auto then = now.text(now.at(now.root, "/headcount?on=2025-06-30&by=then"));
    const auto today = now.text(now.at(now.root, "/headcount?on=2025-06-30&by=now"));

    CHECK(now.has(then, R"("by":"then","people":1)"));
    CHECK(now.has(today, R"("by":"now","people":1)"));
}

TEST_CASE("who has no right to read people, or asks of a unit that is none, reads no figures") {
    Staffed now;
    CHECK(testing::code_of(now.client.get("/units/77/headcount")) == "unit");
    CHECK(testing::code_of(now.client.get("/units/77/staff-needs")) == "unit");
    now.act_as(now.muong_ang, {});
    CHECK(now.client.get(now.at(now.muong_ang, "/headcount")).status == 403);
    CHECK(now.client.get(now.at(now.muong_ang, "/staff-needs")).status == 403);
    CHECK(now.client.get(now.at(now.muong_ang, "/roster.csv")).status == 403);
}
