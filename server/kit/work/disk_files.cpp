#include "kit/work/disk_files.hpp"

#include <algorithm>
#include <stdexcept>

#include "kit/secrets.hpp"
#include "kit/work/disk.hpp"

namespace nangluc {

namespace {

// Nothing else ever becomes part of a path.
bool is_hash(std::string_view text) {
    const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::ranges::all_of(text, is_hex);
}

std::filesystem::path place(const std::filesystem::path& folder, std::string_view hash) {
    return folder / hash.substr(0, 2) / hash.substr(2, 2) / hash;
}

}  // namespace

std::string DiskFiles::save(std::string_view bytes) {
    auto hash = to_hex(sha256(bytes));
    const auto file = place(folder_, hash);
    const std::lock_guard lock(saving_);
    if (std::filesystem::exists(file)) {
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now());
        return hash;
    }

    const auto pair = file.parent_path();
    if (std::filesystem::create_directories(pair)) {
        sync_folder(pair.parent_path());
        sync_folder(folder_);
    }
    write_durably(file, bytes, 0640);
    return hash;
}

int DiskFiles::sweep(
    std::chrono::hours unused_for, const std::function<bool(const std::string& hash)>& is_kept
) {
    using std::filesystem::file_time_type;
    const auto before = file_time_type::clock::now() - unused_for;
    const auto is_old = [&](const std::filesystem::path& file) {
        std::error_code gone;  // by another server
        const auto saved_at = std::filesystem::last_write_time(file, gone);
        return !gone && saved_at < before;
    };
    if (!std::filesystem::exists(folder_)) return 0;
    int removed = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
        const auto hash = entry.path().filename().string();
        if (!is_hash(hash) || !is_old(entry.path()) || is_kept(hash)) continue;
        const std::lock_guard lock(saving_);
        if (is_old(entry.path()) && std::filesystem::remove(entry.path())) ++removed;
    }
    return removed;
}

Result<std::string> DiskFiles::path_of(std::string_view hash) const {
    if (!is_hash(hash)) return not_found("file");
    const auto file = place(folder_, hash);
    if (!std::filesystem::is_regular_file(file)) return not_found("file");
    return file.string();
}

Result<std::string> DiskFiles::read(std::string_view hash) const {
    const auto file = TRY(path_of(hash));
    auto bytes = read_whole(file);
    if (to_hex(sha256(bytes)) != hash) throw std::runtime_error(file + " is damaged");
    return bytes;
}

}  // namespace nangluc
