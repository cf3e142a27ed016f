#include <doctest/doctest.h>

#include "modules/needs/register/analysis.hpp"
#include "nation.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::dom_of;
using testing::Nation;
using testing::number_at;
using testing::TestDatabase;

namespace {

constexpr auto count_people = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_people
)sql";
constexpr auto count_ratings = R"sql(
    SELECT COUNT(*) AS rows
      FROM assessment_ratings
)sql";
constexpr auto count_posts = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_posts
)sql";
constexpr auto count_without_post = R"sql(
    SELECT COUNT(*) AS rows
      FROM organisation_people p
     WHERE NOT EXISTS (SELECT 1
                         FROM organisation_holdings h
                        WHERE h.person_id = p.id AND h.kind = 'main' AND h.until_date = 99991231)
)sql";

}  // namespace

TEST_CASE("a nation is the same whenever and wherever it is made") {
    const Nation nation;
    const TestDatabase another;
    const auto later = Nation::build(another.db(), {2027, 2, 1});

    CHECK(nation.report().digest == later.digest);
    CHECK(nation.report().digest == "92abbe00ef195973");
}

TEST_CASE("a nation has as many people as were asked for, and what is told of it adds up") {
    Nation nation;
    const auto& report = nation.report();

    CHECK(report.communes == 3'321);
    CHECK(report.people == Nation::people);
    CHECK(nation.count(count_people) == Nation::people);
    CHECK(nation.count(count_ratings) == report.ratings);
    CHECK(nation.count(count_posts) == report.posts);
    CHECK(nation.count(count_without_post) == 0);
    CHECK_FALSE(report.spreads.empty());
    CHECK(nation.application.figures_agree());
}

TEST_CASE("the analysis on the command line tells what the interface tells") {
    Nation nation;
    auto planner = nation.as("kehoach.dienbien");
    const auto province = std::to_string(nation.report().province.value);

    const auto printed = needs::analyse(nation.application.kit(), "11").value();
    const auto sheet = planner.get("/units/" + province + "/needs-matrix.csv");
    const auto matrix = dom_of(planner.get("/units/" + province + "/needs-matrix"));

    CHECK(sheet.status == 200);
    CHECK((printed.csv == sheet.body));
    CHECK(printed.people == number_at(matrix, "/total/people"));
    CHECK(needs::analyse(nation.application.kit(), "").value().people == Nation::people);
}
