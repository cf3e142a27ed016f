#include "modules/platform/session/session_store.hpp"

namespace nangluc::platform {

static Session session_of(const db::Row& row) {
    return {
        .id = row.get<SessionId>("id"),
        .account = row.get<AccountId>("account_id"),
        .agent = row.get<std::string>("agent"),
        .peer = row.get<std::string>("peer"),
        .began_at = row.get<Instant>("began_at"),
        .seen_at = row.get<Instant>("seen_at"),
        .ended_at = row.get<std::optional<Instant>>("ended_at"),
    };
}

constexpr auto insert_session = R"sql(
    INSERT INTO platform_sessions (id, account_id, token_hash, agent, peer, began_at, seen_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_session(db::Tx& tx, const Session& session, std::string_view token_hash) {
    tx.run(
        insert_session,
        session.id,
        session.account,
        db::Bytes{std::string(token_hash)},
        session.agent,
        session.peer,
        session.began_at,
        session.seen_at
    );
}

constexpr auto select_session = R"sql(
    SELECT s.id, s.account_id, s.agent, s.peer, s.began_at, s.seen_at, s.ended_at,
           a.person_id, a.status, p.must_change
      FROM platform_sessions s
      JOIN platform_accounts a ON a.id = s.account_id
      JOIN platform_passwords p ON p.account_id = s.account_id
     WHERE s.token_hash = $1
)sql";

std::optional<SessionOfAccount> find_session(db::Tx& tx, std::string_view token_hash) {
    const auto row = tx.one(select_session, db::Bytes{std::string(token_hash)});
    if (!row) return std::nullopt;
    return SessionOfAccount{
        .session = session_of(*row),
        .person = row->get<PersonId>("person_id"),
        .status = row->get<AccountStatus>("status"),
        .must_change_password = row->get<bool>("must_change"),
    };
}

constexpr auto select_sessions = R"sql(
    SELECT id, account_id, agent, peer, began_at, seen_at, ended_at
      FROM platform_sessions
     WHERE account_id = $1 AND ended_at IS NULL
     ORDER BY id DESC
)sql";

std::vector<Session> list_sessions(db::Tx& tx, AccountId account) {
    std::vector<Session> sessions;
    for (const auto& row : tx.all(select_sessions, account)) sessions.push_back(session_of(row));
    return sessions;
}

constexpr auto update_seen = R"sql(
    UPDATE platform_sessions
       SET seen_at = $2
     WHERE id = $1 AND seen_at < $2
)sql";

void note_session(db::Tx& tx, SessionId id, Instant seen_at) {
    tx.run(update_seen, id, seen_at);
}

constexpr auto update_ended = R"sql(
    UPDATE platform_sessions
       SET ended_at = $3
     WHERE account_id = $1 AND id = $2 AND ended_at IS NULL
)sql";

std::int64_t end_session(db::Tx& tx, AccountId account, SessionId id, Instant now) {
    return tx.run(update_ended, account, id, now);
}

constexpr auto update_all_ended = R"sql(
    UPDATE platform_sessions
       SET ended_at = $3
     WHERE account_id = $1 AND ended_at IS NULL AND (id <> $2 OR $2 IS NULL)
)sql";

std::int64_t end_sessions(db::Tx& tx, AccountId account, SessionId kept, Instant now) {
    return tx.run(update_all_ended, account, kept, now);
}

SessionLimits session_limits(db::Tx& tx, AsOf at) {
    return {
        .idle_minutes = setting(tx, "session_idle_minutes", at),
        .hours = setting(tx, "session_hours", at),
    };
}

}  // namespace nangluc::platform
