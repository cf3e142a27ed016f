#include "kit/config/toml.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::config;

namespace {

std::vector<Fault> faults_of(std::string_view text) {
    const auto entries = read_toml(text);
    return entries ? std::vector<Fault>{} : entries.error().faults;
}

using Faults = std::vector<Fault>;

}  // namespace

TEST_CASE("a file of sections, texts, numbers and comments is read") {
    const auto entries = read_toml(
        "# the beginning\n"
        "node = -3 # of many\r\n"
        "\n"
        "[server]  # by section\n"
        "  listen = \"a \\\"b\\\" \\\\ # c\\n\"\n"
        "\tplain='C:\\data # x'\n"
        "on=true"
    );

    REQUIRE(entries);
    const auto& all = entries.value();
    REQUIRE(all.size() == 4);
    CHECK(all[0].key == "node");
    CHECK(all[0].value == "-3");
    CHECK(all[0].kind == Entry::Kind::number);
    CHECK(all[1].key == "server.listen");
    CHECK(all[1].value == "a \"b\" \\ # c\n");
    CHECK(all[1].line == 5);
    CHECK(all[1].column == 3);
    CHECK(all[2].key == "server.plain");
    CHECK(all[2].value == "C:\\data # x");
    CHECK(all[3].kind == Entry::Kind::truth);
}

TEST_CASE("every line that breaks the form is reported with its column") {
    const Faults expected = {
        {"1:8", "malformed"},
        {"2:5", "malformed"},
        {"3:5", "malformed"},
        {"4:5", "malformed"},
        {"5:8", "malformed"},
        {"6:1", "malformed"},
        {"7:5", "malformed"},
        {"8:1", "malformed"},
        {"10:1", "duplicate_field"},
        {"12:2", "duplicate_section"},
    };

    CHECK(
        faults_of("[server\n"
                  "a = \"open\n"
                  "b = 'open\n"
                  "c = [1, 2]\n"
                  "d = 12 13\n"
                  "A = 1\n"
                  "e = 1.5\n"
                  "= 1\n"
                  "f = 1\n"
                  "f = 2\n"
                  "[x]\n"
                  "[x]\n") == expected
    );
}

TEST_CASE("a wrong escape and bytes that are no UTF-8 are refused") {
    CHECK(faults_of("a = \"\\x41\"") == Faults{{"1:5", "malformed"}});
    CHECK(faults_of("a = 1\nb = \"\xFF\"") == Faults{{"2:1", "not_utf8"}});
    CHECK(faults_of("a = \"\\") == Faults{{"1:5", "malformed"}});
}

TEST_CASE("an empty file holds nothing") {
    CHECK(read_toml("").value().empty());
    CHECK(read_toml("\n\n# nothing").value().empty());
}
