#include "kit/net/web_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "kit/http/conditional.hpp"
#include "kit/net/gzip.hpp"

namespace nangluc::net {

namespace fs = std::filesystem;

static std::string content_type_of(const std::string& extension) {
    static const std::map<std::string, std::string> types = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".map", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".wasm", "application/wasm"},
        {".txt", "text/plain; charset=utf-8"},
    };
    const auto found = types.find(extension);
    return found == types.end() ? "application/octet-stream" : found->second;
}

static std::string tag_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(stream), {});
    return '"' + http::content_hash(content) + '"';
}

// "name-12345678.js": the bundler's hash of at least eight letters.
static bool has_hash(const std::string& stem) {
    const auto dash = stem.find_last_of("-.");
    if (dash == std::string::npos || stem.size() - dash - 1 < 8) return false;
    return std::all_of(
        stem.begin() + static_cast<std::ptrdiff_t>(dash) + 1,
        stem.end(),
        [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_';
        }
    );
}

WebFolder::WebFolder(const fs::path& folder) {
    for (const auto& item : fs::recursive_directory_iterator(folder)) {
        const auto& path = item.path();
        const auto extension = path.extension().string();
        if (item.is_symlink() || !item.is_regular_file()) continue;
        if (extension == ".br" || extension == ".gz") continue;

        const auto in_assets = path.parent_path().filename() == "assets";
        entries_['/' + fs::relative(path, folder).generic_string()] = {
            .file = path.string(),
            .content_type = content_type_of(extension),
            .tag = tag_of(path),
            .is_immutable = in_assets && has_hash(path.stem().string()),
            .has_brotli = fs::exists(path.string() + ".br"),
            .has_gzip = fs::exists(path.string() + ".gz"),
        };
    }
}

const WebFolder::Entry* WebFolder::entry_of(const std::string& path) const {
    auto found = entries_.find(path);
    if (found == entries_.end()) {
        const auto last = path.substr(path.rfind('/') + 1);
        if (last.find('.') != std::string::npos) return nullptr;
        found = entries_.find("/index.html");
    }
    return found == entries_.end() ? nullptr : &found->second;
}

http::Reply WebFolder::answer(const http::Request& request) const {
    if (request.method != http::Method::get) {
        auto reply = http::problem(405, invalid("route.method"), request.request_id);
        reply.headers.emplace_back("Allow", "GET, HEAD");
        return reply;
    }
    const auto* entry = entry_of(request.path);
    if (!entry) return http::problem(not_found("file"), request.request_id);

    http::Reply reply{
        .content_type = entry->content_type,
        .headers =
            {
                {"ETag", entry->tag},
                {"Cache-Control",
                 entry->is_immutable ? "public, max-age=31536000, immutable" : "no-cache"},
                {"Vary", "Accept-Encoding"},
            },
        .file = entry->file,
    };
    const auto encodings = request.header("accept-encoding").value_or("");
    if (entry->has_brotli && accepts(encodings, "br")) {
        reply.file = entry->file + ".br";
        reply.headers.emplace_back("Content-Encoding", "br");
    } else if (entry->has_gzip && accepts(encodings, "gzip")) {
        reply.file = entry->file + ".gz";
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    http::answer_unchanged(request, reply);
    return reply;
}

}  // namespace nangluc::net
