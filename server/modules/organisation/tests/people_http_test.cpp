#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <thread>

#include "modules/organisation/tests/staffed.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

namespace {

struct Found {
    PersonId id;
    std::string staff_number;
    std::string name;
    UnitId unit;
    std::string unit_name;
    std::string position_name;
    std::string position_name_en;
};
BOOST_DESCRIBE_STRUCT(
    Found, (), (id, staff_number, name, unit, unit_name, position_name, position_name_en)
)

using FoundPage = http::Page<Found>;

std::string given(const std::string& name) {
    return name.substr(name.rfind(' ') + 1);
}

constexpr auto new_person = R"({"staff_number":"0999","birth_date":"1995-04-03",
    "name":{"name":"Mùa  Thị Dợ"},
    "holding":{"post":"7004","kind":"main","from":"2026-12-01"}})";

}  // namespace

TEST_CASE("C30: people are found with and without marks, in Vietnamese order of given names") {
    Staffed now;
    const auto search = [&](const std::string& query) {
        return testing::read<FoundPage>(now.client.get("/people?limit=200&" + query)).items;
    };

    CHECK(search("search=duong").size() == 12);
    CHECK(search("search=%C4%90%C6%B0%E1%BB%9Dng").size() == 12);
    CHECK(search("search=h%C3%B2a").size() == search("search=ho%C3%A0").size());
    std::vector<std::string> order;
    for (const auto& person : search("search=lo")) {
        if (order.empty() || order.back() != given(person.name))
            order.push_back(given(person.name));
    }
    CHECK(order == std::vector<std::string>{"Ánh", "Ân", "Dao", "Đào", "Đường", "Hoa", "Hòa"});
}

TEST_CASE("a long list of people comes page by page, nobody twice and nobody left out") {
    Staffed now;
    std::set<PersonId> seen;
    std::string cursor;
    int pages = 0;

    for (bool more = true; more; ++pages) {
        const auto page = testing::read<FoundPage>(now.client.get("/people?limit=30" + cursor));
        for (const auto& person : page.items) CHECK(seen.insert(person.id).second);
        more = page.next.has_value();
        if (more) cursor = "&cursor=" + *page.next;
    }

    CHECK(pages == 3);
    CHECK(seen.size() == 82);
}

TEST_CASE("a search takes the signs of patterns as letters") {
    Staffed now;

    CHECK(testing::read<FoundPage>(now.client.get("/people?search=%25")).items.empty());
    CHECK(testing::read<FoundPage>(now.client.get("/people?search=0302")).items.size() == 1);
    CHECK(testing::code_of(now.client.get("/people?cursor=x")) == "cursor.malformed");
}

TEST_CASE("a person is added with the first post, and found at once") {
    Staffed now;

    const auto reply = now.client.post("/people", new_person);

    CHECK(reply.status == 201);
    CHECK(now.has(now.text("/people?search=mua+thi+do&on=2026-12-01"), "Mùa Thị Dợ"));
    CHECK(now.work.outbox.deliver() >= 0);
}

TEST_CASE("number and birth date together are on file once") {
    Staffed now;
    now.client.post("/people", new_person);

    CHECK(testing::code_of(now.client.post("/people", new_person)) == "person.exists");
}

TEST_CASE("of two officers who add the same person at once, one is told that the person is known") {
    Staffed now;
    now.client.post("/posts/7005/authorisation", R"({"authorised":100,"from":"2026-11-23"})");
    for (int round = 0; round < 8; ++round) {
        CAPTURE(round);
        std::string body = new_person;
        body.replace(body.find("0999"), 4, "R" + std::to_string(round));
        body.replace(body.find("7004"), 4, "7005");
        std::array<int, 2> statuses{};
        std::array<std::thread, 2> officers;
        for (std::size_t i = 0; i < officers.size(); ++i) {
            officers[i] = std::thread([&, i] {
                auto client = now.client;
                statuses[i] = client.post("/people", body).status;
            });
        }
        for (auto& officer : officers) officer.join();
        std::ranges::sort(statuses);
        CHECK(statuses == std::array{201, 409});
    }
}

TEST_CASE("a name is corrected by who read its last version") {
    Staffed now;
    const auto read = now.client.get(now.at(now.binh));
    CHECK(read.header("ETag").value().starts_with("\"1-"));

    const auto put = [&](const char* version) {
        now.client.with("if-match", version);
        return now.client.put(now.at(now.binh, "/name"), R"({"name":"Quàng Văn Bính"})");
    };
    CHECK(put("\"1\"").status == 204);
    CHECK(testing::code_of(put("\"1\"")) == "person.changed");
    CHECK(now.has(now.text(now.at(now.binh)), R"("given":"Bính")"));
}

TEST_CASE("E4: rank, salary, seniority, qualification and achievements are dated facts") {
    Staffed now;
    const auto state = [&](const std::string& body) {
        return now.client.post(now.at(now.binh, "/facts"), body).status;
    };

    CHECK(state(R"({"kind":"rank","value":"01.004","from":"2020-01-01"})") == 204);
    CHECK(state(R"({"kind":"rank","value":"01.003","from":"2026-03-01"})") == 204);
    CHECK(state(R"({"kind":"salary_group","value":"A1","from":"2026-03-01"})") == 204);
    CHECK(state(R"({"kind":"seniority","value":"12","from":"2026-03-01"})") == 204);
    CHECK(state(R"({"kind":"qualification","value":"university","from":"2014-01-01"})") == 204);
    CHECK(state(R"({"kind":"achievement","value":"Bằng khen","from":"2025-12-31"})") == 204);
    CHECK(
        state(R"({"kind":"yearly_rating","value":"good","year":2025,"from":"2026-01-01"})") == 204
    );
    CHECK(state(R"({"kind":"rank","value":"99.999","from":"2026-03-01"})") == 422);

    const auto before = now.text(now.at(now.binh, "/facts?on=2026-02-28"));
    const auto after = now.text(now.at(now.binh, "/facts?on=2026-11-23"));
    CHECK_FALSE(now.has(before, R"("value":"01.003")"));
    CHECK(now.has(
        after,
        R"("value":"01.004","year":null,"source":"","from":"2020-01-01","until":"2026-03-01")"
    ));
    CHECK(now.has(after, "Bằng khen"));
    CHECK(now.has(now.text(now.at(now.muong_ang, "/roster?search=binh")), "Chuyên viên"));
}

TEST_CASE("personal facts are for who may read them, and for the person") {
    Staffed now;
    now.act_as(now.muong_ang, {Permission::read_people});
    CHECK(now.client.get(now.at(now.binh, "/facts")).status == 403);
    CHECK_FALSE(now.has(now.text(now.at(now.binh)), "birth_date"));

    now.act_as(now.muong_ang, {}, now.binh);
    CHECK(now.has(now.text(now.at(now.binh, "/facts")), R"("birth_date":"1990-01-02")"));
    CHECK(now.client.get(now.at(now.binh)).status == 200);
    CHECK(now.client.get(now.at(now.binh, "/holdings")).status == 200);
    CHECK(now.client.get(now.at(now.head)).status == 403);
}

TEST_CASE("C31: a commune's officer finds nothing and nobody of another commune by any way") {
    Staffed now;
    const auto far = now.far_person;
    const std::vector<std::string> ways = {
        now.at(now.bung_lao, "/roster"),
        now.at(now.bung_lao, "/roster.xlsx"),
        now.at(now.bung_lao, "/roster.csv"),
        now.at(now.bung_lao, "/lacking?duty=it_specialist"),
        now.at(now.bung_lao, "/lacking.xlsx?duty=it_specialist"),
        now.at(now.bung_lao, "/headcount"),
        now.at(now.bung_lao, "/staff-needs"),
        now.at(now.dien_bien, "/roster"),
        "/people?unit=" + to_text(now.bung_lao.value),
        now.at(far),
        now.at(far, "/holdings"),
        now.at(far, "/facts"),
    };
    for (const auto& way : ways) {
        INFO(way);
        CHECK(now.client.get(way).status == 404);
    }
    const auto appointment = R"({"post":"7003","kind":"acting","from":"2026-11-23"})";
    CHECK(now.client.post(now.at(far, "/holdings"), appointment).status == 404);
    CHECK(now.client.post(now.at(far, "/transfer"), appointment).status == 404);
    CHECK(
        now.client
            .post(
                now.at(now.binh, "/transfer"),
                R"({"post":"7006","kind":"main","from":"2026-12-01"})"
            )
            .status == 404
    );
    CHECK(
        now.client
            .post(
                now.at(now.bung_lao, "/posts"),
                R"({"position":"902","authorised":1,"from":"2026-11-23"})"
            )
            .status == 404
    );
    CHECK(
        now.client.post("/posts/7006/authorisation", R"({"authorised":9,"from":"2026-11-23"})")
            .status == 404
    );
    CHECK(
        now.client
            .post(now.at(far, "/facts"), R"({"kind":"rank","value":"01.003","from":"2026-01-01"})")
            .status == 404
    );
    now.client.with("if-match", "\"1\"");
    CHECK(now.client.put(now.at(far, "/name"), R"({"name":"Ai Đó"})").status == 404);
    CHECK(testing::read<FoundPage>(now.client.get("/people?search=vang")).items.empty());

    now.act_as_planner();
    CHECK(now.client.get(now.at(far)).status == 200);
    CHECK(testing::read<FoundPage>(now.client.get("/people?search=vang")).items.size() == 3);
}

TEST_CASE("C31: no route about people or rosters answers for another commune, new ones included") {
    Staffed now;
    const auto filled = [&](std::string target) {
        for (const auto& [name, value] :
             {std::pair<std::string, UnitId>("{unit}", now.bung_lao),
              {"{person}", UnitId{now.far_person.value}}}) {
            const auto found = target.find(name);
            if (found != std::string::npos)
                target.replace(found, name.size(), to_text(value.value));
        }
        return target.find("lacking") == std::string::npos ? target
                                                           : target + "?duty=it_specialist";
    };
    int tried = 0;

    for (const auto& operation : now.router.operations()) {
        const bool is_of_people = operation.pattern.find("{person}") != std::string::npos ||
                                  (operation.policy.text() == "read_people" &&
                                   operation.pattern.find("{unit}") != std::string::npos);
        if (operation.method != http::Method::get || !is_of_people) continue;
        INFO(operation.id);
        CHECK(now.client.get(filled(operation.pattern)).status == 404);
        ++tried;
    }

    CHECK(tried >= 10);
}
