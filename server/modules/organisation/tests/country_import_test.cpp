#include "modules/organisation/country/country_import.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "modules/organisation/unit/unit_service.hpp"
#include "testing/country.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

// Viet Nam as the published lists give it, loaded once for all tests of this file.
struct VietNam : testing::Country {
    std::vector<Unit> search(const std::string& text, AsOf at, int limit) {
        const auto result = units.search(text, {}, at, limit);
        std::vector<Unit> found;
        for (const auto& [unit, above] : result.value()) found.push_back(unit);
        return found;
    }

    UnitService units{kit};

    std::vector<LevelCount> counts_on(Date on) {
        return units.counts(root, AsOf::latest(on)).value().levels;
    }
};

static LevelCount at_level(const std::vector<LevelCount>& counts, std::string_view level) {
    const auto found = std::ranges::find(counts, level, &LevelCount::level);
    return found == counts.end() ? LevelCount{.level = std::string(level)} : *found;
}

TEST_CASE(
    "E2 part: on 1 February 2024 stood 63 provinces, 700 districts with communes, 10,597 communes"
) {
    VietNam country;
    const auto counts = country.counts_on({2024, 2, 1});

    CHECK(at_level(counts, "province").units == 63);
    CHECK(at_level(counts, "district") == LevelCount{"district", 705, 5});
    CHECK(at_level(counts, "commune").units == 10'597);
}

TEST_CASE(
    "E2 part: the last day of three tiers had 63, 696 and 10,035 units, the next day 34 and 3,321"
) {
    VietNam country;
    const auto last_day = country.counts_on({2025, 6, 30});
    const auto next_day = country.counts_on({2025, 7, 1});

    CHECK(at_level(last_day, "province").units == 63);
    CHECK(at_level(last_day, "district").units == 696);
    CHECK(at_level(last_day, "commune").units == 10'035);
    CHECK(at_level(next_day, "province").units == 34);
    CHECK(at_level(next_day, "district").units == 0);
    CHECK(at_level(next_day, "commune").units == 3'321);
}

TEST_CASE("F13 part: every commune of 30 June 2025 is counted somewhere in the structure of 1 July"
) {
    VietNam country;

    const auto compared = country.units.compare(country.root, {2025, 6, 30}, {2025, 7, 1}).value();

    CHECK(compared.stood == 130);
    CHECK(compared.placed_by_default == 477);
    CHECK(compared.stood + compared.succeeded + compared.placed_by_default == 10'035 + 5);
    CHECK(compared.unknown.empty());
}

TEST_CASE("F13 part: successors that no table knows are named, not dropped") {
    VietNam country;

    const auto compared = country.units.compare(country.root, {2024, 2, 1}, {2025, 7, 1}).value();
    const auto counted = compared.stood + compared.succeeded + compared.placed_by_default;

    CHECK(counted + static_cast<int>(compared.unknown.size()) == 10'597 + 5);
    CHECK_FALSE(compared.unknown.empty());
    CHECK(std::ranges::none_of(compared.unknown, [](const Unit& unit) {
        return unit.full_name.empty();
    }));
}

TEST_CASE("a type or a spelling that changed later leaves the unit itself as it was") {
    VietNam country;
    const auto before = country.search("Dong Nai", AsOf::latest({2026, 4, 29}), 1);
    const auto after = country.search("Đồng Nai", AsOf::latest({2026, 4, 30}), 1);

    REQUIRE(before.size() == 1);
    REQUIRE(after.size() == 1);
    CHECK(before.front().id == after.front().id);
    CHECK(before.front().type == "province");
    CHECK(after.front().type == "municipality");
}

TEST_CASE("C30 part: a commune is found without marks, and as it was called then") {
    VietNam country;
    const auto now = country.search("muong ang", AsOf::latest({2026, 11, 23}), 5);
    const auto then = country.search("muong ang", AsOf::latest({2025, 6, 30}), 5);

    REQUIRE(now.size() == 1);
    CHECK(now.front().full_name == "Xã Mường Ảng");
    REQUIRE(then.size() == 2);
    CHECK(then.front().full_name == "Huyện Mường Ảng");
    CHECK(then.back().full_name == "Thị trấn Mường Ảng");
}

TEST_CASE("the commune of Mường Ảng says which three units it was made of") {
    VietNam country;
    const auto on = AsOf::latest({2025, 7, 1});
    const auto unit = country.search("muong ang", on, 1).front();

    const auto page = country.units.find(unit.id, on).value();

    CHECK(page.predecessors.size() == 3);
    CHECK(page.ancestors.size() == 3);
    CHECK(page.stands);
}

TEST_CASE("a unit that was merged away is still shown as it last stood, with its successor") {
    VietNam country;
    const auto town = country.search("Thị trấn Mường Ảng", AsOf::latest({2025, 6, 30}), 1);

    const auto page = country.units.find(town.front().id, AsOf::latest({2026, 1, 1})).value();

    CHECK_FALSE(page.stands);
    CHECK(page.unit.full_name == "Thị trấn Mường Ảng");
    REQUIRE(page.successors.size() == 1);
    CHECK(page.successors.front().full_name == "Xã Mường Ảng");
}

TEST_CASE("units are loaded once: a second loading is refused") {
    VietNam country;
    const auto again = country.kit.db.transaction([&](db::Tx& tx) {
        return import_country(tx, country.kit, testing::data_folder() + "/vietnam");
    });

    CHECK(again.error().code == "units.already_there");
}
