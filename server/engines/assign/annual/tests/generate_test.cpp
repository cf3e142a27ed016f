#include <doctest/doctest.h>

#include "engines/assign/annual/generate.hpp"

using namespace nangluc::annual;

TEST_CASE("an invented year is the same each time and differs by its seed") {
    CHECK(generate_year(60, 10, 1) == generate_year(60, 10, 1));
    CHECK(generate_year(60, 10, 1) != generate_year(60, 10, 2));
}

TEST_CASE("an invented year of any size is one that can be read") {
    for (const int people : {1, 30, 500}) {
        const auto read = read_instance(generate_year(people, 2 + people / 10, 3));

        REQUIRE(read);
        CHECK(read.value().persons.size() == static_cast<std::size_t>(people));
    }
}
