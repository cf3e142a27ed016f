#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "kit/http/http.hpp"

namespace nangluc::net {

// The built web app. All files are listed once, at the start, and only what is listed is served, so
// no path leads out of the folder. A file with a hash in its name ("assets/index-B1x9_aQz.js") may
// be kept for ever; every other one is asked for again by its ETag. Siblings ".br" and ".gz" are
// sent where they are taken.
class WebFolder {
public:
    // Throws std::filesystem::filesystem_error where there is no such folder.
    explicit WebFolder(const std::filesystem::path& folder);

    // An address without a file is a screen of the app, and gets index.html, unless it has the look
    // of a file ("/missing.js"): then 404. Other methods than GET are 405.
    http::Reply answer(const http::Request& request) const;

private:
    struct Entry {
        std::string file;
        std::string content_type;
        std::string tag;
        bool is_immutable = false;
        bool has_brotli = false;
        bool has_gzip = false;
    };
    const Entry* entry_of(const std::string& path) const;

    std::map<std::string, Entry> entries_;
};

}  // namespace nangluc::net
