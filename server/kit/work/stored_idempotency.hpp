#pragma once

#include <atomic>
#include <string>

#include "base/clock.hpp"
#include "kit/db/db.hpp"
#include "kit/http/idempotency.hpp"

namespace nangluc {

// First answers in their table for 30 days, sealed under a key of the installation. A server that
// went down after the change but before it kept the answer leaves a key without one; whether the
// change was made is then read from the audit, which was written in the same transaction.
class StoredIdempotency final : public http::Idempotency {
public:
    StoredIdempotency(db::Db& db, const Clock& clock, const std::string& master_key);

    // Refuses with invalid("idempotency.other_body"), conflict("idempotency.running"), and where
    // the change was made but its answer is lost, with conflict("idempotency.already_done").
    Result<std::optional<http::Reply>> begin(
        const Actor& actor, std::string_view key, std::string_view request_hash
    ) override;
    void finish(const Actor& actor, std::string_view key, const http::Reply& reply) override;
    void forget(const Actor& actor, std::string_view key) noexcept override;

private:
    Result<std::optional<http::Reply>> answer_again(
        db::Tx& tx, const Actor& actor, std::string_view key, std::string_view request_hash
    );
    void clean();

    db::Db& db_;
    const Clock& clock_;
    std::string sealing_key_;
    std::atomic<std::int64_t> clean_again_at_{0};
};

}  // namespace nangluc
