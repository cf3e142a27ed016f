#include "modules/platform/session/session_http.hpp"

#include <algorithm>

#include "kit/http/routes.hpp"
#include "kit/http/session_token.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

// A browser keeps the token in a cookie that its scripts cannot read; a script takes it from the
// reply.
enum class Carrier { cookie, bearer };
BOOST_DESCRIBE_ENUM(Carrier, cookie, bearer)

struct Credentials {
    std::string login;
    json::Exact password;
    std::optional<Carrier> carrier;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (login, password, carrier))

struct SignedInReply {
    AccountId account;
    std::optional<std::string> token;
};
BOOST_DESCRIBE_STRUCT(SignedInReply, (), (account, token))

struct HeldRole {
    Role role = Role::civil_servant;
    UnitId unit;
    Date from;
    Date until;
};
BOOST_DESCRIBE_STRUCT(HeldRole, (), (role, unit, from, until))

struct SessionReply {
    AccountId account;
    std::string login;
    std::string name;
    std::optional<PersonId> person;
    UnitId unit;
    Language language = Language::vi;
    bool must_change_password = false;
    std::vector<HeldRole> roles;
    std::vector<Permission> permissions;  // held somewhere
    std::vector<Role> home;               // whose tasks the home page shows, in this order
};
BOOST_DESCRIBE_STRUCT(
    SessionReply,
    (),
    (account, login, name, person, unit, language, must_change_password, roles, permissions, home)
)

struct SessionItem {
    SessionId id;
    std::string agent;
    std::string peer;
    Instant began_at;
    Instant seen_at;
    bool is_this_one = false;
};
BOOST_DESCRIBE_STRUCT(SessionItem, (), (id, agent, peer, began_at, seen_at, is_this_one))

struct NewPassword {
    json::Exact current;
    json::Exact password;
};
BOOST_DESCRIBE_STRUCT(NewPassword, (), (current, password))

struct LanguageChoice {
    Language language = Language::vi;
};
BOOST_DESCRIBE_STRUCT(LanguageChoice, (), (language))

std::string token_of(const Request& request) {
    const auto token = session_token(request);
    return token ? token->text : "";
}

template <class Item>
void add_once(std::vector<Item>& items, Item item) {
    if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

SessionReply reply_of(const OwnAccount& own) {
    SessionReply reply{
        .account = own.account.id,
        .login = own.account.login,
        .name = own.account.name,
        .person = own.account.person ? std::optional(own.account.person) : std::nullopt,
        .unit = own.account.unit,
        .language = own.account.language,
        .must_change_password = own.must_change_password,
    };
    if (own.must_change_password) return reply;
    for (const auto& grant : own.grants) {
        const auto& [from, until] = grant.period;
        reply.roles.push_back({grant.role, grant.unit, from, until});
        add_once(reply.home, grant.role);
        for (const auto permission : permissions_of(grant.role)) {
            add_once(reply.permissions, permission);
        }
    }
    // Everyone has a file of their own, and it comes last.
    if (reply.person) {
        std::erase(reply.home, Role::civil_servant);
        reply.home.push_back(Role::civil_servant);
    }
    return reply;
}

void add_own_routes(Routes& at, SessionService& sessions) {
    at.get(
        "/session",
        "read_session",
        Policy::signed_in(),
        [&sessions](const Request& request) -> Result<SessionReply> {
            return reply_of(TRY(sessions.find_own(request.actor())));
        }
    );
    at.put(
        "/password",
        "change_password",
        Policy::signed_in(),
        [&sessions](const Request& request, const NewPassword& body) -> Result<> {
            const PasswordChange change{body.current.text, body.password.text, request.peer};
            return sessions.change_password(request.actor(), token_of(request), change);
        }
    );
    at.put(
        "/language",
        "choose_language",
        Policy::signed_in(),
        [&sessions](const Request& request, const LanguageChoice& body) -> Result<> {
            return sessions.choose_language(request.actor(), body.language);
        }
    );
}

}  // namespace

static void add_sign_in(Routes& at, SessionService& sessions) {
    at.post(
        "/session",
        "sign_in",
        Policy::open(),
        [&sessions](
            const Request& request, const Credentials& body
        ) -> Result<WithHeaders<Created<SignedInReply>>> {
            const auto signed_in = TRY(sessions.sign_in({
                .login = body.login,
                .password = body.password.text,
                .agent = request.header("user-agent").value_or(""),
                .peer = request.peer,
            }));
            WithHeaders<Created<SignedInReply>> reply{{{signed_in.account, {}}, "/session"}, {}};
            if (body.carrier == Carrier::bearer) {
                reply.value.value.token = signed_in.token;
            } else {
                reply.headers.emplace_back("Set-Cookie", session_cookie(request, signed_in.token));
            }
            return reply;
        }
    );
    at.del(
        "/session",
        "sign_out",
        Policy::signed_in(),
        [&sessions](const Request& request) -> Result<WithHeaders<Nothing>> {
            sessions.sign_out(request.actor(), token_of(request));
            return WithHeaders<Nothing>{{}, {{"Set-Cookie", cleared_session_cookie(request)}}};
        }
    );
}

static void add_session_list(Routes& at, SessionService& sessions) {
    at.get(
        "/sessions",
        "list_sessions",
        Policy::signed_in(),
        [&sessions](const Request& request) -> Result<Page<SessionItem>> {
            const auto current = sessions.find_id(token_of(request));
            Page<SessionItem> page;
            for (const auto& session : sessions.list(request.actor())) {
                page.items.push_back({
                    .id = session.id,
                    .agent = session.agent,
                    .peer = session.peer,
                    .began_at = session.began_at,
                    .seen_at = session.seen_at,
                    .is_this_one = session.id == current,
                });
            }
            return page;
        }
    );
    at.del(
        "/sessions",
        "end_other_sessions",
        Policy::signed_in(),
        [&sessions](const Request& request) -> Result<> {
            sessions.end_others(request.actor(), token_of(request));
            return {};
        }
    );
    at.del(
        "/sessions/{session}",
        "end_session",
        Policy::signed_in(),
        [&sessions](const Request& request) -> Result<> {
            const auto id = TRY(request.path_id<SessionId>("session"));
            return sessions.end(request.actor(), id);
        }
    );
}

void add_session_routes(Router& router, SessionService& sessions) {
    Routes at(router, "platform");
    add_sign_in(at, sessions);
    add_own_routes(at, sessions);
    add_session_list(at, sessions);
}

}  // namespace nangluc::platform
