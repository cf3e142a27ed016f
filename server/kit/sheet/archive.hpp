#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "kit/sheet/limits.hpp"

namespace nangluc::sheet {

// A zip file that somebody sent. Nothing it declares is believed: the size of its directory is
// checked before libzip reads it, and bytes are counted as they are inflated.
class Archive {
public:
    static Result<std::unique_ptr<Archive>> open(const std::string& path, const Limits& limits);
    virtual ~Archive() = default;

    virtual const std::vector<std::string>& names() const = 0;
    bool has(std::string_view name) const { return index_of(name) >= 0; }
    // By its exact name, or else without regard to the case of letters; -1 if it is absent.
    virtual int index_of(std::string_view name) const = 0;

    // The bytes of one entry, in pieces. Refuses with sheet.too_large, sheet.too_compressed,
    // sheet.encrypted or sheet.broken. Outlived by the archive.
    class Entry {
    public:
        virtual ~Entry() = default;
        // The next bytes, valid until the next call; nothing at the end.
        virtual Result<std::string_view> next() = 0;
    };
    virtual Result<std::unique_ptr<Entry>> entry(std::string_view name) = 0;

    // The whole of a small entry.
    Result<std::string> read_all(std::string_view name, std::int64_t most);
};

// What an archive of a workbook becomes when some of its entries are replaced.
class ArchiveCopy {
public:
    static Result<std::unique_ptr<ArchiveCopy>> begin(
        const std::string& source, const std::string& target, const Limits& limits
    );
    virtual ~ArchiveCopy() = default;

    // The entry holds the bytes of the file at `path` from now on, which must exist until save().
    virtual void put_file(const std::string& name, const std::string& path) = 0;
    virtual void put(const std::string& name, std::string bytes) = 0;
    // Writes `target`. Entries that were not put keep their compressed bytes as they are.
    virtual Result<> save() = 0;
};

}  // namespace nangluc::sheet
