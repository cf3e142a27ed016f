#include <doctest/doctest.h>

#include "modules/organisation/module.hpp"
#include "testing/client.hpp"
#include "testing/country.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

// Viet Nam behind its routes, asked by somebody who is signed in; who that is makes no difference.
struct Served : testing::Country {
    Served() { module.add_routes(router); }

    std::string text(std::string_view target) {
        const auto reply = client.get(target);
        return reply.status == 200 ? reply.body : std::to_string(reply.status);
    }
    static bool has(const std::string& body, std::string_view part) {
        return body.find(part) != std::string::npos;
    }

    Module module{kit};
    http::Router router;
    bool signed_in = true;
    testing::TestClient client{router, {.sign_in = [this](const http::Request&) -> Result<Actor> {
                                   return signed_in ? Actor({1}, {}, {}) : Actor();
                               }}};
};

TEST_CASE("E2: the counts of units by level are answered for any date, with the published figure") {
    Served viet_nam;
    const auto at = "/units/" + to_text(viet_nam.root.value) + "/counts?on=";

    const auto in_2024 = viet_nam.text(at + "2024-02-01");
    CHECK(viet_nam.has(in_2024, R"({"level":"province","units":63,"childless":0})"));
    CHECK(viet_nam.has(in_2024, R"({"level":"district","units":705,"childless":5})"));
    CHECK(viet_nam.has(in_2024, R"({"level":"commune","units":10597,)"));
    const auto last_day = viet_nam.text(at + "2025-06-30");
    CHECK(viet_nam.has(last_day, R"({"level":"district","units":696,)"));
    CHECK(viet_nam.has(last_day, R"({"level":"commune","units":10035,)"));
    const auto next_day = viet_nam.text(at + "2025-07-01");
    CHECK(viet_nam.has(next_day, R"({"level":"province","units":34,)"));
    CHECK(viet_nam.has(next_day, R"({"level":"commune","units":3321,)"));
    CHECK_FALSE(viet_nam.has(next_day, R"("level":"district","units")"));
    CHECK(viet_nam.has(next_day, R"("quoted":10599)"));
}

TEST_CASE("F13 part: the structures of then and of now are compared, and both add up") {
    Served viet_nam;
    const auto body = viet_nam.text(
        "/units/" + to_text(viet_nam.root.value) + "/comparison?then=2025-06-30&now=2025-07-01"
    );

    CHECK(viet_nam.has(body, R"("stood":130,"succeeded":9433,"placed_by_default":477)"));
    CHECK(viet_nam.has(body, R"("unknown":[])"));
}

TEST_CASE("a unit is read as it stood on the date asked for") {
    Served viet_nam;
    const auto id = to_text(viet_nam.unit_called("Xã Mường Ảng").value);

    CHECK(viet_nam.has(viet_nam.text("/units/" + id), R"("stands":true)"));
    CHECK(viet_nam.has(viet_nam.text("/units/" + id + "?on=2025-06-30"), R"("stands":false)"));
    CHECK(viet_nam.has(viet_nam.text("/units/" + id), "Thị trấn Mường Ảng"));
}

TEST_CASE("the tree opens level by level") {
    Served viet_nam;

    CHECK(viet_nam.has(viet_nam.text("/units/roots"), R"("has_children":true)"));
    const auto provinces =
        viet_nam.text("/units/" + to_text(viet_nam.root.value) + "/children?on=2026-11-23");
    CHECK(viet_nam.has(provinces, "Tỉnh Điện Biên"));
    CHECK(viet_nam.has(viet_nam.text("/units?search=dien+bien+phu"), "Điện Biên Phủ"));
    CHECK(viet_nam.has(viet_nam.text("/structure-changes"), "2025-07-01"));
}

TEST_CASE("a unit that never was is not found, a date that is none is refused at its place") {
    Served viet_nam;
    const auto root = "/units/" + to_text(viet_nam.root.value);

    CHECK(testing::code_of(viet_nam.client.get("/units/77")) == "unit");
    CHECK(testing::code_of(viet_nam.client.get("/units/77/children")) == "unit");
    CHECK(testing::code_of(viet_nam.client.get("/units/77/counts")) == "unit");
    CHECK(
        testing::code_of(viet_nam.client.get("/units/77/comparison?then=2024-02-01&now=2025-07-01")
        ) == "unit"
    );
    const auto reply = viet_nam.client.get(root + "/counts?on=2025-06-31");
    CHECK(reply.status == 422);
    CHECK(Served::has(reply.body, R"("path":"?on")"));
}

TEST_CASE("who is not signed in reads no unit") {
    Served viet_nam;
    viet_nam.signed_in = false;

    CHECK(viet_nam.client.get("/units/roots").status == 401);
    CHECK(viet_nam.client.get("/units?search=ha").status == 401);
}
