#include "kit/sheet/temporary_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace nangluc::sheet {

TemporaryFile::TemporaryFile()
    : path_((std::filesystem::temp_directory_path() / "nangluc-sheet-XXXXXX").string()) {
    const int file = mkstemp(path_.data());
    if (file < 0) throw std::system_error(errno, std::generic_category(), "mkstemp");
    close(file);
}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

}  // namespace nangluc::sheet
