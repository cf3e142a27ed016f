#include "kit/work/stored_idempotency.hpp"
#include "kit/work/spans.hpp"

#include "kit/json/json.hpp"
#include "kit/log.hpp"
#include "kit/secrets.hpp"

namespace nangluc {

namespace {

constexpr std::int64_t lease = 60 * second;
constexpr std::int64_t kept = 720 * hour;

struct ReplyHeader {
    std::string name;
    std::string value;
    BOOST_DESCRIBE_CLASS(ReplyHeader, (), (name, value), (), ())
};

std::string headers_text(const http::Reply& reply) {
    std::vector<ReplyHeader> headers;
    for (const auto& [name, value] : reply.headers) headers.push_back({name, value});
    return json::write(headers);
}

std::vector<std::pair<std::string, std::string>> headers_of(const std::string& text) {
    auto read = json::read<std::vector<ReplyHeader>>(text);
    std::vector<std::pair<std::string, std::string>> headers;
    for (auto& header : read.value()) {
        headers.emplace_back(std::move(header.name), std::move(header.value));
    }
    return headers;
}

}  // namespace

StoredIdempotency::StoredIdempotency(db::Db& db, const Clock& clock, const std::string& master_key)
    : db_(db), clock_(clock), sealing_key_(sha256("idempotency" + master_key)) {}

constexpr auto insert_key = R"sql(
    INSERT INTO platform_idempotency (account_id, key, request_hash, at, lease_until)
    VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id, key) DO NOTHING
)sql";

Result<std::optional<http::Reply>> StoredIdempotency::begin(
    const Actor& actor, std::string_view key, std::string_view request_hash
) {
    clean();
    return db_.transaction([&](db::Tx& tx) -> Result<std::optional<http::Reply>> {
        const auto now = clock_.now();
        const auto until = Instant{now.microseconds + lease};
        const auto hash = db::Bytes{std::string(request_hash)};
        const auto rows = tx.run(insert_key, actor.account(), key, hash, now, until);
        if (rows == 1) return std::optional<http::Reply>();
        return answer_again(tx, actor, key, request_hash);
    });
}

constexpr auto select_key = R"sql(
    SELECT request_hash, lease_until, status, content_type, headers, reply
      FROM platform_idempotency
     WHERE account_id = $1 AND key = $2
)sql";

constexpr auto select_change_by_key = R"sql(
    SELECT id
      FROM platform_audit
     WHERE account_id = $1 AND idempotency_key = $2
     LIMIT 1
)sql";

constexpr auto renew_key = R"sql(
    UPDATE platform_idempotency
       SET lease_until = $3
     WHERE account_id = $1 AND key = $2 AND lease_until <= $4
)sql";

Result<std::optional<http::Reply>> StoredIdempotency::answer_again(
    db::Tx& tx, const Actor& actor, std::string_view key, std::string_view request_hash
) {
    const auto now = clock_.now();
    const auto row = tx.one(select_key, actor.account(), key);
    if (!row) return conflict("idempotency.running");  // forgotten a moment ago
    if (row->get<db::Bytes>("request_hash").data != request_hash) {
        return invalid("idempotency.other_body");
    }

    if (const auto status = row->get<std::optional<int>>("status")) {
        return std::optional(http::Reply{
            .status = *status,
            .content_type = row->get<std::string>("content_type"),
            .body = unseal(sealing_key_, row->get<db::Bytes>("reply").data),
            .headers = headers_of(row->get<std::string>("headers")),
        });
    }
    if (row->get<Instant>("lease_until") > now) return conflict("idempotency.running");
    if (tx.one(select_change_by_key, actor.account(), key)) {
        return conflict("idempotency.already_done");
    }
    const auto until = Instant{now.microseconds + lease};
    if (tx.run(renew_key, actor.account(), key, until, now) == 0) {
        return conflict("idempotency.running");
    }
    return std::optional<http::Reply>();
}

constexpr auto update_reply = R"sql(
    UPDATE platform_idempotency
       SET status = $3, content_type = $4, headers = $5, reply = $6
     WHERE account_id = $1 AND key = $2
)sql";

void StoredIdempotency::finish(const Actor& actor, std::string_view key, const http::Reply& reply) {
    const auto body = db::Bytes{seal(sealing_key_, reply.body)};
    const auto headers = headers_text(reply);
    db_.transaction([&](db::Tx& tx) {
        tx.run(update_reply, actor.account(), key, reply.status, reply.content_type, headers, body);
    });
}

// A key whose change was made stays, so that a repeat is told so and does not make it again.
constexpr auto delete_key = R"sql(
    DELETE FROM platform_idempotency
     WHERE account_id = $1 AND key = $2
       AND NOT EXISTS (SELECT 1
                         FROM platform_audit a
                        WHERE a.account_id = $1 AND a.idempotency_key = $2)
)sql";

constexpr auto end_lease = R"sql(
    UPDATE platform_idempotency
       SET lease_until = 0
     WHERE account_id = $1 AND key = $2
)sql";

void StoredIdempotency::forget(const Actor& actor, std::string_view key) noexcept {
    try {
        db_.transaction([&](db::Tx& tx) {
            if (tx.run(delete_key, actor.account(), key) == 0) {
                tx.run(end_lease, actor.account(), key);
            }
        });
    } catch (const std::exception& fault) {
        // The lease ends by itself.
        log(Level::warning, "idempotency.not_forgotten", {{"error", fault.what()}});
    }
}

constexpr auto delete_old_keys = R"sql(
    DELETE FROM platform_idempotency
     WHERE at < $1
)sql";

void StoredIdempotency::clean() {
    const auto now = clock_.now().microseconds;
    auto due = clean_again_at_.load();
    if (now < due || !clean_again_at_.compare_exchange_strong(due, now + hour)) return;
    db_.transaction([&](db::Tx& tx) { tx.run(delete_old_keys, Instant{now - kept}); });
}

}  // namespace nangluc
