#include "modules/platform/session/session_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/http/base64url.hpp"

#include "modules/platform/account/account_store.hpp"
#include "modules/platform/grant/grant_store.hpp"
#include "modules/platform/grant/rights.hpp"
#include "modules/platform/session/attempt_store.hpp"
#include "modules/platform/session/password.hpp"
#include "modules/platform/session/session_store.hpp"

namespace nangluc::platform {

// A hash that no password fits, for logins that do not exist: they cost the same time.
static std::string fitting_nobody(PasswordHasher& hasher) {
    static const std::string hash = hasher.hash(random_bytes(32)).value();
    return hash;
}

// The one place where a password is checked: every guess is counted here, before it is known
// whether it is right.
Result<Account> SessionService::check_password(
    std::string_view login, std::string_view password, std::string_view peer
) {
    const auto counted = kit_.db.transaction([&](db::Tx& tx) {
        return count_attempt(tx, login, peer, kit_.clock.now());
    });
    if (!counted) return counted.error();

    auto hash = fitting_nobody(hasher_);
    auto account = kit_.db.read([&](db::Tx& tx) -> Result<Account> {
        auto found = TRY(find_account_by_login(tx, login));
        const auto kept = find_password(tx, found.id);
        if (found.status == AccountStatus::closed || !kept) return not_found("account");
        hash = kept->hash;
        return found;
    });
    const bool fits = TRY(hasher_.fits(hash, password));
    if (!account || !fits) return unauthenticated("sign_in.refused");

    kit_.db.transaction([&](db::Tx& tx) { forgive_attempt(tx, login, peer); });
    return account;
}

Result<SignedIn> SessionService::sign_in(const SignIn& attempt) {
    const auto account = TRY(check_password(attempt.login, attempt.password, attempt.peer));
    auto token = http::to_base64url(random_bytes(32));

    return kit_.db.transaction([&](db::Tx& tx) -> Result<SignedIn> {
        const auto now = kit_.clock.now();
        const Session session{
            .id = kit_.ids.make<SessionId>(),
            .account = account.id,
            .agent = attempt.agent.substr(0, 200),
            .peer = attempt.peer,
            .began_at = now,
            .seen_at = now,
        };
        add_session(tx, session, sha256(token));
        kit_.audit.write(
            tx,
            Actor(account.id, account.person, {}),
            {.act = "session.began", .object = session.id.value, .unit = account.unit}
        );
        return SignedIn{session.id, token, account.id};
    });
}

Result<Actor> SessionService::find_actor(std::string_view token) {
    struct Found {
        Session session;
        Actor actor;
    };
    const auto at = kit_.clock.as_of_now();
    auto found = kit_.db.read([&](db::Tx& tx) -> Result<Found> {
        auto known = find_session(tx, sha256(token));
        if (known) known->session.seen_at = seen(known->session);
        if (!known || known->status == AccountStatus::closed ||
            !known->session.is_alive(session_limits(tx, at), at.known_at)) {
            return unauthenticated("session.ended");
        }
        const auto account = known->session.account;
        if (known->must_change_password) return Found{known->session, Actor(account, {}, {})};
        return Found{
            known->session, actor_with_rights(tx, kit_.subtrees, account, known->person, at)};
    });
    if (!found) return found.error();

    const auto& session = found.value().session;
    if (session.is_to_be_noted(at.known_at)) note(session.id, at.known_at);
    return std::move(found.value().actor);
}

Instant SessionService::seen(const Session& session) {
    const std::lock_guard lock(mutex_);
    const auto noted = seen_.find(session.id);
    return noted == seen_.end() ? session.seen_at : std::max(session.seen_at, noted->second);
}

void SessionService::note(SessionId session, Instant at) {
    const std::lock_guard lock(mutex_);
    seen_[session] = at;
}

void SessionService::keep_seen() {
    std::map<SessionId, Instant> kept;
    {
        const std::lock_guard lock(mutex_);
        kept = seen_;
    }
    if (kept.empty()) return;
    kit_.db.transaction([&](db::Tx& tx) {
        for (const auto& [session, at] : kept) note_session(tx, session, at);
    });
    const std::lock_guard lock(mutex_);
    std::erase_if(seen_, [&](const auto& noted) {
        const auto written = kept.find(noted.first);
        return written != kept.end() && written->second == noted.second;
    });
}

Actor SessionService::actor_of(AccountId id) {
    return kit_.db.read([&](db::Tx& tx) -> Actor {
        const auto account = find_account(tx, id);
        if (!account || account.value().status == AccountStatus::closed) return {id, {}, {}};
        const auto person = account.value().person;
        return actor_with_rights(tx, kit_.subtrees, id, person, kit_.clock.as_of_now());
    });
}

Result<OwnAccount> SessionService::find_own(const Actor& actor) {
    return kit_.db.read([&](db::Tx& tx) -> Result<OwnAccount> {
        const auto password = find_password(tx, actor.account());
        return OwnAccount{
            .account = TRY(find_account(tx, actor.account())),
            .grants = list_grants(tx, actor.account(), kit_.clock.as_of_now()),
            .must_change_password = password && password->must_change,
        };
    });
}

Result<> SessionService::choose_language(const Actor& actor, Language language) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto account = TRY(find_account(tx, actor.account()));
        account.language = language;
        TRY(save_account(tx, account));
        kit_.audit.write(
            tx,
            actor,
            {.act = "account.language_chosen", .object = account.id.value, .unit = account.unit}
        );
        return {};
    });
}

Result<> SessionService::change_password(
    const Actor& actor, std::string_view token, const PasswordChange& change
) {
    const auto own = TRY(find_own(actor));
    TRY(check_new_password(change.next, own.account.login));
    const auto account = check_password(own.account.login, change.current, change.peer);
    if (!account && account.error().refusal == Refusal::unauthenticated) {
        return invalid("password.wrong", {{"/current", "wrong"}});
    }
    if (!account) return account.error();
    if (change.next == change.current) {
        return invalid("password.unchanged", {{"/password", "unchanged"}});
    }
    const auto hash = TRY(hasher_.hash(change.next));

    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto now = kit_.clock.now();
        save_password(tx, actor.account(), {.hash = hash, .must_change = false}, now);
        end_sessions(tx, actor.account(), session_with(tx, token), now);
        kit_.audit.write(
            tx,
            actor,
            {.act = "password.changed",
             .object = actor.account().value,
             .unit = account.value().unit}
        );
        return {};
    });
}

SessionId SessionService::session_with(db::Tx& tx, std::string_view token) const {
    const auto found = find_session(tx, sha256(token));
    return found ? found->session.id : SessionId{};
}

SessionId SessionService::find_id(std::string_view token) {
    return kit_.db.read([&](db::Tx& tx) { return session_with(tx, token); });
}

std::vector<Session> SessionService::list(const Actor& actor) {
    return kit_.db.read([&](db::Tx& tx) {
        const auto limits = session_limits(tx, kit_.clock.as_of_now());
        auto sessions = list_sessions(tx, actor.account());
        std::erase_if(sessions, [&](const Session& session) {
            return !session.is_alive(limits, kit_.clock.now());
        });
        return sessions;
    });
}

void SessionService::sign_out(const Actor& actor, std::string_view token) {
    kit_.db.transaction([&](db::Tx& tx) {
        const auto id = session_with(tx, token);
        end_session(tx, actor.account(), id, kit_.clock.now());
        kit_.audit.write(
            tx,
            actor,
            {.act = "session.ended",
             .object = id.value,
             .unit = unit_of_account(tx, actor.account())}
        );
    });
}

Result<> SessionService::end(const Actor& actor, SessionId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto ended = end_session(tx, actor.account(), id, kit_.clock.now());
        if (ended == 0) return not_found("session");
        kit_.audit.write(
            tx,
            actor,
            {.act = "session.ended",
             .object = id.value,
             .unit = unit_of_account(tx, actor.account())}
        );
        return {};
    });
}

void SessionService::end_others(const Actor& actor, std::string_view token) {
    kit_.db.transaction([&](db::Tx& tx) {
        end_sessions(tx, actor.account(), session_with(tx, token), kit_.clock.now());
        kit_.audit.write(
            tx,
            actor,
            {.act = "session.others_ended",
             .object = actor.account().value,
             .unit = unit_of_account(tx, actor.account())}
        );
    });
}

}  // namespace nangluc::platform
