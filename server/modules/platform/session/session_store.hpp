#pragma once

#include "modules/platform/session/session.hpp"

namespace nangluc::platform {

void add_session(db::Tx& tx, const Session& session, std::string_view token_hash);

// A session with what every request must know of its account.
struct SessionOfAccount {
    Session session;
    PersonId person;
    AccountStatus status = AccountStatus::active;
    bool must_change_password = false;
};
std::optional<SessionOfAccount> find_session(db::Tx& tx, std::string_view token_hash);

// Those that nobody has ended, the latest first.
std::vector<Session> list_sessions(db::Tx& tx, AccountId account);
void note_session(db::Tx& tx, SessionId id, Instant seen_at);
// Number of sessions ended; 0 where it is another's, or has ended.
std::int64_t end_session(db::Tx& tx, AccountId account, SessionId id, Instant now);
// All but `kept`, which may be none.
std::int64_t end_sessions(db::Tx& tx, AccountId account, SessionId kept, Instant now);

SessionLimits session_limits(db::Tx& tx, AsOf at);

}  // namespace nangluc::platform
