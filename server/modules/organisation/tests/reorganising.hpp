#pragma once

// Viet Nam behind its routes with somebody who prepares a reorganisation of Điện Biên, somebody who
// decides it, and an officer of another province.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kit/json/json.hpp"
#include "modules/organisation/module.hpp"
#include "modules/organisation/person/people_load.hpp"
#include "testing/client.hpp"
#include "testing/country.hpp"

namespace nangluc::organisation {

struct TestRef {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(TestRef, (), (id))
struct TestPromise {
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(TestPromise, (), (unit))

template <class Row>
Next<Row> rows_of(std::vector<Row> rows) {
    return [rows = std::move(rows), at = std::size_t{0}](Row& row) mutable {
        if (at == rows.size()) return false;
        row = rows[at++];
        return true;
    };
}

struct Reorganising : testing::Country {
    static constexpr Date tomorrow{2026, 11, 24};
    static constexpr PositionId position{7'001};

    Reorganising() {
        module.add_routes(router);
        module.add_impact([](db::Tx&, const std::vector<UnitId>& units, Date) {
            return std::vector<Impact>{{"plans", static_cast<int>(units.size())}};
        });
        kit.db.transaction([&](db::Tx& tx) {
            load_positions(
                tx,
                rows_of<PositionRow>({{
                    .id = position,
                    .code = "officer",
                    .name = "Chuyên viên",
                    .name_en = "Officer",
                    .kind = "professional",
                }})
            );
        });
        become_planner();
    }

    UnitPath place(UnitId unit) {
        return kit.db.read([&](db::Tx& tx) {
            return path_of(tx, unit, AsOf::latest(today)).value();
        });
    }
    void become(int account, UnitId unit, std::vector<Permission> permissions) {
        actor = Actor({account}, {}, {{place(unit), std::move(permissions)}});
    }
    void become_planner() {
        become(1, province, {Permission::read_people, Permission::prepare_reorganisations});
    }
    void become_approver() {
        become(2, province, {Permission::read_people, Permission::decide_reorganisations});
    }

    // One officer in each of these units since that day, in a post for one; persons 8,000,001 ….
    std::vector<PersonId> staff(const std::vector<UnitId>& units, Date since) {
        std::vector<PostRow> posts;
        std::vector<PersonRow> people;
        std::vector<HoldingRow> holdings;
        std::vector<PersonId> ids;
        for (const auto unit : units) {
            const auto number = ++last_person;
            posts.push_back({.id = {number}, .unit = unit, .position = position, .period = {since}}
            );
            people.push_back({{number}, "T" + to_text(number), {1990, 1, 1}, "Lò Thị Sen"});
            holdings.push_back(
                {.id = {number},
                 .person = {number},
                 .post = {number},
                 .unit = unit,
                 .period = {since}}
            );
            ids.push_back({number});
        }
        kit.db.transaction([&](db::Tx& tx) {
            load_posts(tx, kit, posts);
            load_people(tx, kit, rows_of(std::move(people)));
            load_holdings(tx, kit, rows_of(std::move(holdings)));
        });
        return ids;
    }

    static std::string quoted(UnitId unit) { return '"' + to_text(unit.value) + '"'; }
    static std::string list(const std::vector<UnitId>& units) {
        std::string text;
        for (const auto unit : units) text += (text.empty() ? "" : ",") + quoted(unit);
        return '[' + text + ']';
    }

    // A new draft for a unit; its address.
    std::string prepare(UnitId below) {
        const auto reply = client.post(
            "/reorganisations",
            R"({"root":)" + quoted(below) + R"(,"title":"Sắp xếp","decision_number":"12/NQ",)" +
                R"("issuer":"HĐND tỉnh","effective_on":"2026-11-24"})"
        );
        return "/reorganisations/" + testing::read<TestRef>(reply).id;
    }
    UnitId promise(const std::string& address) {
        const auto reply = client.post(address + "/units");
        return {std::stoll(testing::read<TestPromise>(reply).unit)};
    }
    static std::string establish(
        UnitId unit, UnitId above, const std::string& code, const std::string& name
    ) {
        return R"({"kind":"establish","unit":)" + quoted(unit) + R"(,"into":)" + quoted(above) +
               R"(,"called":{"kind":"administrative","level":"commune","type":"commune","code":")" +
               code + R"(","name":")" + name + R"(","full_name":"Xã )" + name + R"("}})";
    }
    static std::string merge(const std::vector<UnitId>& units, UnitId into) {
        return R"({"kind":"merge","units":)" + list(units) + R"(,"into":)" + quoted(into) + '}';
    }
    static std::string split(UnitId unit, const std::vector<UnitId>& parts, UnitId standard) {
        return R"({"kind":"split","unit":)" + quoted(unit) + R"(,"units":)" + list(parts) +
               R"(,"into":)" + quoted(standard) + '}';
    }

    std::string version(const std::string& address) {
        return client.get(address).header("ETag").value();
    }
    http::Reply edit(const std::string& address, const std::vector<std::string>& steps) {
        std::string text;
        for (const auto& step : steps) text += (text.empty() ? "" : ",") + step;
        const auto read = version(address);
        return client.with("if-match", read)
            .put(
                address,
                R"({"title":"Sắp xếp","decision_number":"12/NQ","issuer":"HĐND tỉnh",)"
                R"("effective_on":"2026-11-24","steps":[)" +
                    text + "]}"
            );
    }
    http::Reply act(const std::string& address, const std::string& what, std::string body = "{}") {
        const auto read = version(address);
        return client.with("if-match", read).post(address + '/' + what, std::move(body));
    }
    // Submitted by the planner, approved by the approver.
    http::Reply carry_out(const std::string& address, const std::vector<std::string>& steps) {
        const auto edited = edit(address, steps);
        if (edited.status != 200) return edited;
        const auto submitted = act(address, "submission");
        if (submitted.status != 204) return submitted;
        become_approver();
        auto approved = act(address, "approval");
        become_planner();
        return approved;
    }

    std::vector<Unit> units_below(UnitId unit, Date on) {
        return kit.db.read([&](db::Tx& tx) {
            const auto at = AsOf::latest(on);
            return list_units_below(tx, path_of(tx, unit, at).value(), at);
        });
    }
    std::vector<UnitId> communes_on(Date day) {
        std::vector<UnitId> communes;
        for (const auto& unit : units_below(root, day)) {
            if (unit.level == "commune") communes.push_back(unit.id);
        }
        return communes;
    }
    UnitId unit_of(PersonId person, Date on) {
        return kit.db.read([&](db::Tx& tx) {
            const auto holdings = list_holdings(tx, person, AsOf::latest(on));
            return holdings.empty() ? UnitId{} : holdings.front().unit;
        });
    }
    std::string text(std::string_view target) {
        const auto reply = client.get(target);
        return reply.status == 200 ? reply.body : std::to_string(reply.status) + reply.body;
    }
    static bool has(const std::string& body, std::string_view part) {
        return body.find(part) != std::string::npos;
    }

    const UnitId province = unit_called("Tỉnh Điện Biên");
    const UnitId muong_ang = unit_called("Xã Mường Ảng");
    const UnitId bung_lao = unit_called("Xã Búng Lao");
    Module module{kit};
    http::Router router;
    Actor actor;
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return actor; }}};
    std::int64_t last_person = 8'000'000;
};

}  // namespace nangluc::organisation
