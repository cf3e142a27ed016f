#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/measure/dataset.hpp"
#include "app/commands/tests/measure_desk.hpp"

using namespace nangluc;
using app::Arguments;
using testing::Desk;
using testing::lsat6;
using testing::number_at;
using testing::text_at;
using testing::tree_of;

TEST_CASE("F15 part: a statistician calibrates a file and reads the published likelihood") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto answer = desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--json"});
    REQUIRE(answer.code == 0);
    const auto dom = tree_of(answer.text);
    CHECK(number_at(dom, "/people") == 1000);
    CHECK(text_at(dom, "/items/0/item") == "item1");
    CHECK(answer.text.find("\"loglik\":-2466.6533") != std::string::npos);
    CHECK(answer.text.find("\"converged\":true") != std::string::npos);
    CHECK(answer.text.find("\"se_a\":0.2581") != std::string::npos);
}

TEST_CASE("F15 part: a report stands by itself: errors, fit, people beside items, and curves") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto report = desk.file("report.html");
    REQUIRE(
        desk.run({"calibrate", file, "--model", "1pl", "--freq", "freq", "--report", report})
            .code == 0
    );
    std::ifstream in(report);
    const std::string html{std::istreambuf_iterator<char>(in), {}};
    CHECK(html.find("-2466.9376") != std::string::npos);
    CHECK(html.find("item5") != std::string::npos);
    CHECK(html.find("<polyline") != std::string::npos);
    CHECK(html.find("http") == std::string::npos);
    CHECK(html.find("M2 ") != std::string::npos);
    CHECK(html.find("RMSEA2") != std::string::npos);
    CHECK(html.find("S-X2") != std::string::npos);
    // All thousand people stand on the map, and each item.
    CHECK(html.find("<h2>People and items</h2>") != std::string::npos);
    int people = 0;
    for (auto at = html.find("<rect "); at != std::string::npos; at = html.find("<rect ", at + 1)) {
        people += std::stoi(html.substr(html.find("<title>", at) + 7));
    }
    CHECK(people == 1000);
    CHECK(html.find("<title>item1 </title>") != std::string::npos);
}

TEST_CASE("a bad file of responses is refused with every fault at its row and column") {
    const Desk desk;
    const auto file = desk.file("bad.csv", "a,b,f\n1,0,3\nx,1,2\n1,0,q\n1,1,1,1\n");
    const auto refused = app::read_responses(file, {.frequency = "f"});
    REQUIRE_FALSE(refused);
    CHECK(
        refused.error().faults ==
        std::vector<Fault>{
            {"row 3, a", "measure.not_whole"},
            {"row 4, f", "measure.bad_frequency"},
            {"row 5, 4", "measure.beside_columns"}}
    );
    CHECK(desk.run({"calibrate", file, "--model", "2pl", "--freq", "f"}).code == 1);
    CHECK(desk.run({"calibrate", file, "--model", "2pl", "--freq", "none"}).code == 1);
    CHECK(desk.run({"calibrate", desk.file("absent.csv"), "--model", "2pl"}).code == 1);
}

TEST_CASE("a call without a model is told how it is called") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    CHECK(desk.run({"calibrate", file}).code == 2);
    CHECK(desk.run({"calibrate", file, "--model", "5pl"}).code == 2);
    CHECK(desk.run({}).code == 2);
    CHECK(desk.run({"--help"}).code == 0);
}

TEST_CASE("what is missing is no answer, and categories keep what they are called") {
    const Desk desk;
    const auto file = desk.file("gaps.csv", "a,b\n3,NA\n1,\n.,5\n");
    const auto read = app::read_responses(file, {});
    REQUIRE(read);
    const auto& responses = read.value().responses;
    CHECK((responses.items()[0].values == std::vector<int>{1, 3}));
    CHECK((responses.items()[1].values == std::vector<int>{5}));
    CHECK(responses.row(0)[0] == 1);
    CHECK(responses.row(1)[0] == 0);
    CHECK(responses.row(1)[1] == irt::missing);
    CHECK(responses.row(2)[0] == irt::missing);
}

TEST_CASE("F15 part: a calibration is read again, and gives each person a score and a level") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto calibrated =
        desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--json"});
    const auto items = desk.file("items.json", calibrated.text);

    const auto scored =
        desk.run({"score", file, "--items", items, "--freq", "freq", "--cuts", "-1,0.5"});
    REQUIRE(scored.code == 0);
    CHECK(scored.text.starts_with("row,t,se,level_0,level_1,level_2\n1,-1.89"));
    CHECK(std::ranges::count(scored.text, '\n') == 31);
    for (const auto* const method : {"map", "wle", "ml"}) {
        const auto other = desk.run(
            {"score", file, "--items", items, "--freq", "freq", "--method", method, "--json"}
        );
        CHECK(other.code == 0);
        CHECK(tree_of(other.text).as_array().size() == 30);
    }
    CHECK(
        tree_of(desk.run({"score", "--table", "--items", items, "--json"}).text)
            .as_array()
            .size() == 6
    );
}

TEST_CASE("a score is refused for an item that was never calibrated, by its name") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto items = desk.file(
        "items.json",
        desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--json"}).text
    );
    const auto other = desk.file("other.csv", "item1,item9\n1,0\n");
    CHECK(desk.run({"score", other, "--items", items}).code == 1);
    CHECK(desk.run({"score", file, "--items", items, "--freq", "freq", "--cuts", "1,0"}).code == 1);
    CHECK(desk.run({"score", file, "--items", file}).code == 1);
}

TEST_CASE("a calibration without a population is for one slope only, and prints the same form") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto answer = desk.run(
        {"calibrate", file, "--model", "1pl", "--method", "cml", "--freq", "freq", "--json"}
    );
    REQUIRE(answer.code == 0);
    CHECK(text_at(tree_of(answer.text), "/items/4/item") == "item5");
    CHECK(text_at(tree_of(answer.text), "/method") == "cml");
    CHECK(desk.run({"calibrate", file, "--model", "2pl", "--method", "cml"}).code == 2);
}

TEST_CASE("new items are put on the scale of the fixed ones") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto first = desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--json"});
    const auto fixed = desk.file("items.json", first.text);
    const auto second =
        desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--fixed", fixed, "--json"}
        );
    REQUIRE(second.code == 0);
    CHECK(number_at(tree_of(second.text), "/parameters") == 2);
    CHECK(second.text.find("\"se_a\":null") != std::string::npos);
}

TEST_CASE("the fit of the published test is the published one") {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto answer =
        desk.run({"fit", file, "--model", "2pl", "--freq", "freq", "--people", "--json"});
    REQUIRE(answer.code == 0);
    CHECK(answer.text.find("\"m2\":4.73") != std::string::npos);
    const auto dom = tree_of(answer.text);
    CHECK(number_at(dom, "/m2/df") == 5);
    CHECK(testing::value_at(dom, "/pairs").as_array().size() == 10);
    CHECK(testing::value_at(dom, "/people").as_array().size() == 30);
}

TEST_CASE("items are compared between exactly two groups") {
    const Desk desk;
    const auto file =
        desk.file("groups.csv", "a,b,c,g\n1,0,1,x\n0,1,1,y\n1,1,0,x\n0,0,1,y\n1,0,0,y\n");
    const auto answer = desk.run({"dif", file, "--group", "g", "--reference", "y", "--json"});
    REQUIRE(answer.code == 0);
    CHECK(text_at(tree_of(answer.text), "/reference") == "y");
    CHECK(testing::items_of(tree_of(answer.text)).size() == 3);
    CHECK(desk.run({"dif", file}).code == 2);
    CHECK(desk.run({"dif", file, "--group", "a", "--ignore", "g"}).code == 0);
    const auto one = desk.file("one.csv", "a,b,g\n1,0,x\n0,1,x\n");
    CHECK(desk.run({"dif", one, "--group", "g"}).code == 1);
}

TEST_CASE("E10 part: agreement of raters is printed with its intervals") {
    const Desk desk;
    // Shrout & Fleiss (1979), table 2.
    const auto file =
        desk.file("judges.csv", "a,b,c,d\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n");
    const auto answer = desk.run({"agreement", file, "--draws", "50", "--json"});
    REQUIRE(answer.code == 0);
    CHECK(answer.text.find("\"icc2\":{\"estimate\":0.2897") != std::string::npos);
    const auto bad = desk.file("bad.csv", "a,b\n1,2\n1,many\n");
    CHECK(desk.run({"agreement", bad}).code == 1);
}

TEST_CASE("E10 part: raters who share nobody are refused by name, until told to go on") {
    const Desk desk;
    std::string apart = "who,by,mark\n";
    std::string joined = apart;
    for (int person = 0; person < 40; ++person) {
        const auto mark = std::to_string(1 + person * 7 % 3);
        const auto other = std::to_string(1 + person * 5 % 3);
        const auto name = "p" + std::to_string(person);
        apart += name + (person < 20 ? ",an," : ",binh,") + mark + "\n";
        joined += name + ",an," + mark + "\n" + name + ",binh," + other + "\n";
    }
    const Arguments columns{"--person", "who", "--rater", "by", "--score", "mark"};
    const auto run = [&](const std::string& file, const std::string& extra) {
        Arguments words{"facets", file, extra};
        words.insert(words.end(), columns.begin(), columns.end());
        return desk.run(words);
    };
    CHECK(run(desk.file("apart.csv", apart), "--json").code == 1);
    CHECK(run(desk.file("apart.csv", apart), "--subsets").code == 0);
    const auto answer = run(desk.file("joined.csv", joined), "--json");
    REQUIRE(answer.code == 0);
    CHECK(testing::value_at(tree_of(answer.text), "/raters").as_array().size() == 2);
    CHECK(desk.run({"facets", desk.file("joined.csv", joined), "--person", "who"}).code == 2);
}

TEST_CASE("F15 part: an adaptive test of known answers replays, and levels tell how sure they are"
) {
    const Desk desk;
    const auto file = desk.file("lsat6.csv", lsat6);
    const auto items = desk.file(
        "items.json",
        desk.run({"calibrate", file, "--model", "2pl", "--freq", "freq", "--json"}).text
    );
    const auto given = desk.run(
        {"adapt",
         file,
         "--items",
         items,
         "--freq",
         "freq",
         "--cuts",
         "0",
         "--least",
         "2",
         "--most",
         "3"}
    );
    REQUIRE(given.code == 0);
    const auto rows = tree_of(given.text).as_array();
    REQUIRE(rows.size() == 30);
    CHECK(testing::value_at(rows[7], "/steps").as_array().size() == 3);
    CHECK(given.text.find("\"replays\":false") == std::string::npos);
    CHECK(desk.run({"adapt", "--simulate", "50", "--items", items, "--json"}).code == 0);
    CHECK(desk.run({"adapt", file}).code == 2);

    const auto levels = desk.run(
        {"levels",
         "--items",
         items,
         "--cuts",
         "-1,0",
         "--sums",
         "3",
         "--bookmark",
         "0.6667",
         "--json"}
    );
    REQUIRE(levels.code == 0);
    CHECK(testing::value_at(tree_of(levels.text), "/booklet").as_array().size() == 5);
    const auto judges =
        desk.file("judges.csv", "item1,item2,item3,item4,item5\n.9,.6,.5,.7,.8\n.8,.7,.4,.7,.9\n");
    const auto angoff = desk.run({"levels", "--items", items, "--angoff", judges});
    CHECK(angoff.code == 0);
    CHECK(angoff.text.starts_with("Angoff cut "));
}
