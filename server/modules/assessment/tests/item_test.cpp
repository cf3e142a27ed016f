#include <doctest/doctest.h>

#include "modules/assessment/item/item_store.hpp"
#include "modules/assessment/sitting/test_run.hpp"
#include "tested_office.hpp"

using namespace nangluc;
using namespace nangluc::assessment;

namespace {

bool says(const Error& error, std::string_view path, std::string_view code) {
    return std::ranges::find(error.faults, Fault{std::string(path), std::string(code)}) !=
           error.faults.end();
}

std::vector<Item> newest_items(TestedOffice& office) {
    return office.db.read([](db::Tx& tx) { return list_items(tx, find_newest_bank(tx)->id); });
}

}  // namespace

TEST_CASE("an item with two right answers, options alike or a text missing is refused by its code"
) {
    TestedOffice office;
    BankFolder files;
    files.add_item("use-20", "data.use", "single_choice", 0);
    for (int place = 0; place < 4; ++place) files.add_option("use-20", place, place > 1 ? 1 : 0);
    files.items += "use-21,data.use,3,single_choice,Câu,,0,1,2\n";
    for (int place = 0; place < 4; ++place) files.add_option("use-21", place, place == 1 ? 1 : 0);
    files.items += "use-22,data.use,3,single_choice,Câu,Question,0,1,2\n";
    files.options += "use-22,a,như nhau,alike,0\nuse-22,b,như nhau,alike,1\n";
    files.add_item("use-01", "no.such", "single_choice", 0);

    const auto refused = office.load(files);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "bank.items");
    CHECK(says(refused.error(), "use-20 credit", "malformed"));
    CHECK(says(refused.error(), "use-21 text", "required"));
    CHECK(says(refused.error(), "use-22 options", "twice"));
    CHECK(says(refused.error(), "use-01", "twice"));
    CHECK(says(refused.error(), "use-01 competency", "unknown"));
}

TEST_CASE("figures that are none, and options of no item, are refused by their place") {
    TestedOffice office;
    BankFolder files;
    files.items += "use-20,data.use,high,essay,Câu,Question,0,steep,2\n";
    files.add_option("use-30", 0, 1);

    const auto refused = office.load(files);

    REQUIRE_FALSE(refused);
    CHECK(says(refused.error(), "use-20 level", "wrong_type"));
    CHECK(says(refused.error(), "use-20 discrimination", "wrong_type"));
    CHECK(says(refused.error(), "use-20 form", "not_one_of"));
    CHECK(says(refused.error(), "use-30", "item.unknown"));
}

TEST_CASE("rules by which no test could end or no level could be told are refused") {
    TestedOffice office;
    BankFolder files;
    const auto cuts = files.test.find("[-2,-1,0,1]");
    files.test.replace(cuts, 11, "[-2,-1,-1,1]");

    const auto refused = office.load(files);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "bank.rules");
    CHECK(says(refused.error(), "/cuts", "out_of_range"));
}

TEST_CASE("the same bank again is no new version; a changed key is, and the old one stays") {
    TestedOffice office;
    const auto again = office.load(office.files);
    REQUIRE(again);
    CHECK_FALSE(again.value().is_new);
    CHECK(again.value().bank.number == 1);

    const auto first = newest_items(office);
    BankFolder changed;
    const auto key = changed.options.find("draft-01,c,");
    const auto line = changed.options.find('\n', key);
    changed.options[line - 1] = '0';
    changed.options[changed.options.find('\n', line + 1) - 1] = '1';
    const auto next = office.load(changed);

    REQUIRE(next);
    CHECK(next.value().is_new);
    CHECK(next.value().bank.number == 2);
    CHECK(newest_items(office)[0].options[3].credit == 1);
    const auto old =
        office.db.read([&](db::Tx& tx) { return list_items(tx, again.value().bank.id); });
    CHECK(std::ranges::equal(old, first, &Item::says_the_same_as));
    CHECK(office.audited("item_bank.loaded") == 2);
}

TEST_CASE("a choice is passed at even odds at its difficulty; a situation earns half its credit") {
    TestedOffice office;
    const auto items = newest_items(office);
    const auto expected = [&](std::string_view code, double t) {
        const auto& item = *std::ranges::find(items, code, &Item::code);
        return irt::expected_category(curve_of(item), t).mean;
    };

    CHECK(expected("use-07", 2) == doctest::Approx(0.5));
    CHECK(expected("use-13", 1) == doctest::Approx(1.5));
    CHECK(expected("use-13", 2) > 1.5);
}
