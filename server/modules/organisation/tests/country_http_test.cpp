#include <doctest/doctest.h>

#include "modules/organisation/tests/staffed.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

namespace {

// A server of another country: the same program with another file.
struct Server {
    explicit Server(const std::string& country)
        : module(kit.kit, testing::data_folder() + "/countries/" + country + ".json") {
        module.add_routes(router);
    }
    http::Reply country() { return client.get("/country"); }

    testing::TestKit kit;
    Module module;
    http::Router router;
    testing::TestClient client{router, {.sign_in = [](const http::Request&) -> Result<Actor> {
                                   return Actor({1}, {}, {});
                               }}};
};

}  // namespace

TEST_CASE("B14: another country brings its levels and sectors by a file") {
    Server korea("kr");
    Server viet_nam("vn");

    const auto there = korea.country().body;
    const auto here = viet_nam.country().body;

    CHECK(Staffed::has(there, R"("country":"KR")"));
    CHECK(Staffed::has(there, R"("word":"township")"));
    CHECK(Staffed::has(there, R"("word":"safety")"));
    CHECK_FALSE(Staffed::has(there, R"("word":"commune")"));
    CHECK(Staffed::has(here, R"("word":"commune")"));
    CHECK(Staffed::has(here, R"("word":"agriculture")"));
}

TEST_CASE("E1: Party, State, ministries, central organisations and local levels have their words") {
    Server viet_nam("vn");

    const auto body = viet_nam.country().body;

    for (const auto* system : {"party", "state", "ministry", "central", "front", "local"}) {
        INFO(system);
        CHECK(Staffed::has(body, R"("word":")" + std::string(system) + '"'));
    }
}

TEST_CASE("a country without a file is not served") {
    Server nowhere("xx");

    CHECK(testing::code_of(nowhere.country()) == "country.absent");
}
