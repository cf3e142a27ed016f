#include <doctest/doctest.h>

#include "testing/test_kit.hpp"

using namespace nangluc;
using testing::TestKit;

static void write(TestKit& kit, std::string_view act, PersonId person = {}) {
    const Actor actor({7}, {}, {});
    kit.db().transaction([&](db::Tx& tx) {
        kit.work.audit.write(
            tx,
            actor,
            {.act = act, .object = 5, .unit = {3}, .person = person, .change = R"({"level":2})"}
        );
    });
}

static AuditVerification verify(TestKit& kit) {
    return kit.db().read([](db::Tx& tx) { return verify_audit(tx); });
}

static void run(TestKit& kit, std::string_view sql) {
    kit.db().transaction([&](db::Tx& tx) { tx.run(sql); });
}

constexpr auto alter_second_row = R"sql(
    UPDATE platform_audit
       SET act = 'plan.approved'
     WHERE sequence = 2
)sql";
constexpr auto delete_second_row = R"sql(
    DELETE FROM platform_audit
     WHERE sequence = 2
)sql";
constexpr auto delete_last_row = R"sql(
    DELETE FROM platform_audit
     WHERE sequence = 3
)sql";
constexpr auto delete_head = R"sql(
    DELETE FROM platform_audit_heads
)sql";
constexpr auto swap_rows = R"sql(
    UPDATE platform_audit
       SET sequence = CASE sequence WHEN 1 THEN 12 ELSE 11 END
     WHERE sequence IN (1, 2)
)sql";
constexpr auto swap_rows_back = R"sql(
    UPDATE platform_audit
       SET sequence = sequence - 10
     WHERE sequence IN (11, 12)
)sql";
constexpr auto select_changes = R"sql(
    SELECT person_id, change
      FROM platform_audit
     ORDER BY sequence
)sql";

TEST_CASE("an audit that nobody touched is whole") {
    TestKit kit;
    for (const auto* const act : {"plan.added", "plan.submitted", "plan.returned"}) write(kit, act);

    const auto found = verify(kit);

    CHECK(found.rows == 3);
    CHECK_FALSE(found.first_flaw);
}

// What the rows say, in their order, as long as their people's keys are there.
static std::vector<std::string> changes(TestKit& kit) {
    return kit.db().read([&](db::Tx& tx) {
        std::vector<std::string> texts;
        for (const auto& row : tx.all(select_changes)) {
            const auto person = row.get<PersonId>("person_id");
            const auto change = row.get<db::Bytes>("change");
            texts.push_back(
                person ? kit.work.keys.unseal(tx, person, change).value() : change.data
            );
        }
        return texts;
    });
}

TEST_CASE("many entries of one act stand in the chain as if each had been written by itself") {
    TestKit kit;
    write(kit, "person.added", {3});
    const std::vector<AuditEntry> entries = {
        {.act = "person.imported", .object = 3, .person = {3}, .change = R"({"row":1})"},
        {.act = "person.imported", .object = 4, .person = {4}, .change = R"({"row":2})"},
        {.act = "roster.applied", .object = 9, .change = R"({"rows":2})"},
    };
    kit.db().transaction([&](db::Tx& tx) {
        kit.work.audit.write_all(tx, Actor({7}, {}, {}), entries);
        kit.work.audit.write_all(tx, Actor({7}, {}, {}), {});
    });
    write(kit, "person.added", {5});

    CHECK(verify(kit).rows == 5);
    CHECK_FALSE(verify(kit).first_flaw);
    CHECK(
        changes(kit) ==
        std::vector<std::string>{
            R"({"level":2})", R"({"row":1})", R"({"row":2})", R"({"rows":2})", R"({"level":2})"}
    );
}

TEST_CASE("an altered, deleted or reordered row of the audit is found") {
    TestKit kit;
    for (const auto* const act : {"plan.added", "plan.submitted", "plan.returned"}) write(kit, act);

    SUBCASE("altered") {
        run(kit, alter_second_row);
        CHECK(verify(kit).first_flaw.value().flaw == AuditFlaw::altered);
        CHECK(verify(kit).first_flaw.value().sequence == 2);
    }
    SUBCASE("deleted from the middle") {
        run(kit, delete_second_row);
        CHECK(verify(kit).first_flaw.value().flaw == AuditFlaw::missing);
        CHECK(verify(kit).first_flaw.value().sequence == 3);
    }
    SUBCASE("deleted from the end") {
        run(kit, delete_last_row);
        CHECK(verify(kit).first_flaw.value().flaw == AuditFlaw::missing);
        CHECK(verify(kit).first_flaw.value().sequence == 3);
    }
    SUBCASE("its head deleted") {
        run(kit, delete_head);
        CHECK(verify(kit).first_flaw.value().flaw == AuditFlaw::missing);
    }
    SUBCASE("reordered") {
        run(kit, swap_rows);
        run(kit, swap_rows_back);
        CHECK(verify(kit).first_flaw.value().sequence == 1);
    }
}

TEST_CASE("an audit row is gone with the change that was rolled back") {
    TestKit kit;
    const auto outcome = kit.db().transaction([&](db::Tx& tx) -> Result<> {
        kit.work.audit.write(tx, Actor(), {.act = "plan.added"});
        return conflict("plan.empty");
    });

    CHECK_FALSE(outcome);
    CHECK(verify(kit).rows == 0);
}

TEST_CASE("what changed about a person is unreadable once the person's key is erased") {
    TestKit kit;
    const PersonId person{42};
    write(kit, "rating.added", person);
    const auto sealed = kit.db().read([](db::Tx& tx) {
        return tx.one(select_changes).value().get<db::Bytes>("change");
    });
    const auto open = [&] {
        return kit.db().read([&](db::Tx& tx) { return kit.work.keys.unseal(tx, person, sealed); });
    };

    CHECK(sealed.data.find("level") == std::string::npos);
    CHECK(open() == R"({"level":2})");

    CHECK(kit.db().transaction([&](db::Tx& tx) { return kit.work.keys.erase(tx, person); }));

    CHECK_FALSE(open());
    CHECK_FALSE(verify(kit).first_flaw);
}

TEST_CASE("after a person's key is erased no other is made") {
    TestKit kit;
    const PersonId person{42};
    const auto sealed = kit.db().transaction([&](db::Tx& tx) {
        kit.work.keys.erase(tx, person);
        return kit.work.keys.seal(tx, person, "later");
    });

    const auto text =
        kit.db().read([&](db::Tx& tx) { return kit.work.keys.unseal(tx, person, sealed); });

    CHECK_FALSE(text);
}

TEST_CASE("an audit row says by which request and key it came") {
    TestKit kit;
    Actor actor({7}, {}, {});
    actor.came_by({.request_id = "r-1", .idempotency_key = "k-1"});
    kit.db().transaction([&](db::Tx& tx) { kit.work.audit.write(tx, actor, {.act = "plan.added"}); }
    );
    constexpr auto select_origin = R"sql(
        SELECT request_id, idempotency_key
          FROM platform_audit
    )sql";

    const auto row = kit.db().read([&](db::Tx& tx) { return tx.one(select_origin).value(); });

    CHECK(row.get<std::string>("request_id") == "r-1");
    CHECK(row.get<std::string>("idempotency_key") == "k-1");
}

constexpr auto alter_late_row = R"sql(
    UPDATE platform_audit
       SET act = 'plan.approved'
     WHERE sequence = 4321
)sql";

TEST_CASE("C14 part: a long chain is followed to its end, and a flaw far down is found") {
    TestKit kit;
    const Actor actor({7}, {}, {});
    const std::vector<AuditEntry> entries(5'000, AuditEntry{.act = "plan.added", .object = 5});
    kit.db().transaction([&](db::Tx& tx) { kit.work.audit.write_all(tx, actor, entries); });
    CHECK(verify(kit).rows == 5'000);
    CHECK_FALSE(verify(kit).first_flaw);

    run(kit, alter_late_row);

    REQUIRE(verify(kit).first_flaw);
    CHECK(verify(kit).first_flaw->sequence == 4'321);
}
