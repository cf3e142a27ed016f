#include "kit/work/disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "kit/secrets.hpp"

namespace nangluc {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw std::system_error(errno, std::generic_category(), file.string());
}

// An open file; closed when it goes.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& file, int flags, mode_t mode)
        : file_(file), number_(open(file.c_str(), flags | O_CLOEXEC, mode)) {
        if (number_ < 0) fail(file_);
    }
    ~Descriptor() { close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write_all(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(file_);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (fsync(number_) != 0) fail(file_);
    }

private:
    const std::filesystem::path& file_;
    int number_;
};

}  // namespace

void write_durably(const std::filesystem::path& file, std::string_view bytes, mode_t mode) {
    auto beside = file;
    beside += '.' + to_hex(random_bytes(8));
    try {
        const Descriptor target(beside, O_WRONLY | O_CREAT | O_EXCL, mode);
        target.write_all(bytes);
        target.sync();
        std::filesystem::rename(beside, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw;
    }
    sync_folder(file.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
    Descriptor(folder, O_RDONLY | O_DIRECTORY, 0).sync();
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) fail(file);
    return bytes;
}

}  // namespace nangluc
