#pragma once

// Viet Nam with a staffed commune, as the world has it: Mường Ảng with 84 authorised posts in four
// divisions, 82 people, the IT specialist's and the communications officer's posts vacant, the IT
// duty done by a clerk; and a neighbour, Búng Lao, with three people. All are invented.

#include "base/text.hpp"
#include "modules/organisation/module.hpp"
#include "modules/organisation/person/people_load.hpp"
#include "modules/organisation/unit/snapshot_store.hpp"
#include "testing/client.hpp"
#include "testing/country.hpp"

namespace nangluc::organisation {

template <class Row>
Next<Row> each_of(const std::vector<Row>& rows) {
    return [&rows, at = std::size_t{0}](Row& row) mutable {
        if (at == rows.size()) return false;
        row = rows[at++];
        return true;
    };
}

struct Staffed : testing::Country {
    static constexpr Date merger{2025, 7, 1};
    static constexpr PositionId chief{901};
    static constexpr PositionId clerk_position{902};
    static constexpr PositionId it_position{903};
    static constexpr PositionId communications_position{904};

    Staffed() {
        kit.db.transaction([&](db::Tx& tx) { load(tx); });
        module.add_routes(router);
        act_as_hr_officer();
    }

    std::string at(UnitId unit, std::string_view rest) const {
        return "/units/" + to_text(unit.value) + std::string(rest);
    }
    std::string at(PersonId person, std::string_view rest = "") const {
        return "/people/" + to_text(person.value) + std::string(rest);
    }
    std::string text(std::string_view target) {
        const auto reply = client.get(target);
        return reply.status == 200 ? reply.body : std::to_string(reply.status) + reply.body;
    }
    static bool has(const std::string& body, std::string_view part) {
        return body.find(part) != std::string::npos;
    }

    void act_as(UnitId unit, std::vector<Permission> permissions, PersonId person = {}) {
        const auto place =
            kit.db.read([&](db::Tx& tx) { return path_of(tx, unit, AsOf::latest(today)).value(); });
        actor = Actor({1}, person, {{place, std::move(permissions)}});
    }
    void act_as_hr_officer() {
        act_as(
            muong_ang,
            {Permission::read_people,
             Permission::read_personal_facts,
             Permission::edit_people,
             Permission::edit_posts}
        );
    }
    void act_as_planner() { act_as(dien_bien, {Permission::read_people}); }

    UnitId muong_ang = unit_called("Xã Mường Ảng");
    UnitId bung_lao = unit_called("Xã Búng Lao");
    UnitId dien_bien = unit_called("Tỉnh Điện Biên");
    UnitId office{8001};
    UnitId culture{8002};
    PostId chief_post{7001};
    PostId clerk_post{7002};
    PostId it_post{7003};
    PostId communications_post{7004};
    PostId culture_post{7005};
    PostId far_post{7006};
    PostId old_post{7007};
    PersonId head{6001};
    PersonId binh{6002};        // a clerk, and the IT duty beside
    PersonId far_person{6900};  // of Búng Lao
    UnitId old_town;            // Thị trấn Mường Ảng, until the merger

    Module module{kit, testing::data_folder() + "/countries/vn.json"};
    http::Router router;
    Actor actor;
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return actor; }}};

private:
    UnitPath place(db::Tx& tx, UnitId unit) {
        return path_of(tx, unit, AsOf::latest(today)).value();
    }

    void load(db::Tx& tx) {
        old_town = find_units(tx, "Thị trấn Mường Ảng", AsOf::latest({2025, 6, 30}), 1).front().id;
        load_divisions(tx);
        load_positions(tx, each_of<PositionRow>(positions));
        load_ranks(tx, each_of<RankRow>(ranks));
        const Period since{merger};
        load_posts(
            tx,
            kit,
            {{chief_post, office, chief, {}, 1, since, {}},
             {clerk_post, office, clerk_position, {}, 40, since, {}},
             {it_post, office, it_position, {}, 1, since, {}},
             {communications_post, culture, communications_position, {}, 1, since, {}},
             {culture_post, culture, clerk_position, {}, 41, since, {}},
             {far_post, bung_lao, clerk_position, {}, 5, since, {}},
             {old_post, old_town, clerk_position, {}, 5, {{2024, 2, 1}, merger}, {}}}
        );
        load_everybody(tx);
    }

    void load_divisions(db::Tx& tx) {
        const auto above = place(tx, muong_ang);
        for (const auto& [id, name] :
             {std::pair(office, "Văn phòng HĐND và UBND"), {culture, "Phòng Văn hóa - Xã hội"}}) {
            tx.run(insert_division, id);
            tx.run(insert_name, id, name, fold(name), sort_key(name), merger);
            tx.run(insert_place, id, muong_ang, above.child(id), merger);
        }
    }

    void load_everybody(db::Tx& tx) {
        std::vector<PersonRow> people{{head, "0301", {1975, 5, 5}, "Cà Văn Thạnh"}};
        std::vector<HoldingRow> holdings;
        const auto hold = [&](PersonId person,
                              PostId post,
                              UnitId unit,
                              HoldingKind kind,
                              int share,
                              Period period) {
            holdings.push_back(
                {kit.ids.make<HoldingId>(), person, post, unit, kind, share, period, ""}
            );
        };
        hold(head, chief_post, office, HoldingKind::main, 100, {merger});
        people.push_back({binh, "0302", {1990, 1, 2}, "Quàng Văn Bình"});
        hold(binh, clerk_post, office, HoldingKind::main, 80, {merger});
        hold(binh, old_post, old_town, HoldingKind::main, 100, {{2024, 2, 1}, merger});
        hold(binh, it_post, office, HoldingKind::concurrent, 20, {{2025, 9, 15}});
        const std::vector<std::string> given = {"Đường", "Dao", "Đào", "Hòa", "Hoa", "Ánh", "Ân"};
        for (int i = 0; i < 80; ++i) {
            const PersonId person{6100 + i};
            const auto name = "Lò Thị " + given[static_cast<std::size_t>(i) % given.size()];
            people.push_back({person, "04" + std::to_string(i), {1985, 1, 1}, name});
            const bool in_office = i < 39;
            hold(
                person,
                in_office ? clerk_post : culture_post,
                in_office ? office : culture,
                HoldingKind::main,
                100,
                {merger}
            );
        }
        for (int i = 0; i < 3; ++i) {
            const PersonId person{far_person.value + i};
            people.push_back({person, "05" + std::to_string(i), {1985, 1, 1}, "Vàng A Đường"});
            hold(person, far_post, bung_lao, HoldingKind::main, 100, {merger});
        }
        load_people(tx, kit, each_of<PersonRow>(people));
        load_holdings(tx, kit, each_of<HoldingRow>(holdings));
    }

    static constexpr auto insert_division = R"sql(
        INSERT INTO organisation_units (id, country, kind, system)
        VALUES ($1, 'VN', 'division', 'local')
    )sql";
    static constexpr auto insert_name = R"sql(
        INSERT INTO organisation_unit_names (id, unit_id, code, type, name, full_name, name_en,
               full_name_en, folded, sort_key, from_date, until_date, recorded_at, superseded_at)
        VALUES ($1, $1, '', 'council_office', $2, $2, '', '', $3, $4, $5, 99991231, 0,
               9223372036854775807)
    )sql";
    static constexpr auto insert_place = R"sql(
        INSERT INTO organisation_unit_places (id, unit_id, parent_id, level, path, seq, from_date,
               until_date, recorded_at, superseded_at)
        VALUES ($1, $1, $2, 'division', $3, $1, $4, 99991231, 0, 9223372036854775807)
    )sql";

    std::vector<PositionRow> positions = {
        {chief, "CVP", "Chánh Văn phòng", "Chief of Office", "leadership", {}, {}, "", ""},
        {clerk_position, "VPTK", "Văn phòng - thống kê", "Clerk", "professional", {}, {}, "", ""},
        {it_position,
         "QTCNTT",
         "Quản trị công nghệ thông tin",
         "IT administration",
         "professional",
         {},
         {},
         "it_specialist",
         ""},
        {communications_position,
         "TT",
         "Thông tin - truyền thông",
         "Communications",
         "professional",
         {},
         {},
         "communications_officer",
         ""},
    };
    std::vector<RankRow> ranks = {
        {{801}, "01.003", 3, "Chuyên viên", "Specialist"},
        {{802}, "01.004", 4, "Cán sự", "Technical officer"},
    };
};

}  // namespace nangluc::organisation
