#pragma once

#include <optional>
#include <string_view>

#include "kit/http/http.hpp"

namespace nangluc::http {

// Keeps the first answer of each Idempotency-Key, so that a request sent again is answered again
// and not done again. dispatch calls it for unsafe requests of people who are signed in; kit/work
// implements it.
class Idempotency {
public:
    virtual ~Idempotency() = default;

    // Nothing: this is the first, run it; finish() or forget() follows. A reply: the first answer.
    // Refuses with invalid("idempotency.other_body") where the key came with another hash, with
    // conflict("idempotency.running") while the first is still running, and with
    // conflict("idempotency.already_done") where the answer was lost but the change was made.
    virtual Result<std::optional<Reply>> begin(
        const Actor& actor, std::string_view key, std::string_view request_hash
    ) = 0;
    // The answer to keep: status, content type, body and headers.
    virtual void finish(const Actor& actor, std::string_view key, const Reply& reply) = 0;
    // The request came to no lasting answer (a fault, a full server): it may be tried again.
    virtual void forget(const Actor& actor, std::string_view key) noexcept = 0;
};

}  // namespace nangluc::http
