#include <doctest/doctest.h>

#include "modules/assessment/rating/rating_load.hpp"
#include "modules/competency/requirement/requirement_load.hpp"
#include "modules/needs/module.hpp"
#include "testing/client.hpp"
#include "testing/office.hpp"

using namespace nangluc;
using testing::Office;

namespace {

// The clerk of the commune meets what data use requires, misses a level of drafting, and was never
// assessed in the third.
struct StandingOffice : Office {
    StandingOffice() {
        db.transaction([&](db::Tx& tx) {
            load_rule(tx);
            load_requirements(tx);
            load_levels(tx);
        });
        module.add_routes(router);
    }

    std::string standings(UnitId unit, const std::string& people, const std::string& more = "") {
        const auto at = "/units/" + to_text(unit.value) + "/standings?people=" + people + more;
        const auto reply = client.get(at);
        return reply.status == 200 ? reply.body : testing::code_of(reply);
    }

    needs::Module module{kit};
    http::Router router;
    Actor reader = actor({1}, head, commune, {Permission::read_needs});
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return reader; }}};

private:
    void load_rule(db::Tx& tx) {
        const assessment::Rule rule{
            .code = "supervisor",
            .title = "Supervisor",
            .definition =
                {.combination = assessment::Combination::first_method,
                 .methods = {{assessment::Method::supervisor, 1, 24}}},
            .scope = nation,
            .period = {long_ago},
        };
        assessment::load_rules(tx, kit, std::vector{rule}, Instant{0});
    }

    void load_requirements(db::Tx& tx) {
        std::vector<competency::Requirement> rows;
        for (const auto competency : {data_use, drafting, artificial_intelligence}) {
            rows.push_back({
                .reason = {competency::ReasonKind::position, position.value, ""},
                .scope = nation,
                .competency = competency,
                .minimum = 3,
                .desired = 4,
                .period = {long_ago},
            });
        }
        competency::load_requirements(tx, kit, rows);
    }

    void load_levels(db::Tx& tx) {
        std::vector<assessment::Rating> ratings;
        for (const auto& [competency, level] : {std::pair(data_use, 3), {drafting, 2}}) {
            ratings.push_back({
                .person = clerk,
                .competency = competency,
                .level = level,
                .method = assessment::Method::supervisor,
                .observed_on = {2026, 6, 1},
            });
        }
        assessment::load_ratings(
            tx,
            kit,
            [&, at = std::size_t{0}](assessment::Rating& row) mutable {
                if (at == ratings.size()) return false;
                row = ratings[at++];
                return true;
            }
        );
        assessment::rebuild_projections(tx, kit);
    }
};

}  // namespace

TEST_CASE("F3 part: of each person in a list stands how much is required, met and not assessed") {
    StandingOffice office;

    CHECK(
        office.standings(Office::commune, "13,12") ==
        R"({"on":"2026-11-23","items":[{"person":"13","required":3,"met":1,"unknown":1},)"
        R"({"person":"12","required":3,"met":0,"unknown":3}]})"
    );
}

TEST_CASE("on an earlier day stands what was known of that day") {
    StandingOffice office;

    CHECK(
        office.standings(Office::commune, "13", "&on=2026-05-31") ==
        R"({"on":"2026-05-31","items":[{"person":"13","required":3,"met":0,"unknown":3}]})"
    );
}

TEST_CASE("nothing is told of people of another unit, and nothing of their unit") {
    StandingOffice office;

    CHECK(office.standings(Office::commune, "14") == R"({"on":"2026-11-23","items":[]})");
    CHECK(office.standings(Office::other_commune, "14") == "unit");
    office.reader = office.actor({1}, Office::head, Office::commune, {Permission::read_people});
    CHECK(office.standings(Office::commune, "13") != "unit");
    CHECK(office.standings(Office::commune, "13").find("items") == std::string::npos);
}

TEST_CASE("a list of people that is none is refused") {
    StandingOffice office;
    std::string many = "1";
    for (int i = 2; i <= 201; ++i) many += ',' + std::to_string(i);

    CHECK(office.standings(Office::commune, "x") == "id.malformed");
    CHECK(office.standings(Office::commune, many) == "people.too_many");
}
