#include "kit/sheet/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <list>
#include <stdexcept>

namespace nangluc::sheet {

namespace {

constexpr zip_uint32_t compression_level = 4;
constexpr std::int64_t ratio_matters_from = 1'000'000;
// A directory entry has 46 bytes, a name and some extra fields.
constexpr std::int64_t bytes_of_directory_entry = 512;
constexpr std::size_t end_record_size = 22;
constexpr std::size_t longest_comment = 65'535;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint64_t value = 0;
    for (auto i = length; i > 0; --i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

std::string read_at(std::ifstream& file, std::int64_t at, std::size_t length) {
    std::string bytes(length, '\0');
    file.clear();
    file.seekg(at);
    file.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

// What one end record says about the directory, or what the zip64 record before it says.
struct Directory {
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;
};

Directory directory_of(std::ifstream& file, std::string_view tail, std::size_t at) {
    constexpr std::size_t locator_size = 20;
    Directory found{little_endian(tail, at + 10, 2), little_endian(tail, at + 12, 4)};
    if (at < locator_size || tail.substr(at - locator_size, 4) != "PK\x06\x07") return found;

    const auto where = little_endian(tail, at - locator_size + 8, 8);
    if (where > INT64_MAX) return found;
    const auto record = read_at(file, static_cast<std::int64_t>(where), 56);
    if (record.size() < 56 || !record.starts_with("PK\x06\x06")) return found;
    found.entries = std::max(found.entries, little_endian(record, 32, 8));
    found.bytes = std::max(found.bytes, little_endian(record, 40, 8));
    return found;
}

// libzip reads the whole directory into memory, so its size is looked at first. Every record that
// could be taken for the end of the archive is looked at, because libzip chooses among them.
Result<> check_directory(const std::string& path, const Limits& limits) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return not_found("file");
    const std::int64_t size = file.tellg();
    if (size > limits.file_bytes) return too_large("sheet.too_large");

    const auto length = std::min<std::int64_t>(size, end_record_size + longest_comment + 20);
    const auto tail = read_at(file, size - length, static_cast<std::size_t>(length));
    auto at = tail.rfind("PK\x05\x06");
    if (at == std::string::npos) return invalid("sheet.broken");
    for (; at != std::string::npos; at = at > 0 ? tail.rfind("PK\x05\x06", at - 1) : at - 1) {
        if (at + end_record_size > tail.size()) continue;
        const auto directory = directory_of(file, tail, at);
        const auto most = static_cast<std::uint64_t>(limits.entries);
        const bool many = directory.entries != 0xFFFF && directory.entries > most;
        if (many || directory.bytes > most * bytes_of_directory_entry) {
            return too_large("sheet.too_many_entries");
        }
    }
    return {};
}

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;

Result<Zip> open_zip(const std::string& path, const Limits& limits, int flags) {
    TRY(check_directory(path, limits));
    int code = 0;
    Zip zip(zip_open(path.c_str(), flags, &code));
    if (!zip) return invalid("sheet.broken");
    if (zip_get_num_entries(zip.get(), 0) > limits.entries) {
        return too_large("sheet.too_many_entries");
    }
    return zip;
}

class OpenEntry final : public Archive::Entry {
public:
    OpenEntry(zip_file_t* file, std::int64_t stored, std::int64_t& total, const Limits& limits)
        : file_(file), stored_(stored), total_(total), limits_(limits) {}

    Result<std::string_view> next() override {
        const auto count = zip_fread(file_.get(), buffer_.data(), buffer_.size());
        if (count < 0) return invalid("sheet.broken");
        inflated_ += count;
        total_ += count;
        if (inflated_ > limits_.entry_bytes || total_ > limits_.total_bytes) {
            return too_large("sheet.too_large");
        }
        if (inflated_ > ratio_matters_from && inflated_ / limits_.ratio > stored_) {
            return too_large("sheet.too_compressed");
        }
        return std::string_view(buffer_.data(), static_cast<std::size_t>(count));
    }

private:
    std::unique_ptr<zip_file_t, CloseFile> file_;
    std::int64_t stored_;
    std::int64_t& total_;
    const Limits& limits_;
    std::int64_t inflated_ = 0;
    std::array<char, 65'536> buffer_;
};

class ZipArchive final : public Archive {
public:
    ZipArchive(Zip zip, const Limits& limits) : limits_(limits), zip_(std::move(zip)) {
        const auto count = zip_get_num_entries(zip_.get(), 0);
        for (zip_int64_t i = 0; i < count; ++i) {
            const char* name =
                zip_get_name(zip_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
            names_.emplace_back(name ? name : "");
        }
    }

    const std::vector<std::string>& names() const override { return names_; }

    int index_of(std::string_view name) const override {
        const auto same = std::find(names_.begin(), names_.end(), name);
        if (same != names_.end()) return static_cast<int>(same - names_.begin());
        const auto alike = std::find_if(names_.begin(), names_.end(), [&](const std::string& own) {
            return std::equal(own.begin(), own.end(), name.begin(), name.end(), equal_letters);
        });
        return alike == names_.end() ? -1 : static_cast<int>(alike - names_.begin());
    }

    Result<std::unique_ptr<Entry>> entry(std::string_view name) override {
        const int index = index_of(name);
        if (index < 0) return invalid("sheet.broken", {{std::string(name), "missing"}});

        zip_stat_t stat;
        const auto at = static_cast<zip_uint64_t>(index);
        if (zip_stat_index(zip_.get(), at, 0, &stat) != 0) return invalid("sheet.broken");
        if (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE) {
            return invalid("sheet.encrypted");
        }
        if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
            return invalid("sheet.broken", {{std::string(name), "compression"}});
        }
        zip_file_t* file = zip_fopen_index(zip_.get(), at, 0);
        if (!file) return invalid("sheet.broken", {{std::string(name), "unreadable"}});
        const auto stored = static_cast<std::int64_t>(
            std::min<zip_uint64_t>(stat.comp_size, static_cast<zip_uint64_t>(limits_.file_bytes))
        );
        return std::unique_ptr<Entry>(new OpenEntry(file, stored, total_, limits_));
    }

private:
    static bool equal_letters(char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c + 0; };
        return lower(a) == lower(b);
    }

    const Limits limits_;
    Zip zip_;
    std::vector<std::string> names_;
    std::int64_t total_ = 0;
};

class ZipCopy final : public ArchiveCopy {
public:
    ZipCopy(Zip zip, std::string target) : target_(std::move(target)), zip_(std::move(zip)) {}

    ~ZipCopy() override {
        zip_.reset();
        std::error_code ignored;
        if (!saved_) std::filesystem::remove(target_, ignored);
    }

    void put_file(const std::string& name, const std::string& path) override {
        put(name, zip_source_file(zip_.get(), path.c_str(), 0, -1));
    }
    void put(const std::string& name, std::string bytes) override {
        const auto& kept = contents_.emplace_back(std::move(bytes));
        put(name, zip_source_buffer(zip_.get(), kept.data(), kept.size(), 0));
    }

    Result<> save() override {
        // A fault of the upload that only its own bytes can cause, or of the disk.
        if (zip_close(zip_.get()) != 0) return invalid("sheet.broken");
        static_cast<void>(zip_.release());  // closed is freed
        saved_ = true;
        return {};
    }

private:
    void put(const std::string& name, zip_source_t* source) {
        if (!source) throw std::runtime_error("sheet: no memory for an entry of an archive");
        const auto at = zip_name_locate(zip_.get(), name.c_str(), 0);
        const auto done =
            at < 0 ? zip_file_add(zip_.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8)
                   : zip_file_replace(zip_.get(), static_cast<zip_uint64_t>(at), source, 0);
        if (done >= 0) {
            const auto index = at < 0 ? done : at;
            // The default takes three times as long, for a file that is a few per cent smaller.
            zip_set_file_compression(
                zip_.get(), static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, compression_level
            );
            return;
        }
        zip_source_free(source);
        throw std::runtime_error("sheet: an entry cannot be put into the archive");
    }

    std::string target_;
    std::list<std::string> contents_;  // libzip reads them at save()
    Zip zip_;
    bool saved_ = false;
};

}  // namespace

// A TRY inside a new-expression would leak what was allocated for it.
Result<std::unique_ptr<Archive>> Archive::open(const std::string& path, const Limits& limits) {
    auto zip = TRY(open_zip(path, limits, ZIP_RDONLY));
    return std::unique_ptr<Archive>(new ZipArchive(std::move(zip), limits));
}

Result<std::string> Archive::read_all(std::string_view name, std::int64_t most) {
    const auto open = TRY(entry(name));
    std::string bytes;
    for (auto piece = TRY(open->next()); !piece.empty(); piece = TRY(open->next())) {
        bytes += piece;
        if (static_cast<std::int64_t>(bytes.size()) > most) return too_large("sheet.too_large");
    }
    return bytes;
}

Result<std::unique_ptr<ArchiveCopy>> ArchiveCopy::begin(
    const std::string& source, const std::string& target, const Limits& limits
) {
    TRY(check_directory(source, limits));
    std::filesystem::copy_file(source, target, std::filesystem::copy_options::overwrite_existing);
    auto zip = TRY(open_zip(target, limits, 0));
    return std::unique_ptr<ArchiveCopy>(new ZipCopy(std::move(zip), target));
}

}  // namespace nangluc::sheet
