#include <doctest/doctest.h>

#include "modules/organisation/tests/staffed.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

namespace {

std::string first_id(const std::string& body) {
    const auto from = body.find(R"("id":")") + 6;
    return body.substr(from, body.find('"', from) - from);
}

}  // namespace

TEST_CASE("C4 part: somebody is appointed to act in a vacant post, with a share of the time") {
    Staffed now;

    const auto reply = now.client.post(
        now.at(now.head, "/holdings"),
        R"({"post":"7004","kind":"acting","from":"2026-11-23","share_percent":30,
            "main_share_percent":70,"note":"QĐ 12"})"
    );

    CHECK(reply.status == 201);
    const auto roster = now.text(now.at(now.muong_ang, "/roster"));
    CHECK(now.has(roster, R"("persons":82,"vacancies":1,"concurrent":1,"temporary":1)"));
    const auto career = now.text(now.at(now.head, "/holdings"));
    CHECK(now.has(career, R"("kind":"main","share_percent":70,"from":"2026-11-23")"));
    CHECK(now.has(career, R"("share_percent":100,"from":"2025-07-01","until":"2026-11-23")"));
}

TEST_CASE("a duty beyond the whole of the time is refused and nothing is written") {
    Staffed now;
    const auto body =
        R"({"post":"7004","kind":"concurrent","from":"2026-11-23","share_percent":30})";

    CHECK(
        testing::code_of(now.client.post(now.at(now.head, "/holdings"), body)) ==
        "holding.over_share"
    );
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster")), R"("concurrent":1)"));
}

TEST_CASE("a transfer ends one main post and begins the next on the same day") {
    Staffed now;
    const auto body = R"({"post":"7003","kind":"main","from":"2026-12-01"})";

    CHECK(
        testing::code_of(now.client.post(now.at(now.binh, "/transfer"), body)) == "holding.twice"
    );
    CHECK(now.client.post(now.at(now.head, "/transfer"), body).status == 201);
    const auto career = now.text(now.at(now.head, "/holdings"));
    CHECK(now.has(career, R"("from":"2025-07-01","until":"2026-12-01")"));
    CHECK(now.has(career, R"("from":"2026-12-01","until":null)"));
    const auto later = now.text(now.at(now.muong_ang, "/roster?on=2026-12-01"));
    CHECK(now.has(later, R"("persons":82,"vacancies":2)"));
}

TEST_CASE("a holding that ends leaves the post vacant from that day; what was known stays") {
    Staffed now;
    const auto holding = first_id(now.text(now.at(now.head, "/holdings")));
    const auto known = to_text(now.kit.clock.now());
    now.clock.advance(1'000'000);

    const auto end = [&](const char* body) {
        return now.client.post("/holdings/" + holding + "/end", body);
    };
    CHECK(testing::code_of(end(R"({"until":"2025-07-01"})")) == "holding.end");
    CHECK(end(R"({"until":"2026-11-01","note":"Nghỉ hưu"})").status == 204);
    CHECK(testing::code_of(end(R"({"until":"2026-11-01"})")) == "holding");

    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster")), R"("persons":81,"vacancies":3)"));
    const auto as_known = now.text(now.at(now.muong_ang, "/roster?known_at=" + known));
    CHECK(now.has(as_known, R"("persons":82,"vacancies":2)"));
}

TEST_CASE("a post is added with its headcount, which may change from a day on") {
    Staffed now;
    const auto body = R"({"position":"902","authorised":2,"from":"2026-12-01"})";

    CHECK(now.client.post(now.at(now.office, "/posts"), body).status == 201);
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster?on=2026-12-01")), R"("authorised":86)"));
    const auto authorise = [&](const char* text) {
        return now.client.post("/posts/7002/authorisation", text);
    };
    CHECK(
        testing::code_of(authorise(R"({"authorised":39,"from":"2026-12-01"})")) ==
        "post.held_by_more"
    );
    CHECK(authorise(R"({"authorised":45,"from":"2026-12-01"})").status == 204);
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster?on=2026-12-01")), R"("authorised":91)"));
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster?on=2026-11-30")), R"("authorised":84)"));
}

TEST_CASE("C2 part: the posts of a unit are listed with what they are authorised, now and next") {
    Staffed now;
    const auto authorise = [&](const char* text) {
        return now.client.post("/posts/7003/authorisation", text).status;
    };
    CHECK(authorise(R"({"authorised":2,"from":"2027-01-01"})") == 204);

    const auto posts = now.text(now.at(now.muong_ang, "/posts"));
    CHECK(now.has(posts, R"("actions":["add","authorise"])"));
    CHECK(now.has(
        posts,
        R"("authorised":1,"since":"2025-07-01","filled":0,"next_authorised":2,"next_from":"2027-01-01")"
    ));
    CHECK(now.has(now.text(now.at(now.muong_ang, "/posts?limit=2")), R"("next":2)"));
    CHECK(now.client.get(now.at(now.bung_lao, "/posts")).status == 404);
    now.act_as(now.muong_ang, {Permission::read_people});
    CHECK(now.has(now.text(now.at(now.muong_ang, "/posts")), R"("actions":[])"));
    now.act_as(now.muong_ang, {});
    CHECK(now.client.get(now.at(now.muong_ang, "/posts")).status == 403);
}

TEST_CASE("a post that nobody fills is closed from a day on, and stays in the list as closed") {
    Staffed now;
    const auto close = R"({"authorised":0,"from":"2026-12-01"})";

    CHECK(now.client.post("/posts/7003/authorisation", close).status == 204);
    CHECK(
        testing::code_of(now.client.post("/posts/7001/authorisation", close)) == "post.held_by_more"
    );
    const auto after = now.text(now.at(now.muong_ang, "/roster?on=2026-12-01"));
    CHECK(now.has(after, R"("authorised":83,"persons":82,"vacancies":1)"));
    CHECK(now.has(
        now.text(now.at(now.muong_ang, "/posts?on=2026-12-01")),
        R"("authorised":0,"since":"2026-12-01","filled":0)"
    ));
}

TEST_CASE("a post of a rank that the catalogue does not have is refused") {
    Staffed now;
    const auto body = R"({"position":"902","rank":"4711","authorised":1,"from":"2026-12-01"})";

    CHECK(testing::code_of(now.client.post(now.at(now.office, "/posts"), body)) == "post.rank");
}

TEST_CASE("a position joins the catalogue once, by who edits posts for the whole country") {
    Staffed now;
    const auto body = R"({"code":"AI","name":"Chuyên viên dữ liệu","kind":"professional"})";

    CHECK(now.client.post("/positions", body).status == 403);
    now.act_as(now.root, {Permission::edit_posts});
    CHECK(now.client.post("/positions", body).status == 201);
    CHECK(testing::code_of(now.client.post("/positions", body)) == "position.exists");
    CHECK(now.has(now.text("/positions"), "Chuyên viên dữ liệu"));
}

TEST_CASE("who may only read people appoints, transfers and ends nothing") {
    Staffed now;
    now.act_as(now.muong_ang, {Permission::read_people});
    const auto body = R"({"post":"7003","kind":"acting","from":"2026-11-23"})";

    CHECK(now.client.post(now.at(now.head, "/holdings"), body).status == 403);
    CHECK(now.client.post(now.at(now.head, "/transfer"), body).status == 403);
    CHECK(now.client.post("/holdings/1/end", R"({"until":"2026-11-01"})").status == 403);
    CHECK(
        now.client
            .post(
                now.at(now.office, "/posts"),
                R"({"position":"902","authorised":1,"from":"2026-11-23"})"
            )
            .status == 403
    );
}

TEST_CASE("each change is news of the units it touched") {
    Staffed now;
    int heard = 0;
    now.work.outbox.on(std::string(HoldingsChanged::name), "test", [&](db::Tx&, std::string_view) {
        ++heard;
    });
    const auto body = R"({"post":"7003","kind":"main","from":"2026-12-01"})";

    now.client.post(now.at(now.head, "/transfer"), body);

    while (now.work.outbox.deliver() > 0) {
    }
    CHECK(heard == 2);
}
