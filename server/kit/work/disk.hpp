#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace nangluc {

// Writes beside the file, syncs, renames, syncs the folder: after a power cut the file is there
// whole or not at all. Throws std::system_error.
void write_durably(const std::filesystem::path& file, std::string_view bytes, mode_t mode);

// After a power cut the names in the folder are there. Throws std::system_error.
void sync_folder(const std::filesystem::path& folder);

// Throws std::system_error where it cannot be read.
std::string read_whole(const std::filesystem::path& file);

}  // namespace nangluc
