#include "kit/http/encode.hpp"

#include "kit/http/target.hpp"

namespace nangluc::http {

// The name for programs that know only ASCII.
static std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool quoted = letter == '"' || letter == '\\' || letter == '/' || letter == '%';
        plain += byte < 0x20 || byte >= 0x7f || quoted ? '_' : letter;
    }
    return plain;
}

Reply Encoded<Download>::reply(Download download) {
    return {
        .content_type = std::move(download.content_type),
        .body = std::move(download.bytes),
        .headers =
            {
                {"Content-Disposition",
                 "attachment; filename=\"" + plain_name(download.file_name) +
                     "\"; filename*=UTF-8''" + percent_encode(download.file_name)},
                {"Content-Security-Policy", "sandbox; default-src 'none'"},
            },
    };
}

}  // namespace nangluc::http
