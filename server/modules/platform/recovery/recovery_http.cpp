#include "modules/platform/recovery/recovery_http.hpp"

#include "kit/http/routes.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

struct RecoveryActItem {
    RecoveryStatus became = RecoveryStatus::asked;
    std::optional<AccountId> done_by;
    Instant done_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecoveryActItem, (), (became, done_by, done_at, reason))

struct RecoveryItem {
    RecoveryId id;
    AccountId account;
    RecoveryStatus status = RecoveryStatus::asked;
    std::optional<Instant> code_until;
    std::vector<RecoveryActItem> acts;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(RecoveryItem, (), (id, account, status, code_until, acts, actions))

struct ConfirmedReply {
    RecoveryItem recovery;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmedReply, (), (recovery, code))

struct RecoveryReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecoveryReason, (), (reason))

struct CodeAndPassword {
    std::string login;
    std::string code;
    json::Exact password;
};
BOOST_DESCRIBE_STRUCT(CodeAndPassword, (), (login, code, password))

std::vector<std::string> acts_open_to(const Actor& actor, const Recovery& recovery) {
    const bool is_asked = recovery.status == RecoveryStatus::asked;
    const bool is_confirmed = recovery.status == RecoveryStatus::confirmed;
    const bool is_second =
        actor.account() != recovery.asked_by() && actor.account() != recovery.account;

    std::vector<std::string> acts;
    if (is_asked && is_second) acts.emplace_back("confirm");
    if (is_asked || is_confirmed) acts.emplace_back("withdraw");
    return acts;
}

RecoveryItem item_of(const Recovery& recovery, const Actor& reader) {
    RecoveryItem item{
        .id = recovery.id,
        .account = recovery.account,
        .status = recovery.status,
        .code_until = recovery.status == RecoveryStatus::confirmed
                          ? std::optional(recovery.code_until)
                          : std::nullopt,
        .acts = {},
        .actions = acts_open_to(reader, recovery),
    };
    for (const auto& act : recovery.acts) {
        const auto by = act.done_by ? std::optional(act.done_by) : std::nullopt;
        item.acts.push_back({act.became, by, act.done_at, act.reason});
    }
    return item;
}

void add_asking(Routes& at, RecoveryService& recoveries) {
    at.get(
        "/recoveries",
        "list_recoveries",
        Policy::needs(Permission::recover_accounts),
        [&recoveries](const Request& request) -> Result<Page<RecoveryItem>> {
            Page<RecoveryItem> page;
            for (const auto& recovery : recoveries.list_asked(request.actor())) {
                page.items.push_back(item_of(recovery, request.actor()));
            }
            return page;
        }
    );
    at.post(
        "/accounts/{account}/recovery",
        "ask_recovery",
        Policy::needs(Permission::recover_accounts),
        [&recoveries](
            const Request& request, const RecoveryReason& body
        ) -> Result<Created<RecoveryItem>> {
            const auto id = TRY(request.path_id<AccountId>("account"));
            const auto recovery = TRY(recoveries.ask(request.actor(), id, body.reason));
            return Created<RecoveryItem>{item_of(recovery, request.actor())};
        }
    );
}

void add_deciding(Routes& at, RecoveryService& recoveries) {
    at.post(
        "/recoveries/{recovery}/confirmation",
        "confirm_recovery",
        Policy::needs(Permission::recover_accounts),
        [&recoveries](const Request& request) -> Result<Created<ConfirmedReply>> {
            const auto id = TRY(request.path_id<RecoveryId>("recovery"));
            const auto confirmed = TRY(recoveries.confirm(request.actor(), id));
            const auto item = item_of(confirmed.recovery, request.actor());
            return Created<ConfirmedReply>{{item, confirmed.code}};
        }
    );
    at.post(
        "/recoveries/{recovery}/withdrawal",
        "withdraw_recovery",
        Policy::needs(Permission::recover_accounts),
        [&recoveries](const Request& request, const RecoveryReason& body) -> Result<RecoveryItem> {
            const auto id = TRY(request.path_id<RecoveryId>("recovery"));
            const auto recovery = TRY(recoveries.withdraw(request.actor(), id, body.reason));
            return item_of(recovery, request.actor());
        }
    );
    at.post(
        "/recovery",
        "use_recovery",
        Policy::open(),
        [&recoveries](const Request& request, const CodeAndPassword& body) -> Result<> {
            return recoveries.use({body.login, body.code, body.password.text, request.peer});
        }
    );
}

}  // namespace

void add_recovery_routes(Router& router, RecoveryService& recoveries) {
    Routes at(router, "platform");
    add_asking(at, recoveries);
    add_deciding(at, recoveries);
}

}  // namespace nangluc::platform
