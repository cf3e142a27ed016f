#include "modules/organisation/holding/holding.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::organisation;

// A post for two people since the merger, one of them there; and a person with a main post
// elsewhere that takes 80 % of the time.
struct Case {
    PostRecord post{
        .post = {1},
        .unit = {10},
        .authorisations = {{2, {{2025, 7, 1}}}},
        .holders = {holding(9, 1, HoldingKind::main, 100)},
    };
    std::vector<Holding> of_person = {holding(5, 2, HoldingKind::main, 80)};
    Holding wanted = holding(5, 1, HoldingKind::concurrent, 20);

    static Holding holding(std::int64_t person, std::int64_t post, HoldingKind kind, int share) {
        return {
            .id = {person * 100 + post},
            .person = {person},
            .post = {post},
            .kind = kind,
            .share_percent = share,
            .period = {{2025, 9, 15}},
        };
    }
    std::string refusal() const {
        const auto checked = check_holding(wanted, of_person, post);
        return checked ? "none" : checked.error().code;
    }
};

TEST_CASE("C4 part: a concurrent duty stands beside the main post within the whole of the time") {
    CHECK(Case().refusal() == "none");
}

TEST_CASE("shares of time above 100 per cent in all are refused") {
    Case now;
    now.wanted.share_percent = 30;

    CHECK(now.refusal() == "holding.over_share");
}

TEST_CASE("shares are added on each day, so that a duty to come counts from its first day") {
    Case now;
    now.of_person.push_back(Case::holding(5, 3, HoldingKind::concurrent, 10));
    now.of_person.back().period = {{2026, 1, 1}};

    CHECK(now.refusal() == "holding.over_share");
    now.wanted.period.until = {2026, 1, 1};
    CHECK(now.refusal() == "none");
}

TEST_CASE("a person has one main post at a time") {
    Case now;
    now.wanted.kind = HoldingKind::main;

    CHECK(now.refusal() == "holding.second_main");
    now.of_person = end_on(now.of_person, {502}, {2025, 9, 15});
    CHECK(now.refusal() == "none");
}

TEST_CASE("nobody holds the same post twice on one day") {
    Case now;
    now.of_person.push_back(Case::holding(5, 1, HoldingKind::seconded, 1));

    CHECK(now.refusal() == "holding.twice");
}

TEST_CASE("a post has no more main and acting holders than it is authorised") {
    Case now;
    now.post.holders.push_back(Case::holding(8, 1, HoldingKind::acting, 100));
    now.wanted.kind = HoldingKind::acting;

    CHECK(now.refusal() == "holding.over_authorised");
    now.wanted.kind = HoldingKind::concurrent;
    CHECK(now.refusal() == "none");
}

TEST_CASE("a headcount that falls during the holding counts too") {
    Case now;
    now.post.authorisations = {{2, {{2025, 7, 1}, {2026, 1, 1}}}, {1, {{2026, 1, 1}}}};
    now.wanted.kind = HoldingKind::acting;

    CHECK(now.refusal() == "holding.over_authorised");
    now.wanted.period.until = {2026, 1, 1};
    CHECK(now.refusal() == "none");
}

TEST_CASE("C14 part: nobody holds a post before it is authorised") {
    Case now;
    now.wanted.period.from = {2025, 6, 30};

    CHECK(now.refusal() == "holding.not_authorised");
}

TEST_CASE("a holding ends after its first day, and within itself") {
    const auto holding = Case::holding(5, 2, HoldingKind::main, 100);

    CHECK(check_end(holding, {2025, 9, 16}));
    CHECK(check_end(holding, {2025, 9, 15}).error().code == "holding.end");
}

TEST_CASE("a period that ends before it begins, and a share of nothing, are refused") {
    Case now;
    now.wanted.share_percent = 0;
    CHECK(now.refusal() == "holding.share");
    now.wanted.period.until = {2025, 9, 15};
    CHECK(now.refusal() == "holding.period");
}
