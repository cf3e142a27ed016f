#include "base/word.hpp"

#include <doctest/doctest.h>

using namespace nangluc;

namespace {

enum class Stage { drafted, approved };
BOOST_DESCRIBE_ENUM(Stage, drafted, approved)

}  // namespace

TEST_CASE("an enumerator is its own word, and no other word is one") {
    CHECK(name_of(Stage::approved) == "approved");
    CHECK(parse_word<Stage>("drafted").value() == Stage::drafted);
    CHECK(parse_word<Stage>("Drafted").error().code == "not_one_of");
    CHECK(parse_word<Stage>(std::string_view("drafted\0", 8)).error().code == "not_one_of");
    CHECK(parse_word<Stage>("").error().code == "not_one_of");
}
