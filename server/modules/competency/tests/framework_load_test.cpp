#include "modules/competency/framework/framework_load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "modules/competency/framework/content_store.hpp"
#include "modules/competency/framework/framework_store.hpp"
#include "testing/country.hpp"
#include "testing/test_kit.hpp"

using namespace nangluc;
using namespace nangluc::competency;

// The shipped frameworks, loaded once for all tests of this file.
struct Shipped {
    testing::TestKit made{{2026, 11, 23}, testing::TestDatabase::from_template("frameworks", load)};
    const Kit& kit = made.kit;

    static void load(db::Db& db) {
        FixedClock clock({2026, 11, 23});
        IdMaker ids(clock);
        const testing::TestFolder folder;
        Work work(db, clock, ids, folder.path());
        const testing::FixedSubtrees subtrees;
        const Kit kit{db, clock, ids, work.audit, work.outbox, work.jobs, work.files, subtrees};
        const auto loaded = db.transaction([&](db::Tx& tx) {
            return import_published_frameworks(
                tx, kit, testing::data_folder() + "/frameworks", Demo::with
            );
        });
        if (!loaded) {
            auto what = loaded.error().code;
            for (const auto& [path, code] : loaded.error().faults) what += " " + path + ":" + code;
            throw std::runtime_error(what);
        }
    }

    Content content(std::string_view code) {
        return made.db().read([&](db::Tx& tx) {
            const auto framework = find_framework_by_code(tx, code).value();
            return content_of(tx, list_versions(tx, framework.id).front().id);
        });
    }
    std::vector<Competency> competencies(std::string_view language) {
        return made.db().read([&](db::Tx& tx) { return list_competencies(tx, language); });
    }
    Competency competency(std::string_view code, std::string_view language) {
        const auto all = competencies(language);
        return *std::ranges::find(all, code, &Competency::code);
    }
};

TEST_CASE("the published frameworks are loaded whole") {
    Shipped shipped;

    CHECK(shipped.content("digcomp-3.0").items.size() == 21);
    CHECK(shipped.content("vn-digital-2025").items.size() == 24);

    const auto british = shipped.content("uk-gdd");
    CHECK(british.items.size() == 188);
    CHECK(british.roles.size() == 205);
    std::set<std::string> roles;
    std::size_t asked = 0;
    for (const auto& role : british.roles) {
        roles.insert(role.role);
        asked += role.levels.size();
    }
    CHECK(roles.size() == 52);
    CHECK(asked == 1'781);
}

TEST_CASE("E29 part: a competency that several frameworks hold is one competency") {
    Shipped shipped;
    const auto all = shipped.competencies("vi");

    // 21 of DigComp, 3 of Viet Nam's own, 7 of the commune, 188 of the United Kingdom.
    CHECK(all.size() == 21 + 3 + 7 + 188);
    std::set<std::string> codes;
    for (const auto& competency : all) codes.insert(competency.code);
    CHECK(codes.size() == all.size());
}

TEST_CASE("what is asked for together stands in the first block") {
    Shipped shipped;

    for (const auto& competency : shipped.competencies("en")) {
        CAPTURE(competency.code);
        CHECK((competency.block == 0) == !competency.code.starts_with("gdd."));
    }
}

TEST_CASE("a competency is named in the language asked for by whichever framework can") {
    Shipped shipped;

    CHECK(shipped.competency("dc3.1.3", "vi").name == "Quản lý dữ liệu");
    CHECK(shipped.competency("dc3.1.3", "vi").area == "Dữ liệu");
    CHECK(shipped.competency("dc3.1.3", "vi").levels == 6);
    CHECK(shipped.competency("dc3.2.6", "vi").name == "Quản lý danh tính số");
    CHECK(shipped.competency("gdd.agile-working", "vi").name == "Agile working");
}

TEST_CASE("the demo framework describes every level in Vietnamese and in English") {
    Shipped shipped;
    const auto demo = shipped.content("demo-commune");

    CHECK(demo.items.size() == 17);
    for (const auto& item : demo.items) {
        for (int level = 1; level <= 6; ++level) {
            CAPTURE(item.code);
            CAPTURE(level);
            CHECK(say(item.words, TextKind::behaviour, level, "vi").language == "vi");
            CHECK(say(item.words, TextKind::behaviour, level, "en").language == "en");
        }
    }
}

TEST_CASE("a framework is loaded once") {
    Shipped shipped;
    const auto again = shipped.made.db().transaction([&](db::Tx& tx) {
        return import_published_frameworks(tx, shipped.kit, testing::data_folder() + "/frameworks");
    });

    REQUIRE_FALSE(again);
    CHECK(again.error().code == "framework.already_there");
}
