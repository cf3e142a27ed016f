#include "app/commands/measure/progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace nangluc::app {

Progress::Progress(std::string what)
    : what_(std::move(what)),
      is_watched_(isatty(STDERR_FILENO) != 0),
      told_at_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
    if (has_told_) std::fputs("\r\033[K", stderr);
}

void Progress::tell(std::int64_t done) {
    if (!is_watched_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - told_at_ < std::chrono::milliseconds(200)) return;
    told_at_ = now;
    has_told_ = true;
    std::fprintf(stderr, "\r%s %lld\033[K", what_.c_str(), static_cast<long long>(done));
}

}  // namespace nangluc::app
