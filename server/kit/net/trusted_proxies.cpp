#include "kit/net/trusted_proxies.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace nangluc::net {

struct Parsed {
    std::array<unsigned char, 16> bytes{};
    bool is_short = false;  // written as IPv4
};

static std::optional<Parsed> parse_address(const std::string& text) {
    Parsed parsed;
    if (inet_pton(AF_INET6, text.c_str(), parsed.bytes.data()) == 1) return parsed;

    parsed.is_short = true;
    parsed.bytes[10] = parsed.bytes[11] = 0xff;
    if (inet_pton(AF_INET, text.c_str(), parsed.bytes.data() + 12) == 1) return parsed;
    return std::nullopt;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
    for (const auto& text : networks) {
        const auto slash = text.find('/');
        const auto address = parse_address(text.substr(0, slash));
        if (!address) throw std::invalid_argument("not an address or network: " + text);

        const unsigned most = address->is_short ? 32 : 128;
        unsigned bits = most;
        if (slash != std::string::npos) {
            const char* end = text.data() + text.size();
            const auto read = std::from_chars(text.data() + slash + 1, end, bits);
            if (read.ec != std::errc{} || read.ptr != end || bits > most) {
                throw std::invalid_argument("not an address or network: " + text);
            }
        }
        networks_.push_back({address->bytes, bits + (address->is_short ? 96 : 0)});
    }
}

bool TrustedProxies::trusts(const std::string& address) const {
    const auto parsed = parse_address(address);
    if (!parsed) return false;
    return std::ranges::any_of(networks_, [&](const Network& network) {
        for (unsigned bit = 0; bit < network.bits; ++bit) {
            const auto difference = network.address[bit / 8] ^ parsed->bytes[bit / 8];
            if (difference >> (7 - bit % 8) & 1) return false;
        }
        return true;
    });
}

std::string TrustedProxies::peer_behind(const std::string& direct, std::string_view forwarded_for)
    const {
    std::string peer = direct;
    // Each proxy adds whom it saw at the end; what stands before an untrusted one is its own tale.
    while (trusts(peer) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        auto last = forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1);
        forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);

        last.remove_prefix(std::min(last.size(), last.find_first_not_of(' ')));
        last = last.substr(0, last.find_last_not_of(' ') + 1);
        const std::string address(last);
        if (!parse_address(address)) break;
        peer = address;
    }
    return peer;
}

}  // namespace nangluc::net
