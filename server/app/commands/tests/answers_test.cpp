#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/commands/measure/dataset.hpp"
#include "app/commands/measure/item_file.hpp"
#include "app/commands/tests/measure_desk.hpp"

using namespace nangluc;
using testing::Desk;
using testing::text_at;
using testing::tree_of;
using testing::value_at;

namespace {

const std::string share = std::string(NANGLUC_SOURCE_FOLDER) + "/data";

// The answers of so many people in a folder of the desk.
std::string invented(const Desk& desk, const std::string& name, const app::Arguments& more) {
    const auto folder = desk.file(name);
    app::Arguments words{folder, "--share.folder", share};
    words.insert(words.end(), more.begin(), more.end());
    REQUIRE(app::answers(words) == 0);
    return folder;
}

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<double> slopes_in(const std::string& file) {
    const auto read = app::read_items(file);
    std::vector<double> slopes;
    for (const auto& item : read.value().items) slopes.push_back(item.item.a);
    return slopes;
}

double of_hundred_within(const testing::Dom& dom, int parameter) {
    return value_at(dom, "/parameters/" + std::to_string(parameter) + "/within")
        .to_number<double>();
}

}  // namespace

TEST_CASE("F15 part: a nation's answers to the bank are the same each time, as many as are asked") {
    const Desk desk;
    const auto first = invented(desk, "first", {"--people", "300", "--asked", "20"});
    const auto again = invented(desk, "again", {"--people", "300", "--asked", "20"});
    const auto others =
        invented(desk, "others", {"--people", "300", "--asked", "20", "--seed", "2"});
    CHECK(content_of(first + "/answers.csv") == content_of(again + "/answers.csv"));
    CHECK(content_of(first + "/answers.csv") != content_of(others + "/answers.csv"));

    const auto read = app::read_responses(first + "/answers.csv", {});
    REQUIRE(read);
    const auto& responses = read.value().responses;
    CHECK(responses.rows() == 300);
    CHECK(responses.items().size() >= 150);
    for (std::size_t row = 0; row < responses.rows(); ++row) {
        const auto cells = responses.row(row);
        const auto missing = std::ranges::count(cells, irt::missing);
        REQUIRE(static_cast<std::ptrdiff_t>(cells.size()) - missing == 20);
    }
}

TEST_CASE("the people of another file answer the same true items, and those left out are asked then"
) {
    const Desk desk;
    const auto first = invented(desk, "first", {"--people", "50", "--without", "4"});
    const auto next = invented(desk, "next", {"--people", "50", "--seed", "2", "--gain", "1"});
    const auto truth = app::read_items(first + "/truth.json");
    const auto same = app::read_items(next + "/truth.json");
    REQUIRE(truth);
    REQUIRE(same);
    CHECK(slopes_in(first + "/truth.json") == slopes_in(next + "/truth.json"));
    // A level is 0.5 to 0.9 on the scale of the cuts.
    CHECK(same.value().latents.front().mean > truth.value().latents.front().mean + 0.3);
    const auto asked = app::read_responses(first + "/answers.csv", {});
    const auto all = app::read_responses(next + "/answers.csv", {});
    CHECK(asked.value().responses.items().size() * 4 == all.value().responses.items().size() * 3);
    CHECK(slopes_in(first + "/bank.json") != slopes_in(first + "/truth.json"));
}

TEST_CASE("F15 part: the parameters behind a nation's answers are found again within their errors"
) {
    const Desk desk;
    const auto folder =
        invented(desk, "year", {"--people", "4000", "--asked", "40", "--without", "4"});
    const auto calibrated =
        desk.run({"calibrate", folder + "/answers.csv", "--model", "gpcm", "--json"});
    REQUIRE(calibrated.code == 0);
    const auto items = desk.file("items.json", calibrated.text);
    const auto near = desk.run({"recover", items, "--truth", folder + "/truth.json", "--json"});
    REQUIRE(near.code == 0);
    const auto dom = tree_of(near.text);
    CHECK(text_at(dom, "/parameters/0/parameter") == "a");
    CHECK(of_hundred_within(dom, 0) > 85);
    CHECK(of_hundred_within(dom, 1) > 90);

    // What was judged beforehand is not what was found: its errors are none, so nothing is told.
    const auto judged =
        desk.run({"recover", folder + "/bank.json", "--truth", folder + "/truth.json", "--json"});
    CHECK(value_at(tree_of(judged.text), "/parameters").as_array().empty());

    // Next year: stronger people, new items, on the scale of the items that stay as they are.
    const auto next = invented(
        desk, "next", {"--people", "4000", "--asked", "40", "--seed", "2", "--gain", "0.5"}
    );
    const auto again =
        desk.run({"calibrate", next + "/answers.csv", "--model", "gpcm", "--fixed", items, "--json"}
        );
    REQUIRE(again.code == 0);
    const auto found = desk.run(
        {"recover",
         desk.file("again.json", again.text),
         "--truth",
         folder + "/truth.json",
         "--people",
         next + "/truth.json",
         "--json"}
    );
    REQUIRE(found.code == 0);
    const auto tree = tree_of(found.text);
    CHECK(value_at(tree, "/parameters/0/count").to_number<int>() == 44);
    CHECK(of_hundred_within(tree, 1) > 85);
    const auto mean = value_at(tree, "/population/mean").to_number<double>();
    const auto true_mean = value_at(tree, "/population/true_mean").to_number<double>();
    CHECK(true_mean > 0.2);
    CHECK(std::abs(mean - true_mean) < 0.08);
    CHECK(value_at(tree_of(again.text), "/groups/0/se_mean").to_number<double>() < 0.05);
}

TEST_CASE("a truth that lacks an item is refused by the item's name, and nobody invents nobody") {
    const Desk desk;
    const auto all = invented(desk, "all", {"--people", "30"});
    const auto one = desk.file(
        "one.json",
        R"({"model":"2pl","method":"mml","d_constant":1,"loglik":0,"log_prior":0,"converged":true,)"
        R"("cycles":1,"largest_change":0,"largest_gradient":0,"parameters":2,"aic":0,"bic":0,)"
        R"("people":1,"patterns":1,"nodes":1,"low":-6,"high":6,"move_when_finer":0,"items":[{"item":)"
        R"("other","curve":"logistic","a":1,"d":[0],"c":null,"se_a":0.1,"se_d":[0.1],"se_g":null,)"
        R"("categories":[0,1]}],"groups":[],"warnings":[]})"
    );
    CHECK(desk.run({"recover", one, "--truth", all + "/truth.json"}).code == 1);
    CHECK(desk.run({"recover", one, "--truth", one}).code == 0);
    CHECK(desk.run({"recover", one}).code == 2);
    CHECK(app::answers({desk.file("none"), "--share.folder", share, "--people", "0"}) == 2);
    CHECK(app::answers({desk.file("none"), "--share.folder", share, "--people", "many"}) == 1);
}
