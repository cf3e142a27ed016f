#include "modules/organisation/person/person_fact.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::organisation;

static PersonFact fact(std::int64_t id, FactKind kind, std::string value, Period period) {
    return {{id}, kind, std::move(value), std::nullopt, "", period};
}

TEST_CASE("E4 part: a new rank closes the one before on its day") {
    const auto before = fact(1, FactKind::rank, "01.004", {{2020, 1, 1}});

    const auto change =
        change_of({before}, fact({}, FactKind::rank, "01.003", {{2026, 3, 1}})).value();

    CHECK(change.superseded == std::vector<FactId>{{1}});
    REQUIRE(change.added.size() == 2);
    CHECK(change.added[0].period == Period{{2020, 1, 1}, {2026, 3, 1}});
    CHECK(change.added[1].value == "01.003");
}

TEST_CASE("E4 part: a rating of the year is corrected, never doubled; other years stay") {
    auto rating_2024 = fact(1, FactKind::yearly_rating, "good", {{2025, 1, 1}, {2026, 1, 1}});
    rating_2024.year = 2024;
    auto rating_2025 = fact(2, FactKind::yearly_rating, "good", {{2026, 1, 1}, {2027, 1, 1}});
    rating_2025.year = 2025;
    auto corrected = rating_2025;
    corrected.value = "excellent";

    const auto change = change_of({rating_2024, rating_2025}, corrected).value();

    CHECK(change.superseded == std::vector<FactId>{{2}});
    REQUIRE(change.added.size() == 1);
    CHECK(change.added[0].value == "excellent");
}

TEST_CASE("an achievement stands beside those before it") {
    const auto medal = fact(1, FactKind::achievement, "Bằng khen", {{2024, 1, 1}});

    const auto change =
        change_of({medal}, fact({}, FactKind::achievement, "Giấy khen", {{2026, 1, 1}})).value();

    CHECK(change.superseded.empty());
}

TEST_CASE("a fact without a value, a yearly rating without its year are refused") {
    const Period always{{2026, 1, 1}};

    CHECK(change_of({}, fact({}, FactKind::rank, "", always)).error().code == "fact.value");
    CHECK(
        change_of({}, fact({}, FactKind::yearly_rating, "good", always)).error().code == "fact.year"
    );
    CHECK(
        change_of({}, fact({}, FactKind::rank, "01.003", {{2026, 1, 1}, {2026, 1, 1}}))
            .error()
            .code == "fact.period"
    );
}
