#include "tests/architecture/modules_page.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using namespace nangluc::architecture;

TEST_CASE("docs/modules.md shows the graph of modules.toml") {
    const auto page = modules_page(read_table("server/modules/modules.toml"));
    if (std::getenv("NANGLUC_UPDATE")) {
        std::ofstream(NANGLUC_SOURCE_DIR "/docs/modules.md", std::ios::binary) << page;
    }

    INFO("NANGLUC_UPDATE=1 build/dev/tests/architecture/architecture_test writes it anew.");
    CHECK(read_text("docs/modules.md") == page);
}

TEST_CASE("a line added to modules.toml changes the page") {
    const auto before = parse_table("platform = []\nneeds = [\"platform\"]\n");
    const auto after =
        parse_table("platform = []\nneeds = [\"platform\"]\nplanning = [\"needs\"]\n");

    CHECK(modules_page(before) != modules_page(after));
    CHECK(modules_page(after).find("planning --> needs") != std::string::npos);
}
