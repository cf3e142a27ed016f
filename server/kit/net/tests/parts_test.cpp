#include <doctest/doctest.h>

#include <stdexcept>

#include "kit/net/gzip.hpp"
#include "kit/net/reply_head.hpp"
#include "kit/net/trusted_proxies.hpp"

namespace nangluc::net {

TEST_CASE("a network holds its addresses and no others") {
    const TrustedProxies proxies({"10.0.0.0/8", "192.0.2.7", "fd00::/8", "198.51.100.128/25"});

    CHECK(proxies.trusts("10.255.0.1"));
    CHECK(proxies.trusts("::ffff:10.0.0.1"));
    CHECK(proxies.trusts("192.0.2.7"));
    CHECK(proxies.trusts("fd12::1"));
    CHECK(proxies.trusts("198.51.100.200"));
    CHECK_FALSE(proxies.trusts("11.0.0.1"));
    CHECK_FALSE(proxies.trusts("192.0.2.8"));
    CHECK_FALSE(proxies.trusts("fe80::1"));
    CHECK_FALSE(proxies.trusts("198.51.100.127"));
    CHECK_FALSE(proxies.trusts("not an address"));
}

TEST_CASE("what is no network is told at the start") {
    for (const auto* text : {"", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "::/129", "proxy.example"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(TrustedProxies({text}), std::invalid_argument);
    }
}

TEST_CASE("the peer is the nearest address that no trusted proxy has") {
    const TrustedProxies proxies({"10.0.0.0/8"});

    CHECK(proxies.peer_behind("10.0.0.1", "203.0.113.9") == "203.0.113.9");
    CHECK(proxies.peer_behind("10.0.0.1", "203.0.113.9, 10.0.0.2") == "203.0.113.9");
    CHECK(proxies.peer_behind("10.0.0.1", "1.2.3.4, 203.0.113.9") == "203.0.113.9");
    CHECK(proxies.peer_behind("198.51.100.1", "203.0.113.9") == "198.51.100.1");
    CHECK(proxies.peer_behind("10.0.0.1", "nonsense") == "10.0.0.1");
    CHECK(proxies.peer_behind("10.0.0.1", "") == "10.0.0.1");
}

TEST_CASE("an encoding is taken by its name or by the star, unless its weight is nothing") {
    CHECK(accepts("gzip", "gzip"));
    CHECK(accepts("br , gzip ; q=0.1", "gzip"));
    CHECK(accepts("*", "gzip"));
    CHECK_FALSE(accepts("", "gzip"));
    CHECK_FALSE(accepts("gzip;q=0", "gzip"));
    CHECK_FALSE(accepts("gzip;q=0.000, *", "gzip"));
    CHECK_FALSE(accepts("xgzip", "gzip"));
}

TEST_CASE("what is packed comes back as it was") {
    const std::string text = std::string(5'000, 'a') + std::string("\0\xff", 2);

    CHECK(gunzip(gzip(text)) == text);
    CHECK(gunzip(gzip("")).empty());
    CHECK_THROWS_AS(gunzip("plain"), std::runtime_error);
}

TEST_CASE("short texts, pictures and what is packed already are left as they are") {
    http::Reply small{.body = "short"};
    http::Reply picture{.content_type = "image/png", .body = std::string(5'000, 'p')};
    http::Reply packed{.body = std::string(5'000, 'p'), .headers = {{"Content-Encoding", "br"}}};
    for (auto* reply : {&small, &picture, &packed}) {
        const auto before = reply->body;
        pack("gzip", *reply);
        CHECK(reply->body == before);
    }
}

TEST_CASE("a reply keeps its own guard where it has one") {
    const std::string policy = "default-src 'self'";
    const http::Reply reply{.headers = {{"content-security-policy", "sandbox"}}};
    const auto head = reply_head(reply, {.length = 0, .content_security_policy = policy});

    CHECK(head.find("content-security-policy: sandbox\r\n") != std::string::npos);
    CHECK(head.find("default-src") == std::string::npos);
}

TEST_CASE("an answer without a body announces none") {
    const std::string policy;
    for (const int status : {204, 304}) {
        http::Reply reply;
        reply.status = status;
        const auto head = reply_head(reply, {.length = 0, .content_security_policy = policy});
        CHECK(head.find("Content-Length") == std::string::npos);
    }
}

}  // namespace nangluc::net
