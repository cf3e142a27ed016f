#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nangluc {

// Bytes that nobody can guess, from the system's source.
std::string random_bytes(std::size_t count);

// 32 bytes. For what cannot be guessed (tokens, file contents), never for a password.
std::string sha256(std::string_view bytes);

std::string to_hex(std::string_view bytes);  // lower case

// Takes the same time wherever they differ.
bool are_equal_secrets(std::string_view a, std::string_view b);

// A text made unreadable without the key (32 bytes); whatever is altered in it is noticed.
// Unsealing throws where it was, or where the key is another.
std::string seal(std::string_view key, std::string_view text);
std::string unseal(std::string_view key, std::string_view sealed);

// Hashing and checking passwords with Argon2id (19 MiB, two passes; about 30 ms). A few at a time,
// because each takes memory and a core; a few more wait, the rest are turned away, so that a flood
// of sign-ins leaves half of the server's workers (16 at least) to those who are in. Thread-safe.
class PasswordHasher {
public:
    explicit PasswordHasher(int at_once = 2, int waiting = 6)
        : at_once_(at_once), most_(at_once + waiting) {}

    // Both refuse with too_many("password.busy").
    Result<std::string> hash(std::string_view password);
    Result<bool> fits(const std::string& hash, std::string_view password);

private:
    class Turn;
    void show_waiting() const;

    int at_once_;
    int most_;
    std::mutex mutex_;
    std::condition_variable free_;
    int running_ = 0;
    int present_ = 0;
};

}  // namespace nangluc
