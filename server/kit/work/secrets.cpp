#include "kit/secrets.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

#include "kit/metrics.hpp"
#include "kit/work/sodium_bytes.hpp"

namespace nangluc {

void start_sodium() {
    static const bool is_ready = sodium_init() >= 0;
    if (!is_ready) throw std::runtime_error("libsodium cannot start");
}

std::string random_bytes(std::size_t count) {
    start_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string sha256(std::string_view bytes) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(as_unsigned(hash), as_unsigned(bytes), bytes.size());
    return hash;
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

bool are_equal_secrets(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// A fresh nonce, then the box.
std::string seal(std::string_view key, std::string_view text) {
    const auto nonce = random_bytes(crypto_secretbox_NONCEBYTES);
    std::string box(text.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(
        as_unsigned(box), as_unsigned(text), text.size(), as_unsigned(nonce), as_unsigned(key)
    );
    return nonce + box;
}

std::string unseal(std::string_view key, std::string_view sealed) {
    constexpr std::size_t least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() < least) throw std::runtime_error("a sealed value is too short");

    const auto nonce = sealed.substr(0, crypto_secretbox_NONCEBYTES);
    const auto box = sealed.substr(crypto_secretbox_NONCEBYTES);
    std::string text(box.size() - crypto_secretbox_MACBYTES, '\0');
    const auto outcome = crypto_secretbox_open_easy(
        as_unsigned(text), as_unsigned(box), box.size(), as_unsigned(nonce), as_unsigned(key)
    );
    if (outcome != 0) throw std::runtime_error("a sealed value was altered, or has another key");
    return text;
}

// A place among those who may hash now; `holds` is false where too many wait already.
class PasswordHasher::Turn {
public:
    explicit Turn(PasswordHasher& hasher) : hasher_(hasher) {
        std::unique_lock lock(hasher_.mutex_);
        if (hasher_.present_ == hasher_.most_) return;
        ++hasher_.present_;
        hasher_.show_waiting();
        hasher_.free_.wait(lock, [&] { return hasher_.running_ < hasher_.at_once_; });
        ++hasher_.running_;
        hasher_.show_waiting();
        holds = true;
    }
    ~Turn() {
        if (!holds) return;
        const std::lock_guard lock(hasher_.mutex_);
        --hasher_.running_;
        --hasher_.present_;
        hasher_.free_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool holds = false;

private:
    PasswordHasher& hasher_;
};

void PasswordHasher::show_waiting() const {
    static auto& length = metrics().gauge("nangluc_queue_length", {{"queue", "passwords"}});
    length.set(present_ - running_);
}

Result<std::string> PasswordHasher::hash(std::string_view password) {
    constexpr std::size_t memory = std::size_t{19} << 20;
    const Turn turn(*this);
    if (!turn.holds) return too_many("password.busy");

    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const auto outcome = crypto_pwhash_str_alg(
        text.data(), password.data(), password.size(), 2, memory, crypto_pwhash_ALG_ARGON2ID13
    );
    if (outcome != 0) throw std::runtime_error("no memory to hash a password");
    return std::string(text.data());
}

Result<bool> PasswordHasher::fits(const std::string& hash, std::string_view password) {
    const Turn turn(*this);
    if (!turn.holds) return too_many("password.busy");

    start_sodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace nangluc
