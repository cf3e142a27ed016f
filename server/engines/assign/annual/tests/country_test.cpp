#include <doctest/doctest.h>

#include "engines/assign/annual/country.hpp"

using namespace nangluc;

namespace {

const std::string units =
    "code,level,name,parent_code\n01,province,North,\n02,province,South,\n"
    "101,commune,\"Upper, "
    "North\",01\n102,commune,Lower,01\n201,commune,Far,02\n202,commune,Empty,02\n";
const std::string communes =
    "code,area,population,latitude,longitude\n101,1,9000,21.0,105.8\n102,1,3000,21.3,105.9\n"
    "201,1,6000,10.8,106.7\n202,1,,10.9,106.8\n";
const std::string programmes =
    "code,form,hours,min_class,max_class,cost_per_class,cost_per_person,requires\n"
    "A,class,16,20,40,18000000,250000,\nB,online,8,20,100,3000000,0,A\nFREE,online,8,5,10,0,0,\n";

annual::Country country() {
    return annual::read_country(communes, units, programmes).value();
}

}  // namespace

TEST_CASE("Communes of which the people are not known, and courses that cost nothing, are left out"
) {
    const auto found = country();
    CHECK(found.communes.size() == 3);
    REQUIRE(found.courses.size() == 2);
    CHECK(found.courses[0].cost == 28'000);
    CHECK(found.courses[1].before == 0);
}

TEST_CASE("The same numbers give the same year of a country, others another") {
    const auto files = annual::generate_year(country(), 1800, 40, 5);
    CHECK(files == annual::generate_year(country(), 1800, 40, 5));
    CHECK(files != annual::generate_year(country(), 1800, 40, 6));
    CHECK(files.size() == 8);
}

TEST_CASE("A year of a country can be read, has everybody in it, and no way between far provinces"
) {
    const auto instance =
        annual::read_instance(annual::generate_year(country(), 1800, 40, 5)).value();
    CHECK(instance.persons.size() == 1800);
    CHECK(instance.sessions.size() == 40);
    int ways = 0;
    for (const auto& venues : instance.travel) {
        for (const auto& way : venues) ways += way ? 1 : 0;
        CHECK(std::ranges::any_of(venues, [](const auto& way) { return way.has_value(); }));
        CHECK_FALSE(std::ranges::all_of(venues, [](const auto& way) { return way.has_value(); }));
    }
    CHECK(ways > 0);
}

TEST_CASE("A commune of no known province is refused with its place") {
    const auto refused = annual::read_country(communes + "999,1,10,1.0,1.0\n", units, programmes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults.front().path == "communes:6:code");
}
