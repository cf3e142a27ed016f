#include "modules/assessment/rule/rule_book.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::assessment;

static const auto nation = UnitPath::root({1});
static const auto province = nation.child({2});
static const auto commune = province.child({3});

static Rule rule(std::int64_t id, std::string code) {
    return {.id = {id}, .code = std::move(code)};
}

static std::string code_at(const RuleBook& book, const UnitPath& place) {
    const auto* found = book.rule_at(place);
    return found == nullptr ? "none" : found->code;
}

TEST_CASE("the rule of the nearest unit above a place wins") {
    const RuleBook book({{rule(1, "national"), nation}, {rule(2, "provincial"), province}});

    CHECK(code_at(book, commune) == "provincial");
    CHECK(code_at(book, province) == "provincial");
    CHECK(code_at(book, nation) == "national");
    CHECK(code_at(book, nation.child({9})) == "national");
}

TEST_CASE("a place above every rule has none") {
    const RuleBook book({{rule(2, "provincial"), province}});

    CHECK(code_at(book, nation) == "none");
}

TEST_CASE("trying another rule on a scope changes that scope only") {
    const RuleBook book({{rule(1, "national"), nation}, {rule(2, "provincial"), province}});

    const auto tried = book.with(rule(3, "tried"), nation);

    CHECK(code_at(tried, nation) == "tried");
    CHECK(code_at(tried, commune) == "provincial");
    CHECK(code_at(book, nation) == "national");
}
