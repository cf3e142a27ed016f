#include <doctest/doctest.h>

#include "modules/platform/account/account.hpp"
#include "modules/platform/grant/grant.hpp"
#include "modules/platform/recovery/recovery.hpp"
#include "modules/platform/session/attempt.hpp"
#include "modules/platform/session/session.hpp"
#include "modules/platform/setting/setting.hpp"

using namespace nangluc;
using namespace nangluc::platform;

static constexpr std::int64_t minute = 60'000'000;
static constexpr Date today{2025, 9, 15};

template <class T>
static std::string refusal_of(const Result<T>& result) {
    return result ? "none" : result.error().code;
}

TEST_CASE("an account is closed once and reopened once") {
    Account account;

    CHECK(refusal_of(account.reopen()) == "account.already_open");
    CHECK(refusal_of(account.close()) == "none");
    CHECK(refusal_of(account.close()) == "account.already_closed");
    CHECK(refusal_of(account.reopen()) == "none");
}

TEST_CASE("a login is three to sixty plain letters, digits and signs") {
    CHECK(refusal_of(check_login("lo.van-a_1@db")) == "none");
    for (const auto* const login : {"ab", "lò.văn.a", "lo van a", "lo/van", ""}) {
        CAPTURE(login);
        CHECK(refusal_of(check_login(login)) == "account.login_malformed");
    }
    CHECK(refusal_of(check_login(std::string(61, 'a'))) == "account.login_malformed");
}

TEST_CASE("mistyping costs nothing; guessing closes the login for longer each time") {
    const Instant now{1'000 * minute};
    const auto pause = [&](std::int64_t failures) {
        return closed_until(AttemptKind::login, failures, now).microseconds - now.microseconds;
    };

    CHECK(pause(4) == 0);
    CHECK(pause(5) == minute / 2);
    CHECK(pause(6) == minute);
    CHECK(pause(9) == 8 * minute);
    CHECK(pause(10) == 15 * minute);
    CHECK(pause(1'000) == 15 * minute);
}

TEST_CASE("an office behind one address may mistype more often than one login") {
    const Instant now{1'000 * minute};

    CHECK(closed_until(AttemptKind::peer, 40, now) == now);
    CHECK(closed_until(AttemptKind::peer, 41, now) > now);
}

static Session session_since(std::int64_t began, std::int64_t seen) {
    return {.began_at = {began * minute}, .seen_at = {seen * minute}};
}

TEST_CASE("a session ends when nobody used it, when its day is over, and when it was ended") {
    const SessionLimits limits{.idle_minutes = 30, .hours = 12};

    CHECK(session_since(0, 0).is_alive(limits, {29 * minute}));
    CHECK_FALSE(session_since(0, 0).is_alive(limits, {30 * minute}));
    CHECK(session_since(0, 719).is_alive(limits, {719 * minute}));
    CHECK_FALSE(session_since(0, 719).is_alive(limits, {720 * minute}));
    auto ended = session_since(0, 0);
    ended.ended_at = Instant{1};
    CHECK_FALSE(ended.is_alive(limits, {2}));
}

static Grant ready_grant() {
    return {
        .id = {1},
        .account = {7},
        .role = Role::supervisor,
        .unit = {3},
        .period = {{2025, 9, 15}, {2026, 1, 1}},
        .reason = "Decision 12",
    };
}

TEST_CASE("a grant has days, a reason, and does not reach back") {
    auto grant = ready_grant();
    CHECK(refusal_of(grant.check(today)) == "none");

    SUBCASE("no days") {
        grant.period.until = grant.period.from;
        CHECK(refusal_of(grant.check(today)) == "grant.no_days");
    }
    SUBCASE("past days") {
        grant.period.from = {2025, 9, 14};
        CHECK(refusal_of(grant.check(today)) == "grant.in_the_past");
    }
    SUBCASE("no reason") {
        grant.reason.clear();
        CHECK(refusal_of(grant.check(today)) == "grant.without_reason");
    }
}

TEST_CASE("a grant ends today or later, once") {
    const auto grant = ready_grant();

    CHECK(grant.ended({2025, 10, 1}, today).value().period.until == Date{2025, 10, 1});
    CHECK(grant.ended({2025, 10, 1}, today).value().replaces == grant.id);
    CHECK(refusal_of(grant.ended({2025, 9, 14}, today)) == "grant.end_in_the_past");
    CHECK(refusal_of(grant.ended({2026, 1, 1}, today)) == "grant.already_ended");
}

TEST_CASE("a grant that has not begun, once ended, never held") {
    auto grant = ready_grant();
    grant.period.from = {2025, 12, 1};

    const auto ended = grant.ended(today, today).value();

    CHECK(ended.period.from == ended.period.until);
}

static Recovery asked_recovery() {
    return {.id = {1}, .account = {7}, .acts = {{.done_by = {8}}}};
}

TEST_CASE("a recovery is confirmed by neither the one who asked nor the one it is for") {
    auto recovery = asked_recovery();

    CHECK(refusal_of(recovery.confirm({8}, "hash", {})) == "recovery.same_person");
    CHECK(refusal_of(recovery.confirm({7}, "hash", {})) == "recovery.same_person");
    CHECK(refusal_of(recovery.confirm({9}, "hash", {})) == "none");
    CHECK(refusal_of(recovery.confirm({9}, "hash", {})) == "recovery.not_asked");
}

TEST_CASE("a code is good once, and only for its time") {
    auto recovery = asked_recovery();
    CHECK(refusal_of(recovery.use({0})) == "recovery.refused");
    REQUIRE(recovery.confirm({9}, "hash", {30 * minute}));

    SUBCASE("in time") {
        CHECK(refusal_of(recovery.use({29 * minute})) == "none");
        CHECK(refusal_of(recovery.use({29 * minute})) == "recovery.refused");
    }
    SUBCASE("too late") {
        CHECK(refusal_of(recovery.use({30 * minute})) == "recovery.refused");
    }
}

TEST_CASE("a recovery that is over cannot be withdrawn") {
    auto recovery = asked_recovery();

    CHECK(refusal_of(recovery.withdraw()) == "none");
    CHECK(refusal_of(recovery.withdraw()) == "recovery.over");
}

static Setting ready_setting() {
    return {
        .name = "session_idle_minutes",
        .value = 20,
        .legal_basis = "Decision 7",
        .period = {today},
    };
}

TEST_CASE("a setting is known, within its limits, from today on, and by a decision") {
    auto setting = ready_setting();
    CHECK(refusal_of(setting.check(today)) == "none");

    SUBCASE("unknown") {
        setting.name = "session_idle_hours";
        CHECK(refusal_of(setting.check(today)) == "setting");
    }
    SUBCASE("too much") {
        setting.value = 481;
        CHECK(refusal_of(setting.check(today)) == "setting.out_of_range");
    }
    SUBCASE("in the past") {
        setting.period.from = {2025, 9, 14};
        CHECK(refusal_of(setting.check(today)) == "setting.in_the_past");
    }
    SUBCASE("by nothing") {
        setting.legal_basis.clear();
        CHECK(refusal_of(setting.check(today)) == "setting.without_basis");
    }
}

TEST_CASE("every default is within its own limits") {
    for (const auto& known : known_settings()) {
        CAPTURE(known.name);
        CHECK(known.value >= known.least);
        CHECK(known.value <= known.most);
    }
}
