#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nangluc {

// Files by their content: the name is the SHA-256, so that the same bytes are kept once and a
// user's file name never becomes a path.
class Files {
public:
    virtual ~Files() = default;
    // Returns the hash in lower-case hexadecimal; the bytes are on the disk when it returns.
    virtual std::string save(std::string_view bytes) = 0;
    virtual Result<std::string> read(std::string_view hash) const = 0;
    // Where it lies, for readers that stream; not_found("file") where it does not.
    virtual Result<std::string> path_of(std::string_view hash) const = 0;
    // Removes what nobody keeps and nobody saved for so long; how many files. What is saved again
    // meanwhile stays.
    virtual int sweep(
        std::chrono::hours unused_for, const std::function<bool(const std::string& hash)>& is_kept
    ) = 0;
};

}  // namespace nangluc
