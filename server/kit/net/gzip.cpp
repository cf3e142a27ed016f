#include "kit/net/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace nangluc::net {

static constexpr int gzip_window = 15 + 16;  // zlib's way to ask for gzip
static constexpr std::size_t least_bytes = 1024;

static std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// "gzip;q=0.5" -> "gzip", and whether its weight is above 0.
static std::pair<std::string_view, bool> coding_of(std::string_view item) {
    const auto semicolon = item.find(';');
    const auto name = trimmed(item.substr(0, semicolon));
    if (semicolon == std::string_view::npos) return {name, true};

    const auto weight = trimmed(item.substr(semicolon + 1));
    const bool is_none =
        weight.starts_with("q=0") && weight.find_first_of("123456789") == std::string_view::npos;
    return {name, !is_none};
}

bool accepts(std::string_view header, std::string_view encoding) {
    bool by_star = false;
    while (!header.empty()) {
        const auto item = header.substr(0, header.find(','));
        header.remove_prefix(std::min(header.size(), item.size() + 1));
        const auto [name, is_wanted] = coding_of(item);
        if (name == encoding) return is_wanted;
        if (name == "*") by_star = is_wanted;
    }
    return by_star;
}

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 5, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("deflateInit2 failed");
    }
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int outcome = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw std::runtime_error("deflate failed");
    return packed;
}

std::string gunzip(std::string_view bytes) {
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::runtime_error("inflateInit2 failed");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());

    std::string whole;
    int outcome = Z_OK;
    while (outcome == Z_OK) {
        char piece[16384];
        stream.next_out = reinterpret_cast<Bytef*>(piece);
        stream.avail_out = sizeof piece;
        outcome = inflate(&stream, Z_NO_FLUSH);
        whole.append(piece, sizeof piece - stream.avail_out);
    }
    inflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw std::runtime_error("not a gzip text");
    return whole;
}

static bool is_text(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("application/problem+json") || type.starts_with("image/svg");
}

void pack(std::string_view accept_encoding, http::Reply& reply) {
    if (reply.file || reply.events || reply.body.size() < least_bytes) return;
    if (!is_text(reply.content_type) || reply.header("content-encoding")) return;

    reply.headers.emplace_back("Vary", "Accept-Encoding");
    if (!accepts(accept_encoding, "gzip")) return;
    reply.body = gzip(reply.body);
    reply.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace nangluc::net
