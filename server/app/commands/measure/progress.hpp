#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace nangluc::app {

// How far something long has come, on one line of a terminal that is rewritten five times a second
// at most and wiped at the end. Nothing where standard error is no terminal.
class Progress {
public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void tell(std::int64_t done);

private:
    std::string what_;
    bool is_watched_;
    bool has_told_ = false;
    std::chrono::steady_clock::time_point told_at_;
};

}  // namespace nangluc::app
