#include "modules/competency/framework/content.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::competency;

static Wording name(std::string language, std::string text) {
    return {.language = std::move(language), .text = std::move(text)};
}

// Two competencies on three levels; each test spoils one thing.
static Content sound_content() {
    return {
        .scale = "three",
        .levels = {{1, "1", {}}, {2, "2", {}}, {3, "3", {}}},
        .areas = {{"data", {name("en", "Data")}}},
        .items =
            {
                {"x.1", "data", {name("en", "Finding"), name("vi", "Tìm")}},
                {"x.2", "data", {name("en", "Checking")}},
            },
    };
}

static std::vector<Fault> faults(std::string object, std::string code) {
    return {{std::move(object), std::move(code)}};
}

TEST_CASE("a framework without contradictions has no faults") {
    CHECK(faults_of(sound_content()).empty());
}

TEST_CASE("a framework holds a competency once") {
    auto content = sound_content();
    content.items.push_back(content.items.front());

    CHECK(faults_of(content) == faults("x.1", "competency.repeated"));
}

TEST_CASE("a competency stands in an area of its framework, or in none") {
    auto content = sound_content();
    content.items[0].area = "";
    content.items[1].area = "elsewhere";

    CHECK(faults_of(content) == faults("x.2", "area.unknown"));
}

TEST_CASE("no level is described that the scale lacks") {
    auto content = sound_content();
    content.items[1].words.push_back({TextKind::behaviour, 4, "en", 0, "Beyond"});

    CHECK(faults_of(content) == faults("x.2", "level.unknown"));
}

TEST_CASE("a competency has a name") {
    auto content = sound_content();
    content.items[1].words.clear();

    CHECK(faults_of(content) == faults("x.2", "name.missing"));
}

TEST_CASE("a role asks for levels of competencies that the framework holds") {
    auto content = sound_content();
    content.roles = {{"clerk", "clerk", "", "Clerk", {{"x.1", 3}, {"x.9", 1}}}};

    CHECK(faults_of(content) == faults("clerk", "competency.unknown"));
}

TEST_CASE("words fall back to English, then to any language, and say so") {
    const auto content = sound_content();

    const auto vietnamese = say(content.items[0].words, TextKind::name, 0, "vi");
    CHECK(vietnamese.text == "Tìm");
    const auto korean = say(content.items[0].words, TextKind::name, 0, "ko");
    CHECK(korean.text == "Finding");
    CHECK(korean.language == "en");
    CHECK(say(content.items[0].words, TextKind::skill, 1, "vi").text.empty());
}

TEST_CASE("E25 part: what was added, changed and removed is told apart") {
    const auto before = sound_content();
    auto after = before;
    after.items[0].words[0].text = "Searching";
    after.items[0].area = "";
    after.items[1] = {"x.3", "data", {name("en", "Using AI")}};

    CHECK(
        compare(before, after) ==
        std::vector<Difference>{
            {"x.1", Change::changed, {"area", "name"}},
            {"x.2", Change::removed, {}},
            {"x.3", Change::added, {}},
        }
    );
}

TEST_CASE("two versions that say the same in another order do not differ") {
    const auto before = sound_content();
    auto after = before;
    std::swap(after.items[0], after.items[1]);
    std::swap(after.items[1].words[0], after.items[1].words[1]);

    CHECK(compare(before, after).empty());
}
