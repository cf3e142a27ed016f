#include <doctest/doctest.h>

#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestKit;

static void write(TestKit& kit, std::string_view act) {
    const Actor actor({7}, {}, {});
    kit.db().transaction([&](db::Tx& tx) {
        kit.work.audit.write(tx, actor, {.act = act, .object = 5, .unit = {3}});
    });
}

static SealVerification verify(TestKit& kit) {
    return kit.db().read([&](db::Tx& tx) { return verify_seals(tx, kit.work.seals.public_key()); });
}

static void run(TestKit& kit, std::string_view sql) {
    kit.db().transaction([&](db::Tx& tx) { tx.run(sql); });
}

// Cuts the end off and puts the head back to fit, which the chain itself cannot see.
constexpr auto delete_last_row = R"sql(
    DELETE FROM platform_audit
     WHERE sequence = 2
)sql";
constexpr auto restore_head = R"sql(
    UPDATE platform_audit_heads
       SET sequence = 1, hash = (SELECT hash FROM platform_audit WHERE sequence = 1)
)sql";
constexpr auto move_seal = R"sql(
    UPDATE platform_audit_seals
       SET at = at + 1
)sql";
constexpr auto delete_first_seal = R"sql(
    DELETE FROM platform_audit_seals
     WHERE number = 1
)sql";

TEST_CASE("the heads of the audit are sealed when something was added, and only then") {
    TestKit kit;
    CHECK_FALSE(kit.work.seals.seal());
    write(kit, "plan.added");

    CHECK(kit.work.seals.seal());
    CHECK_FALSE(kit.work.seals.seal());
    CHECK(verify(kit).seals == 1);
    CHECK_FALSE(verify(kit).first_broken);
}

TEST_CASE("an audit whose sealed end was cut off, or whose seal was touched, shows it") {
    TestKit kit;
    write(kit, "plan.added");
    kit.work.seals.seal();
    write(kit, "plan.submitted");
    kit.work.seals.seal();
    REQUIRE_FALSE(verify(kit).first_broken);

    SUBCASE("cut off") {
        run(kit, delete_last_row);
        run(kit, restore_head);
        REQUIRE_FALSE(kit.db().read([](db::Tx& tx) { return verify_audit(tx); }).first_flaw);
        CHECK(verify(kit).first_broken == 2);
    }
    SUBCASE("another time on a seal") {
        run(kit, move_seal);
        CHECK(verify(kit).first_broken == 1);
    }
    SUBCASE("a seal taken out") {
        run(kit, delete_first_seal);
        CHECK(verify(kit).first_broken == 2);
    }
    SUBCASE("sealed with another installation's key") {
        const AuditSeals other(kit.db(), kit.clock, std::string(32, 'x'));
        const auto found =
            kit.db().read([&](db::Tx& tx) { return verify_seals(tx, other.public_key()); });
        CHECK(found.first_broken == 1);
    }
}
