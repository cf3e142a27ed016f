#pragma once

#include "modules/planning/module.hpp"
#include "modules/platform/api.hpp"
#include "testing/catalogue.hpp"
#include "testing/client.hpp"
#include "testing/office.hpp"
#include "testing/ratings.hpp"

namespace nangluc::planning {

inline constexpr auto insert_group = R"sql(
    INSERT INTO needs_groups (id, title, unit_id, rule, on_date, known_at, status, account_id,
           version, recorded_at)
    VALUES ($1, 'Cán bộ xã', $2,
            '{"units":[],"conditions":[],"combine":"any","position_groups":[]}', 20261123, 0, 'approved', 1, 1, 0)
)sql";

inline constexpr auto insert_member = R"sql(
    INSERT INTO needs_group_members (group_id, person_id, competency_id, unit_id, required, held,
           explanation)
    VALUES ($1, $2, $3, $4, $5, $6, '{}')
)sql";

// The small country with one group of its people, three programmes, and the module behind its
// routes. Three people ask: who drafts at the province, who leads there, and who drafts for the
// commune only.
struct PlanningApp : testing::Office {
    static constexpr TargetGroupId group{300};
    static constexpr ProgrammeVersionId data_course{401};  // data use 1 -> 3
    static constexpr ProgrammeVersionId draft_course{402};
    static constexpr ProgrammeVersionId old_course{403};         // stands for nothing
    static constexpr PersonId planner_person = Office::planner;  // in no group, never assessed

    PlanningApp() {
        db.transaction([&](db::Tx& tx) {
            add_course(tx, data_course, "D", {data_use, 1, 3});
            add_course(tx, draft_course, "V", {drafting, 1, 3});
            add_course(tx, old_course, "O", {artificial_intelligence, 0, 2});
            tx.run(insert_group, group, province);
            for (const auto& [person, unit] : members()) {
                tx.run(insert_member, group, person, data_use, unit, 3, 1);
                tx.run(insert_member, group, person, drafting, unit, 3, 2);
            }
            add_rule(tx);
        });
        for (const auto& [person, unit] : members()) {
            rate(person, data_use, 1, {2026, 6, 1});
            rate(person, drafting, 2, {2026, 6, 1});
        }
        db.transaction([&](db::Tx& tx) { add_accounts(tx); });
        module.add_routes(router);
        module.add_jobs();
        work.jobs.resolve_actors_with([this](AccountId) { return asking; });
    }

    static std::vector<std::pair<PersonId, UnitId>> members() {
        return {
            {head, commune}, {officer, commune}, {clerk, commune}, {far_officer, other_commune}};
    }

    // What a supervisor said is valid for a year.
    void add_rule(db::Tx& tx) {
        const assessment::Rule rule{
            .code = "supervisor",
            .title = "Supervisor",
            .definition = {.methods = {{assessment::Method::supervisor, 1, 12}}},
            .decision_number = "01/QD",
            .scope = nation,
            .period = {long_ago},
        };
        assessment::load_rules(tx, kit, std::vector{rule}, Instant{0});
    }

    void rate(PersonId person, CompetencyId competency, int level, Date on) {
        db.transaction([&](db::Tx& tx) {
            bool given = false;
            assessment::load_ratings(tx, kit, [&](assessment::Rating& row) {
                if (given) return false;
                row = {
                    .person = person,
                    .competency = competency,
                    .level = level,
                    .method = assessment::Method::supervisor,
                    .rater = Office::planner,
                    .rater_role = "supervisor",
                    .observed_on = on,
                };
                return given = true;
            });
        });
    }

    void add_course(
        db::Tx& tx, ProgrammeVersionId id, std::string code, programmes::Outcome outcome
    ) {
        const programmes::Programme course{
            .version =
                {.id = id,
                 .programme = {id.value + 100},
                 .code = code,
                 .title = "Khóa " + code,
                 .title_en = "Course " + code,
                 .hours = 16,
                 .days = 2,
                 .min_class = 1,
                 .max_class = 40,
                 .cost_per_class = {1'000},
                 .cost_per_person = {100},
                 .outcomes = {outcome}},
            .owner = province,
            .content = "digital",
            .form = "class",
            .status = programmes::ProgrammeStatus::approved,
            .period = {long_ago},
        };
        programmes::add_programme(tx, course.version.programme, course, {});
        programmes::add_version(tx, kit, course);
    }

    void add_accounts(db::Tx& tx) {
        std::vector<platform::AccountToAdd> accounts;
        for (const auto* login : {"planner", "leader", "commune"}) {
            accounts.push_back({
                .id = {static_cast<std::int64_t>(accounts.size()) + 1},
                .login = login,
                .unit = province,
                .place = UnitPath::root(nation).child(province),
                .name = login,
            });
        }
        platform::add_accounts(tx, clock, accounts);
    }

    void completes(PersonId person, ProgrammeVersionId course) {
        bool given = false;
        db.transaction([&](db::Tx& tx) {
            programmes::load_participations(tx, kit, [&](programmes::Participation& row) {
                if (given) return false;
                row = {person, course, commune, "K1", {2026, 3, 2}, {2026, 3, 3}, true, "register"};
                return given = true;
            });
        });
    }

    // Whoever completed `course` need not attend `other` for five years.
    void stands_for(ProgrammeVersionId course, ProgrammeVersionId other) {
        db.transaction([&](db::Tx& tx) {
            programmes::add_equivalence(
                tx, kit, {{course.value + 100}, {other.value + 100}, 60, {long_ago}}
            );
        });
    }

    Actor planner_account() {
        using enum Permission;
        return actor(
            {1},
            Office::planner,
            province,
            {read_needs, read_plans, edit_plans, submit_plans, approve_plans}
        );
    }
    Actor leader() {
        using enum Permission;
        return actor({2}, head, province, {read_plans, approve_plans});
    }
    Actor commune_planner() {
        using enum Permission;
        return actor({3}, officer, commune, {read_needs, read_plans, edit_plans, submit_plans});
    }

    http::Reply send(
        const Actor& who, http::Method method, const std::string& target, std::string body = "{}"
    ) {
        asking = who;
        clock.advance(1'000);
        const auto is_read = method == http::Method::get || method == http::Method::del;
        return client.send(method, target, is_read ? std::string() : std::move(body));
    }
    // The next request acts on this version of the plan.
    PlanningApp& at(const std::string& version) {
        client.with("if-match", '"' + version + '"');
        return *this;
    }
    http::Reply get(const Actor& who, const std::string& target) {
        return send(who, http::Method::get, target);
    }
    http::Reply post(const Actor& who, const std::string& target, std::string body = "{}") {
        return send(who, http::Method::post, target, std::move(body));
    }

    static std::string id(auto any) { return to_text(any.value); }

    Actor asking;
    Module module{kit};
    http::Router router;
    testing::TestClient client{
        router, {.sign_in = [this](const http::Request&) -> Result<Actor> { return asking; }}};
};

// The part of a JSON text behind the first `"name":`, up to the next comma or brace.
inline std::string value_of(const http::Reply& reply, const std::string& name) {
    const auto from = reply.body.find('"' + name + "\":");
    if (reply.status >= 300 || from == std::string::npos) {
        throw std::runtime_error(std::to_string(reply.status) + ' ' + reply.body);
    }
    auto start = from + name.size() + 3;
    if (reply.body[start] == '"') ++start;
    return reply.body.substr(start, reply.body.find_first_of("\",}", start) - start);
}

inline bool says(const http::Reply& reply, std::string_view part) {
    return reply.status < 300 && reply.body.find(part) != std::string::npos;
}

}  // namespace nangluc::planning
