#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace nangluc::net {

// Whose forwarding headers are believed.
class TrustedProxies {
public:
    // Addresses and networks: "127.0.0.1", "10.0.0.0/8", "fd00::/8". Throws std::invalid_argument
    // for what is neither.
    explicit TrustedProxies(const std::vector<std::string>& networks);

    bool trusts(const std::string& address) const;
    // The nearest address of X-Forwarded-For that is not a trusted proxy, seen from `direct`.
    std::string peer_behind(const std::string& direct, std::string_view forwarded_for) const;

private:
    // All in IPv6; an IPv4 address stands in ::ffff:0:0/96.
    struct Network {
        std::array<unsigned char, 16> address{};
        unsigned bits = 0;
    };
    std::vector<Network> networks_;
};

}  // namespace nangluc::net
