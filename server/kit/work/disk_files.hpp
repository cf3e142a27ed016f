#pragma once

#include <filesystem>
#include <mutex>

#include "kit/files.hpp"

namespace nangluc {

// Files in a folder of the data folder: ab/cd/abcd…, two levels, so that no folder grows large.
class DiskFiles final : public Files {
public:
    explicit DiskFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::string save(std::string_view bytes) override;
    // Throws where the bytes on the disk are no longer those of the hash.
    Result<std::string> read(std::string_view hash) const override;
    Result<std::string> path_of(std::string_view hash) const override;
    int sweep(
        std::chrono::hours unused_for, const std::function<bool(const std::string& hash)>& is_kept
    ) override;

private:
    std::filesystem::path folder_;
    std::mutex saving_;  // against removing what is saved again at that moment
};

}  // namespace nangluc
