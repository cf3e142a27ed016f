#include <doctest/doctest.h>

#include <fstream>

#include "kit/work/disk.hpp"
#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestFolder;

constexpr auto hash_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_CASE("a file is found by its content, and kept once") {
    const TestFolder folder;
    DiskFiles files(folder.path());

    CHECK(files.save("abc") == hash_of_abc);
    CHECK(files.save("abc") == hash_of_abc);
    CHECK(files.read(hash_of_abc).value() == "abc");
    CHECK(files.path_of(hash_of_abc).value().ends_with(std::string("/ba/78/") + hash_of_abc));
}

TEST_CASE("only a hash opens a file") {
    const TestFolder folder;
    const DiskFiles files(folder.path());

    CHECK(files.read("../../../etc/passwd").error().code == "file");
    CHECK(files.read(hash_of_abc).error().code == "file");
}

TEST_CASE("a file that was damaged on the disk is not handed out") {
    const TestFolder folder;
    DiskFiles files(folder.path());
    files.save("abc");
    std::ofstream(files.path_of(hash_of_abc).value()) << "abd";

    CHECK_THROWS(static_cast<void>(files.read(hash_of_abc)));
}

TEST_CASE("the master key is made once, for its owner only") {
    const TestFolder folder;
    const auto file = folder.path() / "master.key";
    const auto key = master_key(file);

    CHECK(key.size() == 32);
    CHECK(master_key(file) == key);
    CHECK(
        std::filesystem::status(file).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
    );

    std::filesystem::permissions(
        file, std::filesystem::perms::group_read, std::filesystem::perm_options::add
    );
    CHECK_THROWS(static_cast<void>(master_key(file)));
}

TEST_CASE("a sweep removes what is old and kept by nobody, and nothing else") {
    const TestFolder folder;
    DiskFiles files(folder.path());
    const auto kept = files.save("kept");
    const auto old = files.save("old");
    const auto is_kept = [&](const std::string& hash) { return hash == kept; };

    CHECK(files.sweep(std::chrono::hours(1), is_kept) == 0);
    for (const auto& hash : {kept, old}) {
        const auto file = files.path_of(hash).value();
        const auto now = std::filesystem::file_time_type::clock::now();
        std::filesystem::last_write_time(file, now - std::chrono::hours(2));
    }
    const auto again = files.save("again");

    CHECK(files.sweep(std::chrono::hours(1), is_kept) == 1);
    CHECK_FALSE(files.path_of(old));
    CHECK(files.path_of(kept));
    CHECK(files.path_of(again));
}
