#include "kit/secrets.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

using namespace nangluc;

TEST_CASE("a password fits its own hash and no other") {
    PasswordHasher hasher;
    const auto hash = hasher.hash("bốn con trâu xanh").value();

    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(hasher.fits(hash, "bốn con trâu xanh").value());
    CHECK_FALSE(hasher.fits(hash, "bốn con trâu đỏ").value());
}

TEST_CASE("when too many passwords wait to be checked the next is turned away") {
    PasswordHasher hasher(1, 0);
    std::atomic<int> turned_away = 0;
    std::atomic<int> hashed = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            const auto outcome = hasher.hash("bốn con trâu xanh");
            if (outcome)
                ++hashed;
            else if (outcome.error().code == "password.busy")
                ++turned_away;
        });
    }
    threads.clear();

    CHECK(hashed >= 1);
    CHECK(turned_away >= 1);
    CHECK(hashed + turned_away == 8);
}

TEST_CASE("what is sealed opens with its key alone, and only unaltered") {
    const auto key = random_bytes(32);
    auto sealed = seal(key, "82 cán bộ");

    CHECK(unseal(key, sealed) == "82 cán bộ");
    CHECK_THROWS(static_cast<void>(unseal(random_bytes(32), sealed)));
    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    CHECK_THROWS(static_cast<void>(unseal(key, sealed)));
}

TEST_CASE("a digest is the one of the standard") {
    CHECK(
        to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}
