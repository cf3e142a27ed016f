#pragma once

#include "modules/competency/framework/framework_load.hpp"
#include "modules/competency/module.hpp"
#include "testing/client.hpp"
#include "testing/country.hpp"
#include "testing/office.hpp"

namespace nangluc::competency {

// The small country with leaders, managers and professionals, behind the routes of the module. Who
// asks is chosen by the test: a planner of the province, an HR officer of the commune, somebody
// without any right.
struct CompetencyApp : testing::Office {
    static constexpr GroupId leaders{61};
    static constexpr GroupId managers{62};
    static constexpr GroupId professionals{63};
    static constexpr GroupId culture{64};  // an occupational group
    static constexpr RankId rank{65};
    static constexpr PositionId chair{71};
    static constexpr PositionId division_head{72};
    static constexpr PositionId culture_officer{73};
    static constexpr PostId chair_post{81};
    static constexpr PostId division_head_post{82};
    static constexpr PostId culture_post{83};
    static constexpr PostId other_culture_post{84};
    static constexpr PersonId leader{91};
    static constexpr PersonId manager{92};
    static constexpr PersonId specialist{93};

    CompetencyApp() {
        db.transaction([&](db::Tx& tx) { add_staff(tx); });
        module.add_routes(router);
    }

    void add_staff(db::Tx& tx) {
        organisation::load_groups(
            tx,
            testing::each_of<organisation::GroupRow>({
                {leaders, "position", "leaders", "Lãnh đạo", "Leaders", ""},
                {managers, "position", "managers", "Quản lý", "Managers", ""},
                {professionals, "position", "professionals", "Chuyên môn", "Professionals", ""},
                {culture, "occupational", "culture", "Văn hóa", "Culture", ""},
            })
        );
        organisation::load_ranks(
            tx, testing::each_of<organisation::RankRow>({{rank, "01.003", 3, "Chuyên viên", ""}})
        );
        organisation::load_positions(
            tx,
            testing::each_of<organisation::PositionRow>({
                {chair, "chair", "Chủ tịch", "Chair", "leadership", leaders, {}, "", ""},
                {division_head, "head", "Trưởng phòng", "Head", "leadership", managers, {}, "", ""},
                {culture_officer,
                 "culture",
                 "Văn hóa - xã hội",
                 "Culture officer",
                 "professional",
                 professionals,
                 culture,
                 "",
                 ""},
            })
        );
        organisation::load_posts(
            tx,
            kit,
            {{chair_post, commune, chair, {}, 1, {long_ago}, {}},
             {division_head_post, commune, division_head, {}, 1, {long_ago}, {}},
             {culture_post, commune, culture_officer, rank, 1, {long_ago}, {}},
             {other_culture_post, other_commune, culture_officer, rank, 1, {long_ago}, {}}}
        );
        organisation::load_people(
            tx,
            kit,
            testing::each_of<organisation::PersonRow>({
                {leader, "L1", {1975, 1, 1}, "Lò Văn Sơn"},
                {manager, "M1", {1980, 1, 1}, "Quàng Thị Mai"},
                {specialist, "S1", {1990, 1, 1}, "Vừ A Páo"},
            })
        );
        organisation::load_holdings(
            tx,
            kit,
            testing::each_of<organisation::HoldingRow>({
                {{191},
                 leader,
                 chair_post,
                 commune,
                 organisation::HoldingKind::main,
                 100,
                 {long_ago},
                 ""},
                {{192},
                 manager,
                 division_head_post,
                 commune,
                 organisation::HoldingKind::main,
                 100,
                 {long_ago},
                 ""},
                {{193},
                 specialist,
                 culture_post,
                 commune,
                 organisation::HoldingKind::main,
                 100,
                 {long_ago},
                 ""},
            })
        );
    }

    // The shipped frameworks; the commune's sample belongs to the province.
    void load_frameworks() {
        const auto loaded = db.transaction([&](db::Tx& tx) {
            return import_published_frameworks(
                tx, kit, testing::data_folder() + "/frameworks", Demo::with, province
            );
        });
        if (!loaded) throw std::runtime_error(loaded.error().code);
    }

    Actor planner_account(AccountId account = {1}) {
        using enum Permission;
        return actor(
            account, Office::planner, province, {read_people, edit_frameworks, edit_requirements}
        );
    }
    Actor hr_officer() {
        return actor(
            {2}, officer, commune, {Permission::read_people, Permission::edit_requirements}
        );
    }
    Actor civil_servant(PersonId person) { return actor({3}, person, commune, {}); }

    // Each request is a moment of its own, as in life.
    http::Reply as(const Actor& who, auto&& ask) {
        asking = who;
        clock.advance(1'000);
        return ask(client);
    }
    http::Reply get(const Actor& who, const std::string& target) {
        return as(who, [&](auto& browser) { return browser.get(target); });
    }
    http::Reply post(const Actor& who, const std::string& target, std::string body) {
        return as(who, [&](auto& browser) { return browser.post(target, std::move(body)); });
    }

    static std::string id(auto any) { return to_text(any.value); }

    Actor asking;
    Module module{kit};
    http::Router router;
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return asking; }}};
};

// The parts of replies that tests look at.
struct Made {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Made, (), (id))

// True where the text stands in the body of a good reply; on failure the body is in the message.
inline bool says(const http::Reply& reply, std::string_view part) {
    return reply.status < 300 && reply.body.find(part) != std::string::npos;
}

// The part of a JSON text behind `"name":`, up to the next comma or brace; for ids and figures.
inline std::string value_of(const http::Reply& reply, const std::string& name) {
    const auto from = reply.body.find('"' + name + "\":");
    if (reply.status >= 300 || from == std::string::npos) {
        throw std::runtime_error(std::to_string(reply.status) + ' ' + reply.body);
    }
    auto start = from + name.size() + 3;
    if (reply.body[start] == '"') ++start;
    return reply.body.substr(start, reply.body.find_first_of("\",}", start) - start);
}

}  // namespace nangluc::competency
