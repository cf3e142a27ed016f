#include "modules/platform/session/attempt_store.hpp"

#include "base/text.hpp"
#include "kit/secrets.hpp"

namespace nangluc::platform {

static db::Bytes key_of(std::string_view text) {
    return {sha256(fold(text))};
}

constexpr auto select_failures = R"sql(
    SELECT failures, closed_until
      FROM platform_sign_in_failures
     WHERE kind = $1 AND key_hash = $2 AND last_at >= $3
)sql";

constexpr auto upsert_failures = R"sql(
    INSERT INTO platform_sign_in_failures (kind, key_hash, failures, last_at, closed_until)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (kind, key_hash) DO UPDATE SET failures = $3, last_at = $4, closed_until = $5
)sql";

static Result<std::int64_t> failures_of(
    db::Tx& tx, AttemptKind kind, const db::Bytes& key, Instant now
) {
    const auto row = tx.one(select_failures, kind, key, forgotten_before(now));
    if (!row) return std::int64_t{0};
    if (row->get<Instant>("closed_until") > now) return too_many("sign_in.wait");
    return row->get<std::int64_t>("failures");
}

Result<> count_attempt(db::Tx& tx, std::string_view login, std::string_view peer, Instant now) {
    const auto login_key = key_of(login);
    const auto peer_key = key_of(peer);
    const auto of_login = TRY(failures_of(tx, AttemptKind::login, login_key, now)) + 1;
    const auto of_peer = TRY(failures_of(tx, AttemptKind::peer, peer_key, now)) + 1;

    const auto count = [&](AttemptKind kind, const db::Bytes& key, std::int64_t failures) {
        tx.run(upsert_failures, kind, key, failures, now, closed_until(kind, failures, now));
    };
    count(AttemptKind::login, login_key, of_login);
    count(AttemptKind::peer, peer_key, of_peer);
    return {};
}

constexpr auto delete_failures_of_login = R"sql(
    DELETE FROM platform_sign_in_failures
     WHERE kind = 'login' AND key_hash = $1
)sql";

constexpr auto lessen_failures_of_peer = R"sql(
    UPDATE platform_sign_in_failures
       SET failures = failures - 1, closed_until = last_at
     WHERE kind = 'peer' AND key_hash = $1 AND failures > 0
)sql";

void forgive_attempt(db::Tx& tx, std::string_view login, std::string_view peer) {
    tx.run(delete_failures_of_login, key_of(login));
    tx.run(lessen_failures_of_peer, key_of(peer));
}

}  // namespace nangluc::platform
