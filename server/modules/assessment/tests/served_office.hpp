#pragma once

#include "modules/assessment/module.hpp"
#include "rated_office.hpp"
#include "testing/client.hpp"

namespace nangluc::assessment {

// The office behind its routes, with the people who use it.
struct ServedOffice : RatedOffice {
    ServedOffice() { module.add_routes(router); }

    testing::TestClient as(Actor who) {
        return {router, {.sign_in = [who](const http::Request&) -> Result<Actor> { return who; }}};
    }

    // The officer looks at their own file and nothing else.
    testing::TestClient officer_client() { return as(actor({2}, officer, commune, {})); }
    testing::TestClient chief_client() { return as(chief()); }
    // Rates and reads in the other commune only.
    testing::TestClient other_chief() {
        return as(actor(
            {3},
            far_officer,
            other_commune,
            {Permission::rate_as_supervisor, Permission::read_ratings, Permission::decide_reviews}
        ));
    }
    testing::TestClient assessor() {
        return as(
            actor({4}, planner, province, {Permission::rate_as_assessor, Permission::read_ratings})
        );
    }
    testing::TestClient planner_client() {
        return as(actor(
            {5},
            planner,
            nation,
            {Permission::edit_rules,
             Permission::read_ratings,
             Permission::decide_reviews,
             Permission::edit_requirements,
             Permission::see_jobs}
        ));
    }

    static std::string rating_body(
        PersonId person,
        std::string_view method,
        int level,
        std::string_view on,
        std::string_view more = ""
    ) {
        return R"({"person":")" + to_text(person.value) + R"(","competency":"21","method":")" +
               std::string(method) + R"(","level":)" + std::to_string(level) +
               R"(,"observed_on":")" + std::string(on) + '"' + std::string(more) + '}';
    }

    static std::string of_person(PersonId person, std::string_view rest) {
        return "/people/" + to_text(person.value) + std::string(rest);
    }
    static bool has(const http::Reply& reply, std::string_view part) {
        return reply.body.find(part) != std::string::npos;
    }
    // The text after `"name":"` in the first place it stands.
    static std::string value_of(const http::Reply& reply, std::string_view name) {
        const auto key = '"' + std::string(name) + "\":\"";
        const auto from = reply.body.find(key);
        if (from == std::string::npos) throw std::runtime_error("no " + key + reply.body);
        const auto start = from + key.size();
        return reply.body.substr(start, reply.body.find('"', start) - start);
    }

    int audited(std::string_view act) {
        return db.read([&](db::Tx& tx) {
            return tx
                .one(
                    R"sql(
                SELECT COUNT(*) AS times
                  FROM platform_audit
                 WHERE act = $1
            )sql",
                    act
                )
                ->get<int>("times");
        });
    }

    Module module{kit};
    http::Router router;
};

}  // namespace nangluc::assessment
