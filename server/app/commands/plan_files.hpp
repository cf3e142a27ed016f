#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/result.hpp"

namespace nangluc::app {

// The CSV files of a folder by their names. Refuses not_found("folder").
Result<std::map<std::string, std::string>> read_folder(const std::filesystem::path& folder);

// Refuses not_found("file").
Result<std::string> read_text(const std::filesystem::path& file);

// In place of what was there. Refuses conflict("file.unwritable").
Result<> write_text(const std::filesystem::path& file, const std::string& text);

}  // namespace nangluc::app
