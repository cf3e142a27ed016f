#include <doctest/doctest.h>

#include <cmath>

#include "app/commands/measure/cut_files.hpp"
#include "app/commands/tests/measure_desk.hpp"

using namespace nangluc;
using testing::Desk;
using testing::lsat6;
using testing::text_at;
using testing::tree_of;
using testing::value_at;

namespace {

std::string calibrated_items(const Desk& desk) {
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto answer = desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--json"});
    return desk.file("items.json", answer.text);
}

double double_at(const testing::Dom& dom, const std::string& path) {
    return value_at(dom, path).as_double();
}

}  // namespace

TEST_CASE("F15 part: a level begins at the mean of the steps that the judges marked in the booklet"
) {
    const Desk desk;
    const auto items = calibrated_items(desk);
    const auto places =
        desk.file("places.csv", "judge,basic,advanced\nan,1,4\nbinh,2,5\nchi,3,5\n");
    const auto answer = desk.run(
        {"levels",
         "--items",
         items,
         "--bookmark",
         "0.6667",
         "--places",
         places,
         "--ignore",
         "judge",
         "--json"}
    );
    REQUIRE(answer.code == 0);
    const auto dom = tree_of(answer.text);
    const auto step = [&](int place) {
        return double_at(dom, "/booklet/" + std::to_string(place - 1) + "/t");
    };
    REQUIRE(value_at(dom, "/bookmark").as_array().size() == 2);
    CHECK(text_at(dom, "/bookmark/0/level") == "basic");
    const double mean = (step(1) + step(2) + step(3)) / 3;
    CHECK(double_at(dom, "/bookmark/0/t") == doctest::Approx(mean));
    CHECK(double_at(dom, "/bookmark/1/t") == doctest::Approx((step(4) + 2 * step(5)) / 3));
    // Of 4, 5 and 5 the mean has the error of a third of the distance.
    CHECK(double_at(dom, "/bookmark/1/se") == doctest::Approx((step(5) - step(4)) / 3));
}

TEST_CASE("a bookmark beyond the booklet is refused at its row and column") {
    const Desk desk;
    const std::vector<app::Located> booklet{{"a", 1, -1}, {"b", 1, 1}};
    const auto places = desk.file("places.csv", "judge,basic\nan,1\nbinh,3\nchi,x\n");
    const auto cuts = app::bookmarks_of(places, booklet, {"judge"});
    REQUIRE_FALSE(cuts);
    CHECK(
        cuts.error().faults ==
        std::vector<Fault>{
            {"row 3, basic", "measure.bad_place"}, {"row 4, basic", "measure.bad_place"}}
    );
    CHECK(desk.run({"levels", "--bookmark", "0.6667", "--places", places}).code == 2);
    CHECK(desk.run({"levels", "--items", calibrated_items(desk), "--places", places}).code == 2);
}

TEST_CASE("F15 part: a level begins where people below and above it by other evidence meet") {
    const Desk desk;
    // Each level overlaps with the next alike on both sides of 0 and of 2.
    std::string text = "name,t,level\n";
    for (const auto* const row :
         {"-1.5,1",
          "-1,1",
          "-0.2,1",
          "0.4,1",
          "-0.4,2",
          "0.2,2",
          "1,2",
          "1.8,2",
          "2.4,2",
          "1.6,3",
          "2.2,3",
          "3,3",
          "3.5,3"}) {
        text += std::string("somebody,") + row + "\n";
    }
    const auto answer = desk.run({"levels", "--contrast", desk.file("people.csv", text), "--json"});
    REQUIRE(answer.code == 0);
    const auto dom = tree_of(answer.text);
    REQUIRE(value_at(dom, "/contrast").as_array().size() == 2);
    CHECK(text_at(dom, "/contrast/0/level") == "2");
    CHECK(std::abs(double_at(dom, "/contrast/0/t")) < 0.2);
    CHECK(std::abs(double_at(dom, "/contrast/1/t") - 2) < 0.2);
    CHECK(double_at(dom, "/contrast/0/se") > 0);
}

TEST_CASE("levels that ability tells apart altogether have no cut, and a bad row says where it is"
) {
    const Desk desk;
    const auto apart = desk.file("apart.csv", "t,level\n-1,1\n-0.5,1\n0.5,2\n1,2\n");
    const auto none = app::contrasts_of(apart);
    REQUIRE_FALSE(none);
    CHECK(none.error().faults == std::vector<Fault>{{"level 2", "measure.no_cut"}});
    const auto bad = app::contrasts_of(desk.file("bad.csv", "t,level\nhigh,1\n0.5,two\n"));
    REQUIRE_FALSE(bad);
    CHECK(
        bad.error().faults ==
        std::vector<Fault>{
            {"row 2, t", "measure.not_a_number"}, {"row 3, level", "measure.not_whole"}}
    );
    CHECK(
        desk.run({"levels", "--contrast", desk.file("one.csv", "t,level\n0,1\n1,1\n")}).code == 1
    );
    CHECK(desk.run({"levels"}).code == 2);
}
