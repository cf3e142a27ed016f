#include "kit/sheet/bundle.hpp"

#include <doctest/doctest.h>
#include <fstream>

#include "kit/sheet/archive.hpp"
#include "kit/sheet/temporary_file.hpp"

using namespace nangluc;

TEST_CASE("texts packed together come out as they went in, and twice as the same bytes") {
    const std::map<std::string, std::string> texts{
        {"lớp.csv", "Lớp\nĐiện Biên\n"}, {"empty.csv", ""}};
    const auto bytes = sheet::bundle(texts);
    const sheet::TemporaryFile file;
    std::ofstream(file.path(), std::ios::binary) << bytes;
    auto opened = sheet::Archive::open(file.path(), {});
    const auto archive = take(opened);

    CHECK(archive->names().size() == 2);
    CHECK(archive->read_all("lớp.csv", 1'000).value() == "Lớp\nĐiện Biên\n");
    CHECK(sheet::bundle(texts) == bytes);
}
