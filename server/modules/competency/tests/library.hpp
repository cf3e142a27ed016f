#pragma once

#include <algorithm>

#include "modules/competency/framework/content_store.hpp"
#include "modules/competency/framework/framework_store.hpp"
#include "modules/competency/requirement/requirement_load.hpp"
#include "modules/competency/tests/competency_app.hpp"

namespace nangluc::competency {

// The shipped frameworks behind the routes; the commune's sample belongs to the province.
struct Library : CompetencyApp {
    Library() { load_frameworks(); }

    std::string version_of(const std::string& code) {
        return db.read([&](db::Tx& tx) {
            const auto framework = find_framework_by_code(tx, code).value();
            return id(list_versions(tx, framework.id).front().id);
        });
    }
    Content content(const std::string& version) {
        return db.read([&](db::Tx& tx) { return content_of(tx, {parse_id(version).value()}); });
    }
    Competency competency(const std::string& code) {
        return db.read([&](db::Tx& tx) {
            const auto all = list_competencies(tx, "vi");
            return *std::ranges::find(all, code, &Competency::code);
        });
    }

    // A draft of the sample's next version, by the planner.
    std::string draft() {
        return value_of(
            post(
                planner_account(),
                "/framework-versions/" + version_of("demo-commune") + "/copies",
                R"({"label":"2027"})"
            ),
            "id"
        );
    }
    http::Reply change(
        const Actor& who, http::Method method, const std::string& target, std::string body = ""
    ) {
        const auto version = target.substr(0, target.find('/', 20));
        const auto tag = get(who, version).header("ETag").value_or("");
        return as(who, [&](auto& browser) {
            return browser.with("if-match", tag).send(method, target, std::move(body));
        });
    }
    http::Reply put(const std::string& target, std::string body) {
        return change(planner_account(), http::Method::put, target, std::move(body));
    }
    http::Reply remove(const std::string& target) {
        return change(planner_account(), http::Method::del, target);
    }
    http::Reply approve(AccountId who, const std::string& version, const std::string& from) {
        return change(
            planner_account(who),
            http::Method::post,
            "/framework-versions/" + version + "/approval",
            R"({"decision_number":"88/QĐ-UBND","decided_on":"2026-11-20","from":")" + from + R"("})"
        );
    }
    static std::string competency_text(const std::string& area, const std::string& name) {
        return R"({"area":")" + area +
               R"(","words":[{"kind":"name","level":0,"language":"vi","seq":0,"text":")" + name +
               R"("}]})";
    }

    void require(CompetencyId competency, GroupId group) {
        const Requirement requirement{
            .reason = {ReasonKind::position_group, group.value, {}},
            .scope = province,
            .competency = competency,
            .minimum = 2,
            .desired = 2,
            .period = {long_ago},
        };
        db.transaction([&](db::Tx& tx) { load_requirements(tx, kit, std::vector{requirement}); });
    }
};

}  // namespace nangluc::competency
