#include "tests/architecture/includes.hpp"

#include <doctest/doctest.h>

using namespace nangluc::architecture;

static Rules rules_of_the_tree() {
    return {
        read_table("server/modules/modules.toml"),
        read_table("tests/architecture/third_party.toml"),
    };
}

static std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += "\n" + line;
    return text;
}

// The rule that a file with this one include breaks, or "none".
static std::string rule_against(const std::string& path, const std::string& header) {
    static const Rules small = {
        .modules = {{"platform", {}}, {"organisation", {"platform"}}, {"needs", {"organisation"}}},
        .third_party = {{"sqlite3", {"server/kit/db"}}, {"doctest/", {"tests"}}},
    };
    const Source store = {"server/modules/needs/gap/gap_store.cpp", ""};
    const auto broken = broken_includes({{path, "#include " + header + "\n"}, store}, small);
    if (broken.empty()) return "none";
    return broken.front().substr(broken.front().find(": ") + 2);
}

TEST_CASE("every include of the tree keeps to its layer and to modules.toml") {
    const auto broken = broken_includes(read_sources(), rules_of_the_tree());

    INFO(joined(broken));
    CHECK(broken.empty());
}

TEST_CASE("modules.toml holds no circle: a module calls only those above its own line") {
    std::vector<std::string> above;
    for (const auto& row : rules_of_the_tree().modules) {
        for (const auto& name : row.second) {
            INFO(row.first, " calls ", name);
            CHECK(contains(above, name));
        }
        above.push_back(row.first);
    }
    CHECK(above.size() > 1);
}

TEST_CASE("a lower layer that includes a higher one is found") {
    CHECK(
        rule_against("server/base/date.hpp", "\"kit/db/db.hpp\"") ==
        "the layer base does not know kit"
    );
    CHECK(
        rule_against("server/engines/gaps/gaps.cpp", "\"kit/files.hpp\"") ==
        "the layer engines does not know kit"
    );
    CHECK(
        rule_against("server/kit/actor.hpp", "\"modules/platform/api.hpp\"") ==
        "the layer kit does not know modules"
    );
    CHECK(
        rule_against("server/modules/needs/gap/gap_service.cpp", "\"app/wiring.hpp\"") ==
        "the layer modules does not know app"
    );
    CHECK(rule_against("server/kit/actor.hpp", "\"base/id.hpp\"") == "none");
    CHECK(rule_against("server/base/tests/text_test.cpp", "\"syllables.hpp\"") == "none");
}

TEST_CASE("the ready world of the tests is for tests only") {
    const std::string world = "\"testing/world.hpp\"";

    CHECK(
        rule_against("server/modules/needs/gap/gap_service.cpp", world) ==
        "the layer modules does not know testing"
    );
    CHECK(rule_against("server/modules/needs/tests/gap_http_test.cpp", world) == "none");
}

TEST_CASE("another module is reached through its api.hpp only") {
    const std::string file = "server/modules/needs/gap/gap_service.cpp";

    CHECK(
        rule_against(file, "\"modules/organisation/unit/unit_store.hpp\"") ==
        "of another module only api.hpp is known"
    );
    CHECK(rule_against(file, "\"modules/organisation/api.hpp\"") == "none");
}

TEST_CASE("a call that modules.toml does not allow is found") {
    CHECK(
        rule_against(
            "server/modules/organisation/unit/unit_service.cpp", "\"modules/needs/api.hpp\""
        ) == "modules.toml does not allow it"
    );
    CHECK(
        rule_against("server/modules/unknown/unit_service.cpp", "\"modules/needs/api.hpp\"") ==
        "modules.toml has no line for unknown"
    );
}

TEST_CASE("a noun that includes a tool of the kit or its own store is found") {
    const std::string rule = "a noun is pure: base, engines, api.hpp and what is pure beside it";

    CHECK(rule_against("server/modules/needs/gap/gap.hpp", "\"kit/db/db.hpp\"") == rule);
    CHECK(
        rule_against("server/modules/needs/gap/gap.cpp", "\"modules/needs/gap_store.hpp\"") == rule
    );
    CHECK(
        rule_against("server/modules/needs/gap/gap.cpp", "\"modules/needs/level.hpp\"") == "none"
    );
    CHECK(rule_against("server/modules/needs/gap_store.hpp", "\"kit/db/db.hpp\"") == "none");
}

TEST_CASE("an _http header included by anything but module.cpp is found") {
    const std::string header = "\"modules/needs/gap/gap_http.hpp\"";

    CHECK(
        rule_against("server/modules/needs/gap/gap_service.cpp", header) ==
        "an _http header is for module.cpp only"
    );
    CHECK(rule_against("server/modules/needs/module.cpp", header) == "none");
    CHECK(rule_against("server/modules/needs/gap/gap_http.cpp", header) == "none");
}

TEST_CASE("a third-party header outside its layer, or known to nobody, is found") {
    CHECK(
        rule_against("server/kit/json/json.cpp", "<sqlite3.h>") ==
        "third_party.toml gives it to another layer"
    );
    CHECK(
        rule_against("server/base/date.cpp", "<nlohmann/json.hpp>") ==
        "third_party.toml does not know it"
    );
    CHECK(rule_against("server/kit/db/sqlite.cpp", "<sqlite3.h>") == "none");
    CHECK(rule_against("server/base/date.cpp", "<vector>") == "none");
}
