#pragma once

#include <map>
#include <mutex>

#include "kit/kit.hpp"
#include "kit/secrets.hpp"

#include "modules/platform/grant/grant.hpp"
#include "modules/platform/session/session.hpp"

namespace nangluc::platform {

struct SignIn {
    std::string login;
    std::string password;
    std::string agent;
    std::string peer;
};

struct SignedIn {
    SessionId session;
    std::string token;  // 256 bits; nobody else has it
    AccountId account;
};

// What someone who is signed in may know of themselves.
struct OwnAccount {
    Account account;
    std::vector<Grant> grants;  // in force today
    bool must_change_password = false;
};

struct PasswordChange {
    std::string current;
    std::string next;
    std::string peer;
};

class SessionService {
public:
    SessionService(const Kit& kit, PasswordHasher& hasher) : kit_(kit), hasher_(hasher) {}

    // Refuses with unauthenticated("sign_in.refused") whatever is wrong (login, password, a closed
    // account), with too_many("sign_in.wait") after too many guesses.
    Result<SignedIn> sign_in(const SignIn& attempt);

    // Who bears the token, with the rights of today; nobody's rights and no staff record of their
    // own where the password was chosen by somebody else and is not changed yet. Refuses with
    // unauthenticated("session.ended").
    Result<Actor> find_actor(std::string_view token);
    // Writes down when the sessions that came by were last seen. They are kept in memory until
    // then, so that nobody who only reads waits for the writer.
    void keep_seen();
    // The rights of an account, for work that goes on without it; none for a closed one.
    Actor actor_of(AccountId account);

    Result<OwnAccount> find_own(const Actor& actor);
    Result<> choose_language(const Actor& actor, Language language);
    // All other sessions of the account end.
    Result<> change_password(
        const Actor& actor, std::string_view token, const PasswordChange& change
    );

    // None where the token opens nothing.
    SessionId find_id(std::string_view token);
    std::vector<Session> list(const Actor& actor);
    void sign_out(const Actor& actor, std::string_view token);
    Result<> end(const Actor& actor, SessionId id);
    void end_others(const Actor& actor, std::string_view token);

private:
    Result<Account> check_password(
        std::string_view login, std::string_view password, std::string_view peer
    );
    SessionId session_with(db::Tx& tx, std::string_view token) const;

    Instant seen(const Session& session);
    void note(SessionId session, Instant at);

    Kit kit_;
    PasswordHasher& hasher_;
    std::mutex mutex_;
    std::map<SessionId, Instant> seen_;  // not written yet
};

}  // namespace nangluc::platform
