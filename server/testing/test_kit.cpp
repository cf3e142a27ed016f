#include "testing/test_kit.hpp"

#include "kit/secrets.hpp"

namespace nangluc::testing {

TestFolder::TestFolder()
    : path_(std::filesystem::temp_directory_path() / ("nangluc-test-" + to_hex(random_bytes(8)))) {
    std::filesystem::create_directories(path_);
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace nangluc::testing
