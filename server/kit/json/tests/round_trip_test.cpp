#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

#include "base/text.hpp"
#include "shapes.hpp"

using namespace nangluc;
using namespace nangluc::testing;

namespace {

// Values drawn by a seed, with the ends of every range among them.
class Draw {
public:
    explicit Draw(unsigned seed) : engine_(seed) {}

    std::size_t below(std::size_t count) { return engine_() % count; }

    template <class T>
    T integer() {
        using Limits = std::numeric_limits<T>;
        const std::vector<T> ends = {Limits::min(), Limits::max(), 0, 1};
        if (below(3) == 0) return ends[below(ends.size())];
        return static_cast<T>(engine_());
    }

    double number() {
        const std::vector<double> ends = {0.0, -0.0, 0.1, 1e300, 5e-324, -1.5, 1e21, 123456789.0};
        if (below(2) == 0) return ends[below(ends.size())];
        return std::ldexp(
            static_cast<double>(integer<std::int64_t>()), -static_cast<int>(below(900))
        );
    }

    std::string text() {
        const std::vector<std::string> parts = {
            "Đường", "\"", "\\", "/", "\u0001", "😀", "a b", "\u2028", "x", "\x7F"};
        std::string made;
        for (auto i = below(6); i > 0; --i) made += parts[below(parts.size())];
        return tidy(made);
    }

    Date date() {
        if (below(5) == 0) return Date::never();
        return add_days({2000, 1, 1}, static_cast<int>(below(20'000)));
    }

    Instant instant() {
        if (below(5) == 0) return Instant::never();
        return {static_cast<std::int64_t>(engine_() % 4'000'000'000'000'000)};
    }

    Branch branch(int depth) {
        Branch made{.name = text(), .branches = {}};
        for (auto i = depth > 0 ? below(3) : 0; i > 0; --i) {
            made.branches.push_back(branch(depth - 1));
        }
        return made;
    }

    Numbers numbers() {
        return {
            .is_final = below(2) == 0,
            .tiny = integer<std::int8_t>(),
            .small = integer<std::uint16_t>(),
            .huge = integer<std::uint64_t>(),
            .wide = integer<std::int64_t>(),
            .rate = number(),
            .cost = {integer<std::int32_t>()},
        };
    }

    Sheet sheet() {
        Sheet made{
            .level = static_cast<Level>(below(3)),
            .from = date(),
            .seen = instant(),
            .period = {date(), date()},
            .lines = {},
            .rates = {},
            .other = std::nullopt,
            .numbers = numbers(),
            .tree = branch(3),
        };
        for (auto i = below(4); i > 0; --i) {
            const auto seats = integer<int>();
            made.lines.push_back(
                {.unit = {1 + static_cast<std::int64_t>(below(99))},
                 .seats = seats,
                 .note = std::nullopt}
            );
            if (below(2) == 0) made.lines.back().note = text();
        }
        for (auto i = below(4); i > 0; --i) made.rates[text()] = number();
        if (below(2) == 0) made.other = static_cast<Level>(below(3));
        return made;
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace

TEST_CASE("a document is written as its words say") {
    const Line line{.unit = {12}, .seats = -3, .note = "Mường \"Ảng\"\n"};

    CHECK(json::write(line) == R"({"unit":"12","seats":-3,"note":"Mường \"Ảng\"\n"})");
    CHECK(
        json::write(Line{.unit = {7}, .seats = 0, .note = {}}) ==
        R"({"unit":"7","seats":0,"note":null})"
    );
    CHECK(json::write(Date{2025, 7, 1}) == R"("2025-07-01")");
    CHECK(json::write(Date::never()) == "null");
    CHECK(json::write(Instant{0}) == R"("1970-01-01T00:00:00.000000Z")");
    CHECK(json::write(Instant::never()) == "null");
    CHECK(json::write(Money{1'500'000}) == "1500000");
    CHECK(json::write(std::vector<Level>{Level::province}) == R"(["province"])");
    CHECK(
        json::write(std::map<std::string, bool>{{"b", true}, {"a", false}}) ==
        R"({"a":false,"b":true})"
    );
    CHECK(json::write(Period{{2025, 7, 1}}) == R"({"from":"2025-07-01","until":null})");
}

TEST_CASE("whatever is written is read back the same") {
    Draw draw(20250701);
    for (int i = 0; i < 2000; ++i) {
        const auto sheet = draw.sheet();
        const auto text = json::write(sheet);

        INFO(text);
        const auto result = json::read<Sheet>(text);
        REQUIRE(result);
        REQUIRE(result.value() == sheet);
        REQUIRE(json::write(result.value()) == text);
    }
}

TEST_CASE("a number is written in the shortest form that reads back the same") {
    CHECK(json::write(0.1) == "0.1");
    CHECK(json::write(100.0) == "100");
    CHECK(json::write(-0.0) == "0");
    CHECK(json::write(1e300) == "1e+300");
    CHECK_THROWS_AS(json::write(std::nan("")), std::domain_error);
    CHECK_THROWS_AS(json::write(std::numeric_limits<double>::infinity()), std::domain_error);
}

TEST_CASE("a text is stored tidied, a long text keeps its lines, an exact one every letter") {
    CHECK(json::read<std::string>(R"("  Ho\u0300a \t Bình ")").value() == "Hòa Bình");
    CHECK(json::read<json::LongText>(R"("\r\n a  b \r\n\r\n c \n\n")").value().text == "a b\n\nc");
    CHECK(json::read<json::Exact>(R"(" a  b\n")").value().text == " a  b\n");
    CHECK(json::write(json::Exact{" a"}) == R"(" a")");
}

TEST_CASE("malformed bytes that reached a text do not spoil the document") {
    CHECK(
        json::write(std::string("a\xFF"
                                "b")) == "\"a\uFFFDb\""
    );
}

TEST_CASE("a raw value is embedded as it is, and read as any value") {
    const json::Raw raw{R"({"a":[1,2.5,null,"x"]})"};

    CHECK(json::write(std::vector<json::Raw>{raw, {}}) == R"([{"a":[1,2.5,null,"x"]},null])");
    CHECK(json::read<json::Raw>(R"( { "a" : [1, 25e-1, null, "\u0078"] } )").value() == raw);
}

TEST_CASE("null inside an optional of an optional is told from a value left out") {
    using Change = std::optional<std::optional<int>>;

    CHECK(json::read<Change>("null").value() == Change(std::in_place, std::nullopt));
    CHECK(json::read<Change>("5").value() == Change(5));
    CHECK(json::write(Change()) == "null");
}

TEST_CASE("members of a base come first") {
    const LineReply reply{{.unit = {1}, .seats = 2, .note = {}}, {"[]"}};

    CHECK(json::write(reply) == R"({"unit":"1","seats":2,"note":null,"extra":[]})");
}
